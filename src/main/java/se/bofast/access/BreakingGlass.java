package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Nödöppning: an employee opens one thing beyond their reach, with a reason in writing and for a
/// while; the reviewer is told at once. Never beyond the board or its areas, and never someone
/// whose identity is protected: what does not exist for the actor cannot be opened. Call within the
/// actor's reach.
@Component
public class BreakingGlass {

    /// The kind of {@link Subject} a nödöppning is in the log.
    public static final String KIND = "break-glass";

    /// Fewer letters than this say nothing.
    public static final int SHORTEST_REASON = 15;

    /// How long at most, after which one opens anew and says why again.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// A nödöppning that is still open.
    public record Opened(UUID id, Subject subject, Instant openedAt, Instant endsAt) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    BreakingGlass(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Opens the subject. The reason stands in the log as written: it is the employee's own account
    /// of why, and tells of nobody more than it must.
    ///
    /// @param persons whom the subject is about, for the log
    /// @param length at most {@link #LONGEST}
    /// @return the nödöppning, until when
    /// @throws NotFound if the subject does not exist for the actor
    /// @throws IllegalArgumentException if the reason is too short or the time too long
    @Transactional
    public Opened open(
            Actor actor,
            Subject subject,
            Collection<PersonId> persons,
            String reason,
            Duration length) {
        access.require(actor, Action.BREAK_GLASS, subject);
        if (reason.strip().length() < SHORTEST_REASON
                || length.compareTo(LONGEST) > 0
                || !length.isPositive()) {
            throw new IllegalArgumentException("a reason and a time within a day are needed");
        }
        var now = clock.instant();
        var opened = new Opened(NewId.at(clock), subject, now, now.plus(length));
        db.sql(
                        """
                        insert into access.break_glass (board_id, area_id, id, account_id, unit_id,
                            subject_kind, subject_id, reason, opened_at, ends_at)
                        values (framework.board_id(), :area, :id, :account, :unit, :kind, :subject, :reason, :now, :ends)
                        """)
                .param("area", actor.area().value())
                .param("id", opened.id())
                .param("account", actor.id().value())
                .param("unit", actor.unit().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("reason", reason.strip())
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(opened.endsAt()))
                .update();
        log.record(
                LogEntry.of(Action.BREAK_GLASS)
                        .about(subject.kind(), subject.id())
                        .touching(persons)
                        .because(reason.strip()));
        return opened;
    }

    /// What the actor has open now, the latest first.
    @Transactional(readOnly = true)
    public List<Opened> mine(Actor actor) {
        return db.sql(
                        """
                        select id, subject_kind, subject_id, opened_at, ends_at from access.break_glass
                        where board_id = framework.board_id() and account_id = :account
                          and opened_at <= :now and ends_at > :now and closed_at is null
                        order by opened_at desc, id desc
                        """)
                .param("account", actor.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) ->
                        new Opened(
                                rs.getObject("id", UUID.class),
                                new Subject(
                                        rs.getString("subject_kind"),
                                        rs.getObject("subject_id", UUID.class)),
                                rs.getTimestamp("opened_at").toInstant(),
                                rs.getTimestamp("ends_at").toInstant()))
                .list();
    }

    /// Closes what one has opened, before its time is out.
    ///
    /// @throws NotFound if it is not one's own, or not open any more
    @Transactional
    public void close(Actor actor, UUID id) {
        access.require(actor, Action.BREAK_GLASS);
        var subject =
                db.sql(
                                """
                                update access.break_glass set closed_at = :now
                                where board_id = framework.board_id() and id = :id and account_id = :account
                                  and closed_at is null and ends_at > :now
                                returning subject_kind, subject_id
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", actor.id().value())
                        .query((rs, n) -> new Subject(rs.getString(1), rs.getObject(2, UUID.class)))
                        .optional()
                        .orElseThrow(NotFound::new);
        log.record(
                LogEntry.of(Action.BREAK_GLASS)
                        .about(subject.kind(), subject.id())
                        .because("CLOSED"));
    }

    /// Writes the reviewer's judgement; the caller has required the action and found that the
    /// opening is another's, which the database asks for too.
    ///
    /// @return false if it has been judged already
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean judge(Actor actor, UUID id, Verdict verdict, String judgement) {
        access.require(actor, Action.JUDGE_BREAK_GLASS);
        return db.sql(
                                """
                                update access.break_glass
                                set judged_at = :now, judged_by = :me, verdict = :verdict, judgement = :judgement
                                where board_id = framework.board_id() and id = :id and judged_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("me", actor.id().value())
                        .param("verdict", verdict.name())
                        .param("judgement", judgement.strip())
                        .param("id", id)
                        .update()
                == 1;
    }
}
