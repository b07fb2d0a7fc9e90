package se.bofast.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.bofast.database.Reach;
import se.bofast.kernel.NewId;
import tools.jackson.databind.json.JsonMapper;

/// The pieces of work of the board one works in.
@Component
public class Jobs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;
    private final JobBell bell;

    Jobs(JdbcClient db, Clock clock, JobBell bell) {
        this.db = db;
        this.clock = clock;
        this.bell = bell;
    }

    /// Enqueues in the caller's transaction; the work starts after the commit.
    ///
    /// @param payload ids and codes only, never a person's data
    @Transactional(propagation = Propagation.MANDATORY)
    public JobId enqueue(String kind, Map<String, String> payload) {
        return enqueue(kind, payload, clock.instant());
    }

    /// As {@link #enqueue(String, Map)}, not before the moment.
    @Transactional(propagation = Propagation.MANDATORY)
    public JobId enqueue(String kind, Map<String, String> payload, Instant after) {
        var reach = Reach.current();
        var id = new JobId(NewId.at(clock));
        db.sql(
                        """
                        insert into job.job (board_id, area_id, id, kind, payload, state, account_id,
                            created_at, run_after, attempts, done_steps)
                        values (:board, :area, :id, :kind, cast(:payload as jsonb), 'WAITING', :account,
                            :at, :after, 0, 0)
                        """)
                .param("board", reach.requiredBoard().value())
                .param("area", reach.homeArea().value())
                .param("id", id.value())
                .param("kind", kind)
                .param("payload", JSON.writeValueAsString(payload))
                .param("account", reach.employee() == null ? null : reach.employee().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("after", Timestamp.from(after))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        bell.ring();
                    }
                });
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<JobState> find(JobId id) {
        return db.sql(
                        """
                        select id, kind, state, done_steps, all_steps, created_at, finished_at, problem
                        from job.job
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query(Jobs::row)
                .optional();
    }

    /// The latest of a kind, newest first.
    @Transactional(readOnly = true)
    public List<JobState> latest(String kind, int atMost) {
        return db.sql(
                        """
                        select id, kind, state, done_steps, all_steps, created_at, finished_at, problem
                        from job.job
                        where board_id = framework.board_id() and kind = :kind
                        order by id desc
                        limit :most
                        """)
                .param("kind", kind)
                .param("most", atMost)
                .query(Jobs::row)
                .list();
    }

    /// Puts failed work back in the line.
    @Transactional
    public void tryAgain(JobId id) {
        db.sql(
                        """
                        update job.job
                        set state = 'WAITING', attempts = 0, run_after = :now, finished_at = null, problem = null
                        where board_id = framework.board_id() and id = :id and state = 'FAILED'
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        bell.ring();
    }

    static JobState row(ResultSet rs, int n) throws SQLException {
        return new JobState(
                new JobId(rs.getObject("id", UUID.class)),
                rs.getString("kind"),
                JobState.State.valueOf(rs.getString("state")),
                rs.getLong("done_steps"),
                longOrNull(rs, "all_steps"),
                rs.getTimestamp("created_at").toInstant(),
                momentOrNull(rs, "finished_at"),
                rs.getString("problem"));
    }

    private static @Nullable Long longOrNull(ResultSet rs, String column) throws SQLException {
        var value = rs.getLong(column);
        return rs.wasNull() ? null : value;
    }

    private static @Nullable Instant momentOrNull(ResultSet rs, String column) throws SQLException {
        var value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
