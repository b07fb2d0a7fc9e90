package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Entrusting;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;

/// The people of a board. Every method joins the caller's transaction, if there is one, and sees
/// the caller's board and areas only.
@Component
public class People {

    /// Why the first row of a person's identity and address was written.
    static final String REGISTERED = "REGISTERED";

    /// How long who marks a person may go on seeing them, unless the unit head says otherwise.
    static final int ENTRUSTED_DAYS = 30;

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final HouseEyes eyes;
    private final Entrusting entrusting;
    private final NumberSeries series;

    People(
            JdbcClient db,
            Clock clock,
            Log log,
            HouseEyes eyes,
            Entrusting entrusting,
            NumberSeries series) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.eyes = eyes;
        this.entrusting = entrusting;
        this.series = series;
    }

    /// Registers a person, or finds the one who already has the number: of many who register the
    /// same number at once, one makes the person and all get the same id. What is known of an
    /// existing person is not changed. Who registers somebody with a protected identity is
    /// entrusted with them for a month; an existing one stays hidden. Logged.
    @Transactional
    public PersonId register(Actor actor, NewPerson person) {
        var id = new PersonId(NewId.at(clock));
        var number = person.number();
        if (insert(List.of(new NewPersonRow(id, person))) == 0 && number != null) {
            id = eyes.open(() -> byNumber(number)).orElseThrow();
            log.record(
                    LogEntry.of(Action.SEE_PERSON)
                            .because(REGISTERED)
                            .about(PersonRelations.KIND, id.value())
                            .touching(id));
            return id;
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because(REGISTERED)
                        .about(PersonRelations.KIND, id.value())
                        .touching(id));
        if (person.protection().hides()) {
            entrusting.entrust(
                    id, actor.id(), HouseClock.today(clock).plusDays(ENTRUSTED_DAYS), REGISTERED);
        }
        return id;
    }

    /// Registers somebody of whom the name or the number is not known. Logged.
    ///
    /// @param unknown neither name nor number is known, as may be in outreach and where a worried
    ///   neighbour says no name (SoL 14 kap. 5 §): they get a label to be spoken of by
    /// @param reserve they get the next reserve number of the board
    @Transactional
    public PersonId register(Actor actor, NewPerson person, boolean unknown, boolean reserve) {
        if (person.number() != null && (unknown || reserve) || unknown && !person.isNameless()) {
            throw new IllegalArgumentException("what is known is not given by the board");
        }
        var called = unknown ? person.called(WorkingLabel.of(series.nextLabel())) : person;
        return register(
                actor,
                reserve
                        ? called.numbered(series.nextReserve(HouseClock.today(clock).getYear()))
                        : called);
    }

    /// Registers many people in four statements: identity, person, keys of the name, home. Does not
    /// log: the caller records the whole batch as what it is.
    ///
    /// A row whose number somebody already has is left out, so ask {@link #byNumbers} afterwards if
    /// fewer were registered than given. Best in batches of some thousand rows.
    ///
    /// @return how many were registered
    @Transactional
    public int registerAll(List<NewPersonRow> rows) {
        return rows.isEmpty() ? 0 : insert(rows);
    }

    /// The person who has or had the number, within the caller's reach.
    @Transactional(readOnly = true)
    public Optional<PersonId> byNumber(PersonNumber number) {
        return Optional.ofNullable(byNumbers(List.of(number)).get(number));
    }

    /// The people who have or had the numbers, within the caller's reach, in one query.
    @Transactional(readOnly = true)
    public <N extends PersonNumber> Map<N, PersonId> byNumbers(Collection<N> numbers) {
        var asked = new HashMap<String, N>();
        numbers.forEach(number -> asked.put(number.stored(), number));
        var found = new HashMap<N, PersonId>();
        if (!numbers.isEmpty()) {
            db.sql(
                            """
                            select number, person_id from person.identity
                            where board_id = framework.board_id() and number = any (:numbers)
                              and (superseded_at is null or number_until_on is not null)
                            order by recorded_at desc
                            """)
                    .param("numbers", asked.keySet().toArray(String[]::new))
                    .query(rs -> {
                        var number = asked.get(rs.getString("number"));
                        if (number != null) {
                            found.put(number, personId(rs, "person_id"));
                        }
                    });
        }
        return found;
    }

    /// Names to show, in one query; the names of protected people are hidden. Ids outside the
    /// caller's reach are left out.
    @Transactional(readOnly = true)
    public Map<PersonId, PersonName> names(Collection<PersonId> people) {
        var found = new HashMap<PersonId, PersonName>();
        if (!people.isEmpty()) {
            db.sql(
                            """
                            select person_id, given_name, family_name, working_label, protection from person.v_person
                            where board_id = framework.board_id() and person_id = any (:people)
                            """)
                    .param("people", ids(people))
                    .query(People::name)
                    .list()
                    .forEach(name -> found.put(name.id(), name));
        }
        return found;
    }

    /// What other rooms may show and use of a person. The caller has required the action and logs.
    @Transactional(readOnly = true)
    public Optional<PersonCard> find(PersonId person) {
        return db.sql(
                        """
                        select p.person_id, p.given_name, p.family_name, p.working_label, p.protection, p.birth_on, p.sex,
                               p.number, p.language, p.interpreter
                        from person.v_person p
                        where p.board_id = framework.board_id() and p.person_id = :person
                        """)
                .param("person", person.value())
                .query((rs, n) -> {
                    var name = name(rs, n);
                    var hidden = name.isProtected();
                    var addresses =
                            hidden ? Map.<AddressKind, PersonAddress>of() : addresses(person);
                    return new PersonCard(
                            person,
                            name,
                            rs.getObject("birth_on", LocalDate.class),
                            sex(rs.getString("sex")),
                            number(rs.getString("number")),
                            addresses.get(AddressKind.HOME),
                            addresses.get(AddressKind.POSTAL),
                            rs.getString("language"),
                            rs.getBoolean("interpreter"),
                            hidden ? List.of() : ways(person));
                })
                .optional();
    }

    private Map<AddressKind, PersonAddress> addresses(PersonId person) {
        var found = new HashMap<AddressKind, PersonAddress>();
        db.sql(
                        """
                        select kind, care_of, street, apartment, postal_code, city from person.v_address
                        where board_id = framework.board_id() and person_id = :person
                        """)
                .param("person", person.value())
                .query(People::address)
                .list()
                .forEach(address -> found.put(address.kind(), address));
        return found;
    }

    private List<ContactWay> ways(PersonId person) {
        return db.sql(
                        """
                        select id, kind, value, given_by_person, recorded_at, ended_at from person.contact_way
                        where board_id = framework.board_id() and person_id = :person and ended_at is null
                        order by kind desc, recorded_at desc, id
                        """)
                .param("person", person.value())
                .query(ContactWays::row)
                .list();
    }

    private int insert(List<NewPersonRow> rows) {
        var now = Timestamp.from(clock.instant());
        var fresh = insertIdentities(rows, now);
        var added = rows.stream().filter(row -> fresh.contains(row.id().value())).toList();
        insertPeople(added, now);
        insertKeys(added);
        insertHomes(added, now);
        insertSheltered(added);
        return added.size();
    }

    /// Last: from here on the wall hides those with a protected identity.
    private void insertSheltered(List<NewPersonRow> rows) {
        var hidden = rows.stream().filter(row -> row.person().protection().hides()).toList();
        if (!hidden.isEmpty()) {
            var ids = hidden.stream().map(NewPersonRow::id).toList();
            Sheltering.hide(db, ids, ids);
        }
    }

    /// First of all, since the number decides who is new.
    private Set<UUID> insertIdentities(List<NewPersonRow> rows, Timestamp now) {
        return new HashSet<>(
                db.sql(
                                """
                                insert into person.identity (board_id, area_id, id, person_id, given_name, family_name,
                                    birth_on, sex, number, number_kind, protection, sort_name, recorded_at, recorded_by, reason)
                                select framework.board_id(), (framework.area_ids())[1], g.id, g.person_id, g.given_name,
                                    g.family_name, g.birth_on, g.sex, g.number, g.number_kind, g.protection, g.sort_name, :now,
                                    framework.account_id(), :reason
                                from unnest(cast(:id as uuid[]), cast(:person as uuid[]), cast(:given as text[]),
                                        cast(:family as text[]), cast(:birth as date[]), cast(:sex as text[]),
                                        cast(:number as text[]), cast(:numberKind as text[]), cast(:protection as text[]),
                                        cast(:sortName as text[]))
                                    as g (id, person_id, given_name, family_name, birth_on, sex, number, number_kind,
                                        protection, sort_name)
                                on conflict (board_id, area_id, number)
                                    where number is not null and (superseded_at is null or number_until_on is not null)
                                do nothing
                                returning person_id
                                """)
                        .param("id", newIds(rows.size()))
                        .param("person", column(rows, row -> row.id().value(), UUID[]::new))
                        .param("given", texts(rows, NewPerson::given))
                        .param("family", texts(rows, NewPerson::family))
                        .param("birth", texts(rows, NewPerson::birthOn))
                        .param("sex", texts(rows, NewPerson::sex))
                        .param(
                                "number",
                                texts(rows, p -> p.number() == null ? null : p.number().stored()))
                        .param(
                                "numberKind",
                                texts(rows, p -> p.number() == null ? null : p.number().type()))
                        .param("protection", texts(rows, NewPerson::protection))
                        .param("sortName", texts(rows, NewPerson::sortName))
                        .param("now", now)
                        .param("reason", REGISTERED)
                        .query(UUID.class)
                        .list());
    }

    private void insertPeople(List<NewPersonRow> rows, Timestamp now) {
        db.sql(
                        """
                        insert into person.person (board_id, area_id, id, language, interpreter, working_label, created_at,
                            created_by)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.language, g.interpreter, g.label, :now,
                            framework.account_id()
                        from unnest(cast(:id as uuid[]), cast(:language as text[]), cast(:interpreter as boolean[]),
                                cast(:label as text[]))
                            as g (id, language, interpreter, label)
                        """)
                .param("id", column(rows, row -> row.id().value(), UUID[]::new))
                .param("language", texts(rows, NewPerson::language))
                .param("interpreter", texts(rows, NewPerson::interpreter))
                .param("label", texts(rows, NewPerson::workingLabel))
                .param("now", now)
                .update();
    }

    private void insertKeys(List<NewPersonRow> rows) {
        var people = new ArrayList<UUID>();
        var kinds = new ArrayList<String>();
        var keys = new ArrayList<String>();
        for (var row : rows) {
            for (var key : NameText.keys(row.person().given(), row.person().family())) {
                people.add(row.id().value());
                kinds.add(key.kind().name());
                keys.add(key.key());
            }
        }
        db.sql(
                        """
                        insert into person.name_key (board_id, area_id, kind, key, person_id)
                        select framework.board_id(), (framework.area_ids())[1], k.kind, k.key, k.person_id
                        from unnest(cast(:person as uuid[]), cast(:kind as text[]), cast(:key as text[]))
                            as k (person_id, kind, key)
                        """)
                .param("person", people.toArray(UUID[]::new))
                .param("kind", kinds.toArray(String[]::new))
                .param("key", keys.toArray(String[]::new))
                .update();
    }

    private void insertHomes(List<NewPersonRow> rows, Timestamp now) {
        var people = new ArrayList<UUID>();
        var homes = new ArrayList<NewAddress>();
        for (var row : rows) {
            var home = row.person().home();
            if (home != null) {
                people.add(row.id().value());
                homes.add(home);
            }
        }
        if (homes.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into person.address (board_id, area_id, id, person_id, kind, care_of, street,
                            apartment, postal_code, city, address_key, recorded_at, recorded_by, reason)
                        select framework.board_id(), (framework.area_ids())[1], h.id, h.person_id, 'HOME', h.care_of,
                            h.street, h.apartment, h.postal_code, h.city, h.address_key, :now,
                            framework.account_id(), :reason
                        from unnest(cast(:id as uuid[]), cast(:person as uuid[]), cast(:careOf as text[]),
                                cast(:street as text[]), cast(:apartment as text[]), cast(:postalCode as text[]),
                                cast(:city as text[]), cast(:key as text[]))
                            as h (id, person_id, care_of, street, apartment, postal_code, city, address_key)
                        """)
                .param("id", newIds(homes.size()))
                .param("person", people.toArray(UUID[]::new))
                .param("careOf", column(homes, NewAddress::careOf, String[]::new))
                .param("street", column(homes, NewAddress::street, String[]::new))
                .param("apartment", column(homes, NewAddress::apartment, String[]::new))
                .param("postalCode", column(homes, NewAddress::postalCode, String[]::new))
                .param("city", column(homes, NewAddress::city, String[]::new))
                .param("key", column(homes, NewAddress::key, String[]::new))
                .param("now", now)
                .param("reason", REGISTERED)
                .update();
    }

    private UUID[] newIds(int size) {
        return Stream.generate(() -> NewId.at(clock)).limit(size).toArray(UUID[]::new);
    }

    /// One column of the rows, as PostgreSQL's `unnest` takes it.
    private static <R, V> V[] column(
            List<R> rows, Function<R, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String[] texts(
            List<NewPersonRow> rows, Function<NewPerson, @Nullable Object> value) {
        return column(
                rows,
                row ->
                        switch (value.apply(row.person())) {
                            case null -> null;
                            case Enum<?> constant -> constant.name();
                            case Object other -> other.toString();
                        },
                String[]::new);
    }

    static String sortName(String given, String family) {
        return family.isBlank() ? given : given.isBlank() ? family : family + ", " + given;
    }

    static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    }

    static PersonId personId(ResultSet rs, String column) throws SQLException {
        return new PersonId(rs.getObject(column, UUID.class));
    }

    static @Nullable Sex sex(@Nullable String code) {
        return code == null ? null : Sex.valueOf(code);
    }

    static @Nullable PersonNumber number(@Nullable String stored) {
        return stored == null ? null : PersonNumber.of(stored);
    }

    static PersonName name(ResultSet rs, int row) throws SQLException {
        return new PersonName(
                personId(rs, "person_id"),
                rs.getString("given_name"),
                rs.getString("family_name"),
                rs.getString("working_label"),
                Protection.valueOf(rs.getString("protection")));
    }

    static PersonAddress address(ResultSet rs, int row) throws SQLException {
        return new PersonAddress(
                AddressKind.valueOf(rs.getString("kind")),
                rs.getString("care_of"),
                rs.getString("street"),
                rs.getString("apartment"),
                rs.getString("postal_code"),
                rs.getString("city"));
    }
}
