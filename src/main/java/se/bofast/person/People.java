package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// The people of a board. Every method joins the caller's transaction, if there is one, and sees
/// the caller's board and areas only.
@Component
public class People {

    /// Why the first row of a person's identity and address was written.
    static final String REGISTERED = "REGISTERED";

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;

    People(JdbcClient db, Clock clock, Log log) {
        this.db = db;
        this.clock = clock;
        this.log = log;
    }

    /// Registers a person, or finds the one who already has the number: of many who register the
    /// same number at once, one makes the person and all get the same id. What is known of an
    /// existing person is not changed. Logged.
    @Transactional
    public PersonId register(Actor actor, NewPerson person) {
        var id = new PersonId(NewId.at(clock));
        var number = person.number();
        if (insert(List.of(new NewPersonRow(id, person))) == 0 && number != null) {
            id = byNumber(number).orElseThrow();
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
        return id;
    }

    /// Registers many people in one statement: identity, keys of the name, home. Does not log: the
    /// caller records the whole batch as what it is.
    ///
    /// A row whose number somebody already has is left out, so ask {@link #byNumbers} afterwards if
    /// fewer were registered than given. Best in batches of some thousand rows.
    ///
    /// @return how many were registered
    @Transactional
    public int registerAll(List<NewPersonRow> rows) {
        return rows.isEmpty() ? 0 : insert(rows);
    }

    /// The person with the number, also a protected one.
    @Transactional(readOnly = true)
    public Optional<PersonId> byNumber(IdentityNumber number) {
        return Optional.ofNullable(byNumbers(List.of(number)).get(number));
    }

    /// The people with the numbers, also protected ones, in one query.
    @Transactional(readOnly = true)
    public Map<IdentityNumber, PersonId> byNumbers(Collection<IdentityNumber> numbers) {
        var found = new HashMap<IdentityNumber, PersonId>();
        if (!numbers.isEmpty()) {
            db.sql(
                            """
                            select number, person_id from person.identity
                            where board_id = framework.board_id() and number = any (:numbers)
                              and superseded_at is null
                            order by recorded_at desc
                            """)
                    .param(
                            "numbers",
                            numbers.stream().map(IdentityNumber::digits).toArray(String[]::new))
                    .query((ResultSet rs, int n) ->
                            found.put(
                                    new IdentityNumber(rs.getString("number")),
                                    personId(rs, "person_id")))
                    .list();
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
                            select person_id, given_name, family_name, protection from person.v_person
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
                        select p.person_id, p.given_name, p.family_name, p.protection, p.birth_on, p.sex,
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
        var people = new Columns(rows.size());
        var keyPeople = new ArrayList<UUID>();
        var keyKinds = new ArrayList<String>();
        var keys = new ArrayList<String>();
        for (var row : rows) {
            people.add(row, clock);
            for (var key : NameText.keys(row.person().given(), row.person().family())) {
                keyPeople.add(row.id().value());
                keyKinds.add(key.kind().name());
                keys.add(key.key());
            }
        }
        // Foreign keys are checked when the statement ends, so the number decides first who is new.
        return people.bind(
                        db.sql(
                                """
                                with given as (
                                    select * from unnest(
                                        cast(:id as uuid[]), cast(:identity_id as uuid[]), cast(:given_name as text[]),
                                        cast(:family_name as text[]), cast(:birth_on as date[]), cast(:sex as text[]),
                                        cast(:number as text[]), cast(:number_kind as text[]), cast(:protection as text[]),
                                        cast(:sort_name as text[]), cast(:language as text[]), cast(:interpreter as boolean[]))
                                    as g (id, identity_id, given_name, family_name, birth_on, sex, number, number_kind,
                                        protection, sort_name, language, interpreter)
                                ), fresh as (
                                    insert into person.identity (board_id, area_id, id, person_id, given_name, family_name,
                                        birth_on, sex, number, number_kind, protection, sort_name, recorded_at, recorded_by, reason)
                                    select framework.board_id(), (framework.area_ids())[1], identity_id, id, given_name,
                                        family_name, birth_on, sex, number, number_kind, protection, sort_name, :now,
                                        framework.account_id(), :reason
                                    from given
                                    on conflict (board_id, area_id, number) where superseded_at is null and number is not null
                                    do nothing
                                    returning person_id
                                ), people as (
                                    insert into person.person (board_id, area_id, id, language, interpreter, created_at, created_by)
                                    select framework.board_id(), (framework.area_ids())[1], id, language, interpreter, :now,
                                        framework.account_id()
                                    from given where id in (select person_id from fresh)
                                ), keys as (
                                    insert into person.name_key (board_id, area_id, kind, key, person_id)
                                    select framework.board_id(), (framework.area_ids())[1], k.kind, k.key, k.person_id
                                    from unnest(cast(:key_person as uuid[]), cast(:key_kind as text[]), cast(:key as text[]))
                                        as k (person_id, kind, key)
                                    where k.person_id in (select person_id from fresh)
                                ), homes as (
                                    insert into person.address (board_id, area_id, id, person_id, kind, care_of, street,
                                        apartment, postal_code, city, address_key, recorded_at, recorded_by, reason)
                                    select framework.board_id(), (framework.area_ids())[1], h.id, h.person_id, 'HOME', h.care_of,
                                        h.street, h.apartment, h.postal_code, h.city, h.address_key, :now,
                                        framework.account_id(), :reason
                                    from unnest(cast(:home_id as uuid[]), cast(:home_person as uuid[]), cast(:care_of as text[]),
                                            cast(:street as text[]), cast(:apartment as text[]), cast(:postal_code as text[]),
                                            cast(:city as text[]), cast(:address_key as text[]))
                                        as h (id, person_id, care_of, street, apartment, postal_code, city, address_key)
                                    where h.person_id in (select person_id from fresh)
                                )
                                select count(*) from fresh
                                """))
                .param("key_person", keyPeople.toArray(UUID[]::new))
                .param("key_kind", keyKinds.toArray(String[]::new))
                .param("key", keys.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", REGISTERED)
                .query(Integer.class)
                .single();
    }

    /// The rows turned into one array a column.
    private static final class Columns {

        private final Map<String, List<@Nullable String>> texts = new HashMap<>();
        private final List<UUID> ids;
        private final List<UUID> identityIds;
        private final List<UUID> homeIds = new ArrayList<>();
        private final List<UUID> homePeople = new ArrayList<>();

        Columns(int size) {
            ids = new ArrayList<>(size);
            identityIds = new ArrayList<>(size);
            for (var column : TEXTS) {
                texts.put(column, new ArrayList<>(size));
            }
        }

        private static final List<String> TEXTS =
                List.of(
                        "given_name",
                        "family_name",
                        "birth_on",
                        "sex",
                        "number",
                        "number_kind",
                        "protection",
                        "sort_name",
                        "language",
                        "interpreter",
                        "care_of",
                        "street",
                        "apartment",
                        "postal_code",
                        "city",
                        "address_key");

        void add(NewPersonRow row, Clock clock) {
            var person = row.person();
            ids.add(row.id().value());
            identityIds.add(NewId.at(clock));
            text("given_name", person.given());
            text("family_name", person.family());
            text("birth_on", person.birthOn());
            text("sex", person.sex());
            text("number", person.number() == null ? null : person.number().digits());
            text("number_kind", person.number() == null ? null : person.number().kind());
            text("protection", person.protection());
            text("sort_name", sortName(person.given(), person.family()));
            text("language", person.language());
            text("interpreter", person.interpreter());
            var home = person.home();
            if (home != null) {
                homeIds.add(NewId.at(clock));
                homePeople.add(row.id().value());
                text("care_of", home.careOf());
                text("street", home.street());
                text("apartment", home.apartment());
                text("postal_code", home.postalCode());
                text("city", home.city());
                text("address_key", home.key());
            }
        }

        private void text(String column, @Nullable Object value) {
            texts.getOrDefault(column, new ArrayList<>())
                    .add(
                            value == null
                                    ? null
                                    : value instanceof Enum<?> constant
                                            ? constant.name()
                                            : value.toString());
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            var bound =
                    statement
                            .param("id", ids.toArray(UUID[]::new))
                            .param("identity_id", identityIds.toArray(UUID[]::new))
                            .param("home_id", homeIds.toArray(UUID[]::new))
                            .param("home_person", homePeople.toArray(UUID[]::new));
            for (var column : TEXTS) {
                bound =
                        bound.param(
                                column,
                                texts.getOrDefault(column, List.of()).toArray(new String[0]));
            }
            return bound;
        }
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

    static @Nullable IdentityNumber number(@Nullable String digits) {
        return digits == null ? null : new IdentityNumber(digits);
    }

    static PersonName name(ResultSet rs, int row) throws SQLException {
        return new PersonName(
                personId(rs, "person_id"),
                rs.getString("given_name"),
                rs.getString("family_name"),
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
