package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// Addresses of people. A new one supersedes the old, which stays readable.
@Component
public class Addresses {

    /// Stands in the log instead of what a protected person's fields held; the fact rows hold it.
    static final String HIDDEN = "hidden";

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final People people;

    Addresses(JdbcClient db, Clock clock, Log log, People people) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.people = people;
    }

    /// Sets the address of the kind, or takes it away.
    ///
    /// @param seen the current row the writer had before their eyes; null if there was none
    /// @param address null: there is none any more
    /// @param reason why, in the writer's words
    /// @throws Conflict if somebody else set it meanwhile
    @Transactional
    public void set(
            Actor actor,
            PersonId person,
            AddressKind kind,
            @Nullable UUID seen,
            @Nullable NewAddress address,
            String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a new address has a reason");
        }
        var before = current(person, kind);
        if (!before.map(AddressFact::id).equals(Optional.ofNullable(seen))) {
            throw new Conflict("person.address.changedMeanwhile");
        }
        before.ifPresent(this::supersede);
        if (address != null) {
            insert(person, kind, address, reason);
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("ADDRESS_SET")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(
                                logged(person, kind, before.map(fact -> fact.address().line())),
                                logged(
                                        person,
                                        kind,
                                        Optional.ofNullable(address)
                                                .map(given -> given.shown(kind).line()))));
    }

    private Map<String, String> logged(PersonId person, AddressKind kind, Optional<String> line) {
        var name = people.names(List.of(person)).get(person);
        var hidden = name == null || name.isProtected();
        return line.map(text -> Map.of(kind.name(), hidden ? HIDDEN : text)).orElse(Map.of());
    }

    /// Sets the address whatever stood there before, for work no one watches (an import).
    @Transactional
    public void set(
            Actor actor, PersonId person, AddressKind kind, NewAddress address, String reason) {
        set(
                actor,
                person,
                kind,
                current(person, kind).map(AddressFact::id).orElse(null),
                address,
                reason);
    }

    /// What is believed now. Also of a protected person: the caller has required the action.
    @Transactional(readOnly = true)
    public Optional<AddressFact> current(PersonId person, AddressKind kind) {
        return history(person).stream()
                .filter(fact -> fact.supersededAt() == null && fact.address().kind() == kind)
                .findFirst();
    }

    /// All addresses, current ones first, then newest first. Also of a protected person: the caller
    /// has required the action.
    @Transactional(readOnly = true)
    public List<AddressFact> history(PersonId person) {
        return db.sql(
                        """
                        select id, kind, care_of, street, apartment, postal_code, city, recorded_at,
                               superseded_at, reason
                        from person.address
                        where board_id = framework.board_id() and person_id = :person
                        order by superseded_at desc nulls first, kind, recorded_at desc, id desc
                        """)
                .param("person", person.value())
                .query(Addresses::row)
                .list();
    }

    private void supersede(AddressFact fact) {
        var superseded =
                db.sql(
                                """
                                update person.address set superseded_at = :now
                                where board_id = framework.board_id() and id = :id and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", fact.id())
                        .update();
        if (superseded == 0) {
            throw new Conflict("person.address.changedMeanwhile");
        }
    }

    private void insert(PersonId person, AddressKind kind, NewAddress address, String reason) {
        var inserted =
                db.sql(
                                """
                                insert into person.address (board_id, area_id, id, person_id, kind, care_of, street,
                                    apartment, postal_code, city, address_key, recorded_at, recorded_by, reason)
                                select board_id, area_id, :id, id, :kind, :careOf, :street, :apartment, :postalCode, :city,
                                    :key, :now, framework.account_id(), :reason
                                from person.person where board_id = framework.board_id() and id = :person
                                on conflict do nothing
                                """)
                        .param("id", NewId.at(clock))
                        .param("person", person.value())
                        .param("kind", kind.name())
                        .param("careOf", address.careOf())
                        .param("street", address.street())
                        .param("apartment", address.apartment())
                        .param("postalCode", address.postalCode())
                        .param("city", address.city())
                        .param("key", address.key())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .update();
        if (inserted == 0) {
            throw new Conflict("person.address.changedMeanwhile");
        }
    }

    private static AddressFact row(ResultSet rs, int n) throws SQLException {
        var superseded = rs.getTimestamp("superseded_at");
        return new AddressFact(
                rs.getObject("id", UUID.class),
                People.address(rs, n),
                rs.getTimestamp("recorded_at").toInstant(),
                superseded == null ? null : superseded.toInstant(),
                rs.getString("reason"));
    }
}
