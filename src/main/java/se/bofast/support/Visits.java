package se.bofast.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;

/// The tables of visits and of notes for safe visits.
@Component
class Visits {

    private final JdbcClient db;
    private final Clock clock;

    Visits(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(Visit visit) {
        db.sql(
                        """
                        insert into support.visit (board_id, area_id, id, matter_kind, matter_id, person_id, account_id,
                            with_account_id, with_landlord, start_at, check_in_due_at, check_in_account_id,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :kind, :matter, :person, :who,
                            :companion, :landlord, :begins, :due, :waiting, :now, framework.account_id())
                        """)
                .param("id", visit.id().value())
                .param("kind", visit.matter().kind())
                .param("matter", visit.matter().id())
                .param("person", visit.person() == null ? null : visit.person().value())
                .param("who", visit.who().value())
                .param("companion", visit.with() == null ? null : visit.with().value())
                .param("landlord", visit.withLandlord())
                .param("begins", Timestamp.from(visit.startAt()))
                .param("due", Timestamp.from(visit.checkInDueAt()))
                .param("waiting", visit.checkInTo().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Visit> find(Visit.VisitId id) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, account_id, with_account_id, with_landlord,
                               start_at, check_in_due_at, check_in_account_id, checked_in_at, cancelled_at
                        from support.visit
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query(Visits::row)
                .optional();
    }

    /// The last first.
    List<Visit> of(Subject matter) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, account_id, with_account_id, with_landlord,
                               start_at, check_in_due_at, check_in_account_id, checked_in_at, cancelled_at
                        from support.visit
                        where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
                        order by start_at desc, id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(Visits::row)
                .list();
    }

    /// Visits nobody has been heard of after, for those who wait for the word.
    List<Visit> overdue(UUID[] waiting, Instant now) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, account_id, with_account_id, with_landlord,
                               start_at, check_in_due_at, check_in_account_id, checked_in_at, cancelled_at
                        from support.visit
                        where board_id = framework.board_id() and check_in_account_id = any(:waiting)
                          and check_in_due_at < :now and checked_in_at is null and cancelled_at is null
                        order by check_in_due_at, id
                        """)
                .param("waiting", waiting)
                .param("now", Timestamp.from(now))
                .query(Visits::row)
                .list();
    }

    /// Visits not called off that begin from one moment up to another.
    List<Visit> between(UUID[] going, Instant from, Instant to) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, account_id, with_account_id, with_landlord,
                               start_at, check_in_due_at, check_in_account_id, checked_in_at, cancelled_at
                        from support.visit
                        where board_id = framework.board_id()
                          and (account_id = any(:going) or with_account_id = any(:going))
                          and start_at >= :from and start_at < :to and cancelled_at is null
                        order by start_at, id
                        """)
                .param("going", going)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Visits::row)
                .list();
    }

    boolean checkIn(Visit.VisitId id) {
        return db.sql(
                                """
                                update support.visit set checked_in_at = :now, checked_in_by = framework.account_id()
                                where board_id = framework.board_id() and id = :id
                                  and checked_in_at is null and cancelled_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    boolean cancel(Visit.VisitId id) {
        return db.sql(
                                """
                                update support.visit set cancelled_at = :now
                                where board_id = framework.board_id() and id = :id
                                  and checked_in_at is null and cancelled_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    void note(VisitNote note) {
        db.sql(
                        """
                        insert into support.visit_note (board_id, area_id, id, person_id, note, two_people, until_on,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :note, :two, :until,
                            :now, framework.account_id())
                        """)
                .param("id", note.id().value())
                .param("person", note.person().value())
                .param("note", note.note())
                .param("two", note.twoPeople())
                .param("until", note.untilOn())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Notes that still hold on the day.
    List<VisitNote> notes(PersonId person, LocalDate today) {
        return db.sql(
                        """
                        select id, person_id, note, two_people, until_on from support.visit_note
                        where board_id = framework.board_id() and person_id = :person
                          and until_on >= :today and ended_at is null
                        order by recorded_at desc, id desc
                        """)
                .param("person", person.value())
                .param("today", today)
                .query((rs, n) ->
                        new VisitNote(
                                new VisitNote.VisitNoteId(rs.getObject("id", UUID.class)),
                                new PersonId(rs.getObject("person_id", UUID.class)),
                                rs.getString("note"),
                                rs.getBoolean("two_people"),
                                rs.getObject("until_on", LocalDate.class)))
                .list();
    }

    boolean endNote(PersonId person, VisitNote.VisitNoteId id) {
        return db.sql(
                                """
                                update support.visit_note set ended_at = :now
                                where board_id = framework.board_id() and person_id = :person and id = :id
                                  and ended_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person.value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private static Visit row(ResultSet rs, int n) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var with = rs.getObject("with_account_id", UUID.class);
        return new Visit(
                new Visit.VisitId(rs.getObject("id", UUID.class)),
                new Subject(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class)),
                person == null ? null : new PersonId(person),
                new EmployeeId(rs.getObject("account_id", UUID.class)),
                with == null ? null : new EmployeeId(with),
                rs.getBoolean("with_landlord"),
                rs.getTimestamp("start_at").toInstant(),
                rs.getTimestamp("check_in_due_at").toInstant(),
                new EmployeeId(rs.getObject("check_in_account_id", UUID.class)),
                moment(rs, "checked_in_at"),
                moment(rs, "cancelled_at"));
    }

    static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
