package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.database.Reach;
import se.bofast.demo.PlayedDemo;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;

/// The authorisation matrix (F1): every address that names something, asked by every role that
/// works in the unit the thing belongs to, in another unit, in a team that takes part, after an
/// emergency opening, in another independent branch and in another board. The expected answers
/// stand in a table that a person can read; `-Dbofast.matrix.write=true` writes it anew, and a
/// change of it is read by whoever commits it.
///
/// Let in is who is answered anything but 403 and 404. Nothing asked here is kept: every
/// transaction is rolled back.
@HouseTest
class AccessMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/access-matrix.txt");
    private static final String UNIT = "Mottagning vuxen";
    private static final LocalDate TODAY = PlayedDemo.TODAY;
    private static final UUID MATRIX_HOME = new UUID(1850, 1);

    /// How somebody stands to the thing that is asked for.
    private enum Stand {
        OWN_UNIT,
        OTHER_UNIT,
        TAKES_PART,
        OPENED
    }

    private static final Set<Role> MAY_BREAK_GLASS =
            EnumSet.of(Role.CASEWORKER, Role.OUTREACH, Role.INCOME_SUPPORT, Role.UNIT_HEAD);

    private static final String CASES =
            """
             from prevention.prevention_case c where c.unit_id = :unit and c.closed_on is null
               and c.person_id in (select i.person_id from person.identity i
                                   where i.superseded_at is null and i.protection = 'NONE')
            """;

    private static String of(String columns, String join) {
        return "select "
                + columns
                + " from prevention.prevention_case c "
                + join
                + """
                 where c.unit_id = :unit
                   and c.person_id in (select i.person_id from person.identity i
                                       where i.superseded_at is null and i.protection = 'NONE')
                 order by c.closed_on nulls first, c.id
                """;
    }

    /// What an address is about, by how it begins: as many ids as it has places. The first that
    /// fits the beginning of the address counts.
    private static final List<Map.Entry<String, String>> SUBJECTS =
            List.of(
                    Map.entry("/arenden/nummer/{}", "select c.number" + CASES),
                    Map.entry(
                            "/arenden/nodoppning/{}",
                            "select g.id from access.break_glass g order by g.id"),
                    Map.entry("/arenden/{}/brev/skriv/{}", "select c.id, 'inbjudan'" + CASES),
                    Map.entry(
                            "/arenden/{}/brev/{}",
                            of(
                                    "c.id, l.letter_id",
                                    "join prevention.case_letter l on l.case_id = c.id")),
                    Map.entry(
                            "/arenden/{}/medverkande/{}",
                            of(
                                    "c.id, p.id",
                                    "join prevention.participation p on p.case_id = c.id")),
                    Map.entry(
                            "/arenden/{}/atagande/{}",
                            of(
                                    "c.id, d.id",
                                    "join prevention.decision d on d.case_id = c.id and d.kind = 'UNDERTAKING'")),
                    Map.entry(
                            "/arenden/{}/beslut/{}",
                            of("c.id, d.id", "join prevention.decision d on d.case_id = c.id")),
                    Map.entry(
                            "/arenden/{}/uppgift/ta-tillbaka",
                            of(
                                    "c.id, f.kind, f.ordinal, coalesce(f.signal_id::text, '')",
                                    """
                                    join prevention.case_fact f on f.case_id = c.id
                                        and f.superseded_at is null and c.closed_on is null
                                    """)),
                    Map.entry("/arenden/{}", "select c.id" + CASES + "order by c.id"),
                    Map.entry(
                            "/bokningar/{}/{}",
                            of("a.id, 'kom'", "join support.appointment a on a.matter_id = c.id")),
                    Map.entry("/kontakter/ny", "select c.id" + CASES),
                    Map.entry("/hembesok/nytt", "select c.id" + CASES),
                    Map.entry("/hembesok/notering/{}", "select n.id from support.visit_note n"),
                    Map.entry("/hembesok/notering", "select c.id" + CASES),
                    Map.entry(
                            "/hembesok/{}",
                            of("v.id", "join support.visit v on v.matter_id = c.id")),
                    Map.entry(
                            "/kontakter/{}",
                            of("k.id", "join support.contact k on k.matter_id = c.id")),
                    Map.entry("/tider/boka", "select c.id" + CASES),
                    Map.entry(
                            "/tider/{}",
                            "select s.id from support.slot s where s.unit_id <> :unit order by s.id"),
                    Map.entry(
                            "/uppdrag/{}",
                            """
                            select a.id from support.assignment a where a.unit_id = :unit
                              and a.person_id in (select i.person_id from person.identity i
                                                  where i.superseded_at is null and i.protection = 'NONE')
                            order by a.id
                            """),
                    Map.entry(
                            "/skulder/betalning/{}",
                            of(
                                    "p.id",
                                    "join debt.debt d on d.matter_id = c.id join debt.payment p on p.debt_id = d.id")),
                    Map.entry(
                            "/skulder/lofte/{}",
                            of("p.id", "join debt.promise p on p.matter_id = c.id")),
                    Map.entry(
                            "/skulder/radgivning/{}",
                            of("r.id", "join debt.referral r on r.matter_id = c.id")),
                    Map.entry(
                            "/skulder/skuld/{}/belopp/{}",
                            of(
                                    "d.id, to_char(a.as_of_on, 'YYYY-MM-DD')",
                                    "join debt.debt d on d.matter_id = c.id join debt.amount a on a.debt_id = d.id")),
                    Map.entry(
                            "/skulder/skuld/{}/plan/{}",
                            of(
                                    "d.id, p.id",
                                    "join debt.debt d on d.matter_id = c.id join debt.plan p on p.debt_id = d.id")),
                    Map.entry(
                            "/skulder/skuld/{}",
                            of("d.id", "join debt.debt d on d.matter_id = c.id")),
                    Map.entry("/skulder/{}/{}", "select 'prevention-case', c.id" + CASES),
                    Map.entry(
                            "/personer/{}/hushall/{}",
                            of(
                                    "c.person_id, o.member_id",
                                    """
                                    join person.household_member m on m.person_id = c.person_id
                                        and m.superseded_at is null
                                    join person.household_member o on o.household_id = m.household_id
                                        and o.superseded_at is null
                                    """)),
                    Map.entry(
                            "/personer/{}/samtycke/{}",
                            of(
                                    "k.person_id, k.id",
                                    "join person.consent k on k.person_id = c.person_id")),
                    Map.entry(
                            "/personer/{}/kontaktvag/{}",
                            of(
                                    "w.person_id, w.id",
                                    "join person.contact_way w on w.person_id = c.person_id")),
                    Map.entry(
                            "/personer/{}/nummer/{}",
                            of(
                                    "i.person_id, i.id",
                                    """
                                    join person.identity i on i.person_id = c.person_id
                                        and i.number_until_on is not null
                                    """)),
                    Map.entry(
                            "/personer/dubbletter/{}",
                            "select p.id from person.double_pair p order by p.id"),
                    Map.entry(
                            "/personer/{}/boende/hjalp/{}",
                            of(
                                    "c.person_id, h.offer_id",
                                    "join placement.help_offer h on h.person_id = c.person_id")),
                    Map.entry(
                            "/personer/{}/boende/{}",
                            of(
                                    "c.person_id, s.id",
                                    "join placement.stay s on s.person_id = c.person_id")),
                    Map.entry("/personer/{}", of("c.person_id", "")),
                    Map.entry(
                            "/akter/{}/fil/{}",
                            of(
                                    "c.person_id, p.id",
                                    "join exchange.package p on p.person_id = c.person_id")),
                    Map.entry("/akter/{}", of("c.person_id", "")),
                    Map.entry(
                            "/signaler/{}",
                            of("s.signal_id", "join prevention.case_signal s on s.case_id = c.id")),
                    Map.entry("/logg/{}/{}", "select 'prevention-case', c.id" + CASES),
                    Map.entry(
                            "/hyresavtal/poster/{}",
                            homes("e.id", "join tenancy.entry e on e.lease_id = l.id")),
                    Map.entry("/hyresavtal/{}/part/{}", homes("l.id, p.id", "")),
                    Map.entry("/hyresavtal/{}", homes("l.id", "")),
                    Map.entry(
                            "/remisser/{}/steg/{}",
                            homes(
                                    "r.id, 'nyckel'",
                                    "join tenancy.referral r on r.person_id = p.person_id")),
                    Map.entry(
                            "/remisser/{}/handelser/{}",
                            homes(
                                    "r.id, e.id",
                                    """
                                    join tenancy.referral r on r.person_id = p.person_id
                                    join tenancy.referral_event e on e.referral_id = r.id and e.kind = 'LANDLORD_MEETING'
                                    """)),
                    Map.entry(
                            "/remisser/{}",
                            homes("r.id", "join tenancy.referral r on r.person_id = p.person_id")),
                    Map.entry(
                            "/sokt-bostad/steg/{}",
                            homes(
                                    "h.id",
                                    "join tenancy.home_search h on h.person_id = p.person_id")),
                    Map.entry("/sokt-bostad/{}", homes("p.person_id", "")));

    private static String homes(String columns, String join) {
        return "select "
                + columns
                + """
                 from tenancy.lease l join tenancy.lease_party p on p.lease_id = l.id and p.end_on is null
                """
                + join
                + """
                 where exists (select from tenancy.lease_fact f where f.lease_id = l.id and f.reason = 'Matrisen')
                   and cast(:unit as uuid) is not null
                """;
    }

    /// Of the whole board, or of a colleague: the role decides, and stands in the table of roles
    /// ({@link EndpointRolesTest}).
    private static final Set<String> BY_ROLE_ALONE =
            Set.of(
                    "/anskaffning/",
                    "/avtal/",
                    "/bostader/",
                    "/gallring/",
                    "/granskning/",
                    "/hyresvardar/",
                    "/inkorg/",
                    "/inlasning/",
                    "/matning/",
                    "/installningar/",
                    "/skyddade/",
                    "/sprak/",
                    "/start/",
                    "/uppfoljning/",
                    "/utskrifter/",
                    // Who may be offered an apartment: everybody who waits in the board.
                    "/remisser/lediga/");

    /// Addresses without a place, which are about what is asked for.
    private static final Set<String> ASKED_FOR =
            Set.of("/kontakter/ny", "/hembesok/nytt", "/hembesok/notering", "/tider/boka");

    private final MockMvc mvc;
    private final Boards boards;
    private final PlayedDemo demo;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final RequestMappingHandlerMapping mappings;
    private final PlatformTransactionManager transactions;
    private boolean rollsBack;

    AccessMatrixTest(
            MockMvc mvc,
            Boards boards,
            PlayedDemo demo,
            JdbcClient db,
            TransactionTemplate transaction,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.boards = boards;
        this.demo = demo;
        this.db = db;
        this.transaction = transaction;
        this.mappings = mappings;
        this.transactions = transactions;
    }

    /// The demo board, seen by the house.
    private record Place(BoardId board, AreaId area, UUID unit, UUID otherUnit, UUID team) {}

    private <T> T house(BoardId board, AreaId area, Supplier<T> work) {
        return Reach.ofHouse(board, area).within(() -> transaction.execute(status -> work.get()));
    }

    private Place place() {
        var board = demo.board().board();
        var area = demo.board().area();
        return house(
                board,
                area,
                () -> {
                    var unit = unit(UNIT);
                    var other = unit("Team 65 plus");
                    var team = UUID.randomUUID();
                    db.sql(
                                    """
                                    insert into access.team (board_id, area_id, id, name)
                                    values (:board, :area, :id, 'Matrisens team')
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("id", team)
                            .update();
                    db.sql(
                                    """
                                    insert into exchange.package
                                        (board_id, area_id, id, person_id, kind, made_at, made_by, sha256, size, content)
                                    select c.board_id, c.area_id, :id, c.person_id, 'EXTRACT', :at, c.responsible_id,
                                           encode(sha256('%PDF'::bytea), 'hex'), 4, '%PDF'::bytea
                                    from prevention.prevention_case c
                                    where c.board_id = :board and c.unit_id = :unit and c.responsible_id is not null
                                    order by c.closed_on nulls first, c.id limit 1
                                    """)
                            .param("board", board.value())
                            .param("unit", unit)
                            .param("id", UUID.randomUUID())
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    var household = UUID.randomUUID();
                    db.sql(
                                    """
                                    insert into person.household (board_id, area_id, id, created_at)
                                    values (:board, :area, :id, :at)
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("id", household)
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    db.sql(
                                    """
                                    insert into person.household_member
                                        (board_id, area_id, id, member_id, household_id, person_id, kind, child_stay,
                                         birth_year, start_on, recorded_at, reason)
                                    select :board, :area, gen_random_uuid(), gen_random_uuid(), :household,
                                           case when k.kind = 'ADULT' then c.person_id end, k.kind,
                                           case when k.kind = 'CHILD' then 'PERMANENT' end,
                                           case when k.kind = 'CHILD' then 2019 end, :from, :at, 'Prövas'
                                    from (select c.person_id from prevention.prevention_case c
                                          where c.board_id = :board and c.unit_id = :unit and c.person_id is not null
                                          order by c.id limit 1) c
                                    cross join (values ('ADULT'), ('CHILD')) k (kind)
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("unit", unit)
                            .param("household", household)
                            .param("from", Date.valueOf(TODAY.minusYears(1)))
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    db.sql(
                                    """
                                    insert into person.identity
                                        (board_id, area_id, id, person_id, given_name, family_name, number, number_kind,
                                         protection, sort_name, recorded_at, superseded_at, reason, number_from_on,
                                         number_until_on)
                                    select :board, :area, gen_random_uuid(), c.person_id, 'Tolvan', 'Prövad',
                                           '191212121212', 'PERSONAL', 'NONE', 'prövad tolvan', :at, :at, 'Prövas', :from,
                                           :from
                                    from (select c.person_id from prevention.prevention_case c
                                          where c.board_id = :board and c.unit_id = :unit and c.person_id is not null
                                          order by c.id limit 1) c
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("unit", unit)
                            .param("from", Date.valueOf(TODAY.minusYears(1)))
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    var search = UUID.randomUUID();
                    db.sql(
                                    """
                                    insert into person.double_search
                                        (board_id, area_id, id, nightly, due_at)
                                    values (:board, :area, :id, false, :at)
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("id", search)
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    db.sql(
                                    """
                                    insert into person.double_pair
                                        (board_id, area_id, id, first_id, second_id, state, weight, findings, held,
                                         version, found_at, search_id)
                                    select :board, :area, :id, min(p.id::text)::uuid, max(p.id::text)::uuid, 'WAITING',
                                           10, 'GIVEN SAME 10', '', 1, :at, :search
                                    from (select c.person_id as id from prevention.prevention_case c
                                          where c.board_id = :board and c.unit_id = :unit and c.person_id is not null
                                          order by c.id limit 2) p
                                    """)
                            .param("board", board.value())
                            .param("area", area.value())
                            .param("unit", unit)
                            .param("id", UUID.randomUUID())
                            .param("search", search)
                            .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                            .update();
                    homes(board, area, unit);
                    var stay = UUID.randomUUID();
                    for (var sql :
                            List.of(
                                    """
                                    insert into placement.stay (board_id, area_id, id, person_id, created_at)
                                    select c.board_id, c.area_id, :stay, c.person_id, :at
                                    from prevention.prevention_case c
                                    where c.board_id = :board and c.unit_id = :unit and c.closed_on is null
                                      and c.person_id in (select i.person_id from person.identity i
                                                          where i.superseded_at is null and i.protection = 'NONE')
                                    order by c.id limit 1
                                    """,
                                    """
                                    insert into placement.stay_fact
                                        (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number, start_on,
                                         withdrawn, recorded_at, reason)
                                    select s.board_id, s.area_id, :id, s.id, s.person_id, f.id, 'LIVES', 1, :from,
                                           false, :at, 'Prövas'
                                    from placement.stay s
                                    join placement.housing_form f on f.board_id = s.board_id and f.code = 'SHELTER'
                                    where s.board_id = :board and s.id = :stay
                                    """,
                                    """
                                    insert into placement.help_offer
                                        (board_id, area_id, id, offer_id, person_id, kind, offered_on, result,
                                         recorded_at, reason)
                                    select s.board_id, s.area_id, :id, :id, s.person_id, 'GUIDE', :from, 'WAITING', :at, 'Prövas'
                                    from placement.stay s
                                    where s.board_id = :board and s.id = :stay
                                    """)) {
                        db.sql(sql)
                                .param("board", board.value())
                                .param("unit", unit)
                                .param("stay", stay)
                                .param("id", UUID.randomUUID())
                                .param("from", Date.valueOf(TODAY.minusDays(40)))
                                .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(1))))
                                .update();
                    }
                    return new Place(board, area, unit, other, team);
                });
    }

    /// Somebody the unit carries rents an apartment, came there by a referral, and stands in a
    /// queue.
    private void homes(BoardId board, AreaId area, UUID unit) {
        var person =
                db.sql(
                                """
                                select a.person_id from support.assignment a
                                where a.unit_id = :unit and a.end_on is null and a.start_on <= :today
                                  and a.person_id in (select i.person_id from person.identity i
                                                      where i.superseded_at is null and i.protection = 'NONE')
                                order by a.id limit 1
                                """)
                        .param("unit", unit)
                        .param("today", TODAY)
                        .query(UUID.class)
                        .single();
        for (var insert :
                List.of(
                        """
                        insert into dwelling.dwelling (board_id, area_id, id, street, address_key, created_at)
                        values (:board, :area, :id, 'Matrisgatan 1', 'matrisgatan 1', :at)
                        """,
                        """
                        insert into tenancy.lease (board_id, area_id, id, dwelling_id, created_at)
                        values (:board, :area, :id, :id, :at)
                        """,
                        """
                        insert into tenancy.lease_party (board_id, area_id, id, lease_id, person_id, start_on)
                        values (:board, :area, :id, :id, :person, :from)
                        """,
                        """
                        insert into tenancy.lease_fact (board_id, area_id, id, lease_id, tenure, start_on, recorded_at, reason)
                        values (:board, :area, :id, :id, 'TRIAL', :from, :at, 'Matrisen')
                        """,
                        """
                        insert into tenancy.entry (board_id, area_id, id, lease_id, kind, entry_on, amount_ore, recorded_at)
                        values (:board, :area, :id, :id, 'PAID_BY_TENANT', :from, 100, :at)
                        """,
                        """
                        insert into tenancy.referral (board_id, area_id, id, person_id, unit_id, referred_on, created_at)
                        values (:board, :area, :id, :person, :unit, :from, :at)
                        """,
                        """
                        insert into tenancy.referral_fact (board_id, area_id, id, referral_id, person_id, kinds, lift,
                            step_free, wheelchair, not_shared, areas_wished, areas_avoided, pets, recorded_at, reason)
                        values (:board, :area, :id, :id, :person, '{}', false, false, false, false, '{}', '{}', false, :at,
                            'Matrisen')
                        """,
                        """
                        insert into tenancy.referral_event (board_id, area_id, id, referral_id, person_id, kind, happened_on,
                            recorded_at)
                        values (:board, :area, :id, :id, :person, 'LANDLORD_MEETING', :from, :at)
                        """,
                        """
                        insert into tenancy.home_search (board_id, area_id, id, person_id, kind, place, since_on, recorded_at)
                        values (:board, :area, :id, :person, 'QUEUE', 'Kön', :from, :at)
                        """)) {
            db.sql(insert)
                    .params(
                            Map.of(
                                    "board",
                                    board.value(),
                                    "area",
                                    area.value(),
                                    "id",
                                    MATRIX_HOME,
                                    "person",
                                    person,
                                    "unit",
                                    unit,
                                    "from",
                                    Date.valueOf(TODAY.minusMonths(3)),
                                    "at",
                                    Timestamp.from(TestBoard.noon(TODAY.minusDays(1)))))
                    .update();
        }
    }

    private UUID unit(String name) {
        return db.sql(
                        "select id from access.unit where board_id = framework.board_id() and name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private EmployeeId account(BoardId board, AreaId area, UUID unit, Set<Role> roles) {
        return house(
                board,
                area,
                () -> {
                    var id = UUID.randomUUID();
                    db.sql(
                                    """
                                    insert into access.account (id, login, display_name, locale, created_at)
                                    values (:id, :login, 'Kim Prövare', 'sv', :at)
                                    """)
                            .param("id", id)
                            .param("login", "m" + id)
                            .param("at", Timestamp.from(TestBoard.noon(TODAY)))
                            .update();
                    for (var role : roles) {
                        db.sql(
                                        """
                                        insert into access.appointment
                                            (board_id, area_id, id, account_id, role, unit_id, start_on)
                                        values (:board, :area, :id, :account, :role, :unit, :from)
                                        """)
                                .param("board", board.value())
                                .param("area", area.value())
                                .param("id", UUID.randomUUID())
                                .param("account", id)
                                .param("role", role.name())
                                .param("unit", unit)
                                .param("from", Date.valueOf(TODAY.minusYears(1)))
                                .update();
                    }
                    return new EmployeeId(id);
                });
    }

    private void joins(Place place, EmployeeId member) {
        house(
                place.board(),
                place.area(),
                () ->
                        db.sql(
                                        """
                                        insert into access.team_member
                                            (board_id, area_id, id, team_id, account_id, start_on)
                                        values (:board, :area, :id, :team, :account, :from)
                                        """)
                                .param("board", place.board().value())
                                .param("area", place.area().value())
                                .param("id", UUID.randomUUID())
                                .param("team", place.team())
                                .param("account", member.value())
                                .param("from", Date.valueOf(TODAY.minusYears(1)))
                                .update());
    }

    /// The team takes part in every case of the unit.
    private void takesPart(Place place, EmployeeId by) {
        house(
                place.board(),
                place.area(),
                () ->
                        db.sql(
                                        """
                                        insert into prevention.participation
                                            (board_id, area_id, id, case_id, team_id, reason, started_at, started_by)
                                        select c.board_id, c.area_id, gen_random_uuid(), c.id, :team, 'Prövas', :at, :by
                                        from prevention.prevention_case c
                                        where c.board_id = framework.board_id() and c.unit_id = :unit
                                        """)
                                .param("team", place.team())
                                .param("by", by.value())
                                .param("unit", place.unit())
                                .param("at", Timestamp.from(TestBoard.noon(TODAY.minusDays(2))))
                                .update());
    }

    private void opens(Place place, EmployeeId employee) {
        house(
                place.board(),
                place.area(),
                () ->
                        db.sql(
                                        """
                                        insert into access.break_glass
                                            (board_id, area_id, id, account_id, unit_id, subject_kind, subject_id, reason,
                                             opened_at, ends_at)
                                        select c.board_id, c.area_id, gen_random_uuid(), :account, :unit, 'prevention-case', c.id,
                                               'Prövas av matrisen', :from, :until
                                        from prevention.prevention_case c
                                        where c.board_id = framework.board_id() and c.unit_id = :of
                                        """)
                                .param("account", employee.value())
                                .param("unit", place.otherUnit())
                                .param("of", place.unit())
                                .param(
                                        "from",
                                        Timestamp.from(TestBoard.noon(TODAY).minusSeconds(60)))
                                .param(
                                        "until",
                                        Timestamp.from(
                                                TestBoard.noon(TODAY).plus(Duration.ofHours(2))))
                                .update());
    }

    private TreeSet<String> endpoints() {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("se.bofast.")) {
                        for (var path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> found.add(method + " " + path));
                        }
                    }
                });
        found.removeIf(name -> {
            var path = name.substring(name.indexOf(' ') + 1);
            return BY_ROLE_ALONE.stream().anyMatch(path::startsWith)
                    || !path.contains("{") && !ASKED_FOR.contains(path);
        });
        return found;
    }

    private static String bare(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    /// The address with the ids of a thing of the unit in its places.
    private URI address(Place place, String path) {
        var bare = bare(path);
        var subject =
                SUBJECTS.stream()
                        .filter(entry ->
                                bare.equals(entry.getKey())
                                        || bare.startsWith(entry.getKey() + "/"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("what is " + path + " about?"));
        var values =
                house(
                        place.board(),
                        place.area(),
                        () -> {
                            var sql = db.sql(subject.getValue() + " limit 1");
                            if (subject.getValue().contains(":unit")) {
                                sql = sql.param("unit", place.unit());
                            }
                            return sql.query(
                                            (rs, n) -> {
                                                var row = new ArrayList<String>();
                                                for (var i = 1;
                                                        i <= rs.getMetaData().getColumnCount();
                                                        i++) {
                                                    row.add(rs.getString(i));
                                                }
                                                return row;
                                            })
                                    .optional()
                                    .orElseThrow(() ->
                                            new AssertionError("the unit has nothing for " + path));
                        });
        if (ASKED_FOR.contains(path)) {
            return URI.create(path + "?arende=" + values.getFirst());
        }
        var rest = values.iterator();
        var filled = new StringBuilder();
        for (var part : bare.split("(?<=\\{})|(?=\\{})")) {
            filled.append(
                    part.equals("{}")
                            ? rest.hasNext() ? rest.next() : UUID.randomUUID().toString()
                            : part);
        }
        if (path.startsWith("/hembesok/notering/")) {
            filled.append("?arende=").append(anyCase(place));
        }
        if (path.endsWith("/uppgift/ta-tillbaka")) {
            filled.append("?kind=")
                    .append(rest.next())
                    .append("&ordinal=")
                    .append(rest.next())
                    .append("&signal=")
                    .append(rest.next());
        }
        return URI.create(filled.toString());
    }

    /// One can only close the opening one has made oneself.
    private URI ownOpening(Place place, EmployeeId employee, URI address) {
        if (!address.getPath().startsWith("/arenden/nodoppning/")) {
            return address;
        }
        return house(
                place.board(),
                place.area(),
                () ->
                        db.sql(
                                        """
                                        select id from access.break_glass
                                        where board_id = framework.board_id() and account_id = :employee
                                        order by id limit 1
                                        """)
                                .param("employee", employee.value())
                                .query(UUID.class)
                                .optional()
                                .map(id -> URI.create("/arenden/nodoppning/" + id + "/stang"))
                                .orElse(address));
    }

    private String anyCase(Place place) {
        return house(
                place.board(),
                place.area(),
                () ->
                        db.sql("select c.id" + CASES + "order by c.id limit 1")
                                .param("unit", place.unit())
                                .query(UUID.class)
                                .single()
                                .toString());
    }

    /// What forms need so that the question of right is reached; the rest is whatever it is.
    private static final Map<String, String> FILLED_IN =
            Map.of(
                    "reason", "Prövas av matrisen",
                    "seen", "0193a1b2-0000-7000-8000-000000000001",
                    "slag", "EVICTION_ON",
                    "nr", "1",
                    "vecka", TODAY.toString(),
                    "step", "BED_TONIGHT",
                    "kind", "EVICTION_ON",
                    "ordinal", "1",
                    "sentOn", TODAY.toString(),
                    "proof", "Prövas av matrisen");

    private boolean letIn(String method, URI address, EmployeeId employee) {
        return HouseClock.at(
                TestBoard.noon(TODAY),
                () -> {
                    try {
                        var asked =
                                request(HttpMethod.valueOf(method), address)
                                        .with(LoggedInAs.account(employee))
                                        .with(csrf());
                        var said = address.getQuery() == null ? "" : address.getQuery();
                        FILLED_IN.forEach((name, value) -> {
                            // The kinds of the person's pages are others than a fact's.
                            var other =
                                    name.equals("slag")
                                            && address.getPath().startsWith("/personer/");
                            if (!other && !said.contains(name + "=")) {
                                asked.param(name, value);
                            }
                        });
                        var answer = mvc.perform(asked).andReturn().getResponse();
                        var status = answer.getStatus();
                        assertThat(status).as(method + " " + address.getPath()).isLessThan(500);
                        // A number out of reach leads where every number does.
                        return status != 403
                                && status != 404
                                && !(address.getPath().startsWith("/arenden/nummer/")
                                        && "/arenden/nodoppning"
                                                .equals(answer.getHeader("Location")));
                    } catch (Exception e) {
                        throw new IllegalStateException(method + " " + address.getPath(), e);
                    }
                });
    }

    @Test
    void each_role_is_let_in_where_the_table_says_and_nowhere_else() throws Exception {
        demo.play();
        ((ConfigurableTransactionManager) transactions)
                .addListener(
                        new TransactionExecutionListener() {
                            @Override
                            public void afterBegin(TransactionExecution begun, Throwable failure) {
                                if (rollsBack && failure == null) {
                                    begun.setRollbackOnly();
                                }
                            }
                        });
        var place = place();
        var stands = new EnumMap<Stand, Map<Role, EmployeeId>>(Stand.class);
        for (var stand : Stand.values()) {
            var employees = new EnumMap<Role, EmployeeId>(Role.class);
            for (var role : stand == Stand.OPENED ? MAY_BREAK_GLASS : EnumSet.allOf(Role.class)) {
                var unit = stand == Stand.OWN_UNIT ? place.unit() : place.otherUnit();
                var account = account(place.board(), place.area(), unit, Set.of(role));
                employees.put(role, account);
                switch (stand) {
                    case TAKES_PART -> joins(place, account);
                    case OPENED -> opens(place, account);
                    case OWN_UNIT, OTHER_UNIT -> {}
                }
            }
            stands.put(stand, employees);
        }
        takesPart(
                place,
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(stands.get(Stand.OWN_UNIT))
                                .get(Role.UNIT_HEAD)));
        var strangers = strangers(place);
        var addresses = new TreeMap<String, URI>();
        var nothing = new ArrayList<String>();
        for (var name : endpoints()) {
            try {
                addresses.put(name, address(place, name.substring(name.indexOf(' ') + 1)));
            } catch (AssertionError missing) {
                nothing.add(missing.getMessage());
            }
        }
        assertThat(nothing).as("addresses without a thing to ask for").isEmpty();

        var table = new StringBuilder(HEAD);
        var strange = new ArrayList<String>();
        var shut = new ArrayList<String>();
        rollsBack = true;
        try {
            for (var entry : addresses.entrySet()) {
                var name = entry.getKey();
                var method = name.substring(0, name.indexOf(' '));
                var address = entry.getValue();
                table.append('\n').append(name).append('\n');
                var byStand = new TreeMap<Stand, Set<Role>>();
                stands.forEach((stand, employees) ->
                        byStand.put(
                                stand,
                                employees.entrySet().stream()
                                        .filter(e ->
                                                letIn(
                                                        method,
                                                        ownOpening(place, e.getValue(), address),
                                                        e.getValue()))
                                        .map(Map.Entry::getKey)
                                        .collect(
                                                Collectors.toCollection(
                                                        () -> EnumSet.noneOf(Role.class)))));
                if (byStand.values().stream().allMatch(Set::isEmpty)) {
                    shut.add(name);
                }
                byStand.forEach((stand, roles) ->
                        table.append("  ")
                                .append(stand.name().toLowerCase(java.util.Locale.ROOT))
                                .append(": ")
                                .append(written(roles))
                                .append('\n'));
                strangers.forEach((who, employee) -> {
                    if (letIn(method, address, employee)) {
                        strange.add(who + ": " + name);
                    }
                });
            }
        } finally {
            rollsBack = false;
        }
        if (Boolean.getBoolean("bofast.matrix.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(strange).as("let in from another branch or board").isEmpty();
        assertThat(shut).as("addresses that let nobody in: asked for wrongly?").isEmpty();
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private static final String HEAD =
            """
            # Who is let in (answered anything but 403 and 404), by how they stand to the thing asked for.
            # own_unit: works in the unit that has it. other_unit: works elsewhere in the board.
            # takes_part: works elsewhere, in a team that takes part in the case. opened: elsewhere, after an emergency opening.
            # Somebody with every role in another board or another independent branch is let in nowhere.
            """;

    private static String written(Set<Role> roles) {
        if (roles.size() == Role.values().length) {
            return "everyone";
        }
        return roles.isEmpty()
                ? "nobody"
                : roles.stream().map(Role::name).collect(Collectors.joining(" "));
    }

    /// Every role at once, in another board and in another branch of the same.
    private Map<String, EmployeeId> strangers(Place place) {
        var other = boards.make();
        var strangers = new TreeMap<String, EmployeeId>();
        strangers.put(
                "another board",
                account(
                        other.founded().board(),
                        other.founded().area(),
                        other.unit(UnitKind.HOUSING).value(),
                        EnumSet.allOf(Role.class)));
        var area = new AreaId(UUID.randomUUID());
        var unit = UUID.randomUUID();
        house(
                place.board(),
                area,
                () -> {
                    db.sql(
                                    """
                                    insert into access.area (board_id, area_id, kind, name)
                                    values (:board, :area, 'BRANCH', 'En annan gren')
                                    """)
                            .param("board", place.board().value())
                            .param("area", area.value())
                            .update();
                    return db.sql(
                                    """
                                    insert into access.unit (board_id, area_id, id, kind, name)
                                    values (:board, :area, :unit, 'HOUSING', 'Grenens enhet')
                                    """)
                            .param("board", place.board().value())
                            .param("area", area.value())
                            .param("unit", unit)
                            .update();
                });
        strangers.put(
                "another branch", account(place.board(), area, unit, EnumSet.allOf(Role.class)));
        return strangers;
    }
}
