package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.ContactWay.ContactWayId;

/// Telephones and e-mail addresses of people. Nothing is erased: a way that no longer works is
/// ended.
@Component
public class ContactWays {

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;

    ContactWays(JdbcClient db, Clock clock, Log log) {
        this.db = db;
        this.clock = clock;
        this.log = log;
    }

    /// All ways, those in use first. Of a protected person too: the caller has required the action.
    @Transactional(readOnly = true)
    public List<ContactWay> of(PersonId person) {
        return db.sql(
                        """
                        select id, kind, value, given_by_person, recorded_at, ended_at from person.contact_way
                        where board_id = framework.board_id() and person_id = :person
                        order by ended_at desc nulls first, kind desc, recorded_at desc, id
                        """)
                .param("person", person.value())
                .query(ContactWays::row)
                .list();
    }

    /// @param givenByPerson an SMS goes only to a number the person gave (product.md H)
    @Transactional
    public ContactWayId add(
            Actor actor,
            PersonId person,
            ContactWay.WayKind kind,
            String value,
            boolean givenByPerson) {
        var id = new ContactWayId(NewId.at(clock));
        db.sql(
                        """
                        insert into person.contact_way (board_id, area_id, id, person_id, kind, value, given_by_person,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :kind, :value, :given,
                            :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("value", value.strip())
                .param("given", givenByPerson)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("CONTACT_WAY_ADDED")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(Map.of(), Map.of("contactWay", id.value().toString())));
        return id;
    }

    /// @throws NotFound if the person has no such way in use
    @Transactional
    public void end(Actor actor, PersonId person, ContactWayId way) {
        var ended =
                db.sql(
                                """
                                update person.contact_way set ended_at = :now
                                where board_id = framework.board_id() and person_id = :person and id = :id
                                  and ended_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person.value())
                        .param("id", way.value())
                        .update();
        if (ended == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("CONTACT_WAY_ENDED")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(Map.of("contactWay", way.value().toString()), Map.of()));
    }

    static ContactWay row(ResultSet rs, int n) throws SQLException {
        var ended = rs.getTimestamp("ended_at");
        return new ContactWay(
                new ContactWayId(rs.getObject("id", UUID.class)),
                ContactWay.WayKind.valueOf(rs.getString("kind")),
                rs.getString("value"),
                rs.getBoolean("given_by_person"),
                rs.getTimestamp("recorded_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
