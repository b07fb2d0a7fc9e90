package se.bofast.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.Reach;
import se.bofast.job.JobId;
import se.bofast.job.Jobs;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;

/// Searches for doubles through the whole register: ordered by somebody, and each night after the
/// first one.
@Component
public class DoubleSearches {

    static final String KIND = "find-doubles";
    static final String SUBJECT = "double-search";
    static final String SEARCH = "search";
    private static final LocalTime NIGHT = LocalTime.of(2, 15);

    /// @param finishedAt null: not done yet
    public record Search(
            UUID id,
            Instant dueAt,
            @Nullable Instant finishedAt,
            int people,
            int linked,
            int waiting,
            long millis) {}

    private final JdbcClient db;
    private final Jobs jobs;
    private final Log log;
    private final Clock clock;

    DoubleSearches(JdbcClient db, Jobs jobs, Log log, Clock clock) {
        this.db = db;
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
    }

    /// Orders a search at once; it begins after the commit. The caller has required the action.
    @Transactional
    public JobId order() {
        var now = clock.instant();
        var id = insert(false, now);
        log.record(LogEntry.of(Action.LOOK_FOR_DOUBLES).about(SUBJECT, id));
        return jobs.enqueue(KIND, Map.of(SEARCH, id.toString()));
    }

    /// Sees to it that the coming night has its search, ordered by the house itself.
    @Transactional
    public void orderNextNight() {
        var now = clock.instant();
        var ordered =
                db.sql(
                                """
                                select count(*) from person.double_search
                                where board_id = framework.board_id() and nightly and due_at > :now
                                """)
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single();
        if (ordered == 0) {
            var night =
                    HouseClock.today(clock)
                            .plusDays(1)
                            .atTime(NIGHT)
                            .atZone(HouseClock.ZONE)
                            .toInstant();
            var id = insert(true, night);
            jobs.enqueue(KIND, Map.of(SEARCH, id.toString()), night);
        }
    }

    /// The search that was last done, or is being done.
    @Transactional(readOnly = true)
    public Optional<Search> latest() {
        return db.sql(
                        """
                        select id, due_at, finished_at, people, linked, waiting, millis from person.double_search
                        where board_id = framework.board_id() and due_at <= :now
                        order by due_at desc, id desc limit 1
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) -> {
                    var finished = rs.getTimestamp("finished_at");
                    return new Search(
                            rs.getObject("id", UUID.class),
                            rs.getTimestamp("due_at").toInstant(),
                            finished == null ? null : finished.toInstant(),
                            rs.getInt("people"),
                            rs.getInt("linked"),
                            rs.getInt("waiting"),
                            rs.getLong("millis"));
                })
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean isDone(UUID id) {
        return db.sql(
                        """
                        select finished_at is not null from person.double_search
                        where board_id = framework.board_id() and id = :id for update
                        """)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void done(UUID id, int people, int linked, int waiting, long millis) {
        db.sql(
                        """
                        update person.double_search set finished_at = :now, people = :people, linked = :linked,
                            waiting = :waiting, millis = :millis
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("people", people)
                .param("linked", linked)
                .param("waiting", waiting)
                .param("millis", millis)
                .param("id", id)
                .update();
    }

    private UUID insert(boolean nightly, Instant due) {
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into person.double_search (board_id, area_id, id, nightly, due_at, ordered_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :nightly, :due, :by)
                        """)
                .param("id", id)
                .param("nightly", nightly)
                .param("due", Timestamp.from(due))
                .param(
                        "by",
                        Reach.current().employee() == null
                                ? null
                                : Reach.current().employee().value())
                .update();
        return id;
    }
}
