package se.bofast.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Takes work from the table, one piece at a time, and does it under a lease. A process that dies
/// lets its lease run out, and the work is taken up again where its transactions left it.
@Component
@EnableConfigurationProperties(JobRunner.Settings.class)
class JobRunner implements SmartLifecycle {

    /// @param running false in tests that run the work themselves
    @ConfigurationProperties("bofast.jobs")
    record Settings(@DefaultValue("true") boolean running) {}

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(8);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 5;
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Taken(
            BoardId board,
            AreaId area,
            JobId id,
            String kind,
            Map<String, String> payload,
            @Nullable EmployeeId orderedBy,
            int attempts,
            long doneSteps,
            UUID lease) {}

    private final Map<String, JobKind> kinds;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JobBell bell;
    private final Settings settings;
    private final AtomicBoolean on = new AtomicBoolean();
    private @Nullable Thread thread;

    JobRunner(
            List<JobKind> kinds,
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock,
            JobBell bell,
            Settings settings) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::code, Function.identity()));
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.running() && on.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("jobs").start(this::loop);
        }
    }

    @Override
    public void stop() {
        on.set(false);
        bell.ring();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on.get();
    }

    private void loop() {
        while (on.get()) {
            try {
                while (on.get() && runOne()) {}
                bell.await(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Jobs: the database could not be asked for work: {}", kindOf(e));
                try {
                    Thread.sleep(LOOK_AGAIN);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /// Runs the next piece of work if there is one.
    boolean runOne() {
        var waiting = transaction.execute(status -> boardsWithWork());
        for (var place : waiting == null ? List.<Reach>of() : waiting) {
            Optional<Taken> taken = place.within(() -> transaction.execute(status -> take(place)));
            if (taken != null && taken.isPresent()) {
                work(taken.get(), null);
                return true;
            }
        }
        return false;
    }

    private List<Reach> boardsWithWork() {
        return db.sql("select board_id, area_id from job.boards_with_work(:now)")
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) ->
                        Reach.ofHouse(
                                new BoardId(rs.getObject("board_id", UUID.class)),
                                new AreaId(rs.getObject("area_id", UUID.class))))
                .list();
    }

    private Optional<Taken> take(Reach place) {
        var lease = UUID.randomUUID();
        return db.sql(
                        """
                        update job.job
                        set state = 'RUNNING', lease = :lease, leased_until = :until, attempts = attempts + 1
                        where board_id = framework.board_id() and id = (
                            select id from job.job
                            where board_id = framework.board_id() and area_id = :area
                              and run_after <= :now
                              and (state = 'WAITING' or state = 'RUNNING' and leased_until < :now)
                            order by run_after, id
                            limit 1
                            for update skip locked)
                        returning id, kind, payload, account_id, attempts, done_steps
                        """)
                .param("lease", lease)
                .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                .param("now", Timestamp.from(clock.instant()))
                .param("area", place.homeArea().value())
                .query((rs, n) -> taken(rs, place, lease))
                .optional();
    }

    private static Taken taken(ResultSet rs, Reach place, UUID lease) throws SQLException {
        var account = rs.getObject("account_id", UUID.class);
        return new Taken(
                place.requiredBoard(),
                place.homeArea(),
                new JobId(rs.getObject("id", UUID.class)),
                rs.getString("kind"),
                JSON.readValue(
                        rs.getString("payload"), new TypeReference<Map<String, String>>() {}),
                account == null ? null : new EmployeeId(account),
                rs.getInt("attempts"),
                rs.getLong("done_steps"),
                lease);
    }

    /// Does a waiting piece at once, on this thread, as if at the moment. Its lease is of the
    /// present.
    void runNow(JobId id, Instant moment) {
        var place = Reach.current();
        var taken = transaction.execute(status -> take(place, id));
        if (taken != null) {
            taken.ifPresent(job -> work(job, moment));
        }
    }

    private Optional<Taken> take(Reach place, JobId id) {
        var lease = UUID.randomUUID();
        return db.sql(
                        """
                        update job.job
                        set state = 'RUNNING', lease = :lease, leased_until = :until, attempts = attempts + 1
                        where board_id = framework.board_id() and id = :id
                          and (state = 'WAITING' or state = 'RUNNING' and leased_until < :now)
                        returning id, kind, payload, account_id, attempts, done_steps
                        """)
                .param("lease", lease)
                .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .query((rs, n) -> taken(rs, place, lease))
                .optional();
    }

    private void work(Taken job, @Nullable Instant moment) {
        var reach = Reach.ofHouse(job.board(), List.of(job.area()), job.orderedBy());
        reach.within(() -> {
            var beating = new AtomicBoolean(true);
            var heart = Thread.ofVirtual().start(() -> beat(reach, job, beating));
            try {
                var kind = kinds.get(job.kind());
                if (kind == null) {
                    throw new JobProblem("unknown-kind");
                }
                if (moment == null) {
                    kind.run(new Run(job, true));
                } else {
                    HouseClock.at(
                            moment,
                            () -> {
                                kind.run(new Run(job, false));
                                return null;
                            });
                }
                finish(job, "DONE", null);
            } catch (JobProblem problem) {
                finish(job, "FAILED", problem.code());
            } catch (RuntimeException e) {
                LOG.error(
                        "Job {} {} failed at attempt {}: {}",
                        job.kind(),
                        job.id().value(),
                        job.attempts(),
                        kindOf(e),
                        withoutMessage(e));
                if (!on.get() && settings.running()) {
                    // Closing is not the work's fault: the lease runs out by itself.
                    return null;
                }
                if (job.attempts() >= ATTEMPTS) {
                    finish(job, "FAILED", "gave-up");
                } else {
                    waitAgain(job);
                }
            } finally {
                beating.set(false);
                heart.interrupt();
            }
            return null;
        });
    }

    private void beat(Reach reach, Taken job, AtomicBoolean beating) {
        while (beating.get()) {
            try {
                Thread.sleep(HEARTBEAT);
            } catch (InterruptedException e) {
                return;
            }
            if (beating.get()) {
                reach.within(() -> transaction.execute(status -> keepLease(job, null, null, true)));
            }
        }
    }

    /// @param longer false where the clock plays another day, by which no lease is measured; the
    ///   heartbeat keeps it
    private int keepLease(Taken job, @Nullable Long done, @Nullable Long all, boolean longer) {
        return db.sql(
                        """
                        update job.job
                        set leased_until = coalesce(cast(:until as timestamptz), leased_until),
                            done_steps = coalesce(cast(:done as bigint), done_steps),
                            all_steps = coalesce(cast(:all as bigint), all_steps)
                        where board_id = framework.board_id() and id = :id and lease = :lease and state = 'RUNNING'
                        """)
                .param("until", longer ? Timestamp.from(clock.instant().plus(LEASE)) : null)
                .param("done", done)
                .param("all", all)
                .param("id", job.id().value())
                .param("lease", job.lease())
                .update();
    }

    private void finish(Taken job, String state, @Nullable String problem) {
        transaction.executeWithoutResult(status ->
                db.sql(
                                """
                                update job.job
                                set state = :state, problem = :problem, finished_at = :now,
                                    lease = null, leased_until = null
                                where board_id = framework.board_id() and id = :id and lease = :lease
                                """)
                        .param("state", state)
                        .param("problem", problem)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", job.id().value())
                        .param("lease", job.lease())
                        .update());
    }

    private void waitAgain(Taken job) {
        transaction.executeWithoutResult(status ->
                db.sql(
                                """
                                update job.job
                                set state = 'WAITING', lease = null, leased_until = null, run_after = :later
                                where board_id = framework.board_id() and id = :id and lease = :lease
                                """)
                        .param(
                                "later",
                                Timestamp.from(clock.instant().plusSeconds(2L * job.attempts())))
                        .param("id", job.id().value())
                        .param("lease", job.lease())
                        .update());
    }

    private static String kindOf(Throwable e) {
        return e.getClass().getSimpleName();
    }

    /// The stack without the messages, which may quote a row.
    private static Throwable withoutMessage(Throwable e) {
        var bare = new IllegalStateException(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    private final class Run implements JobRun {

        private final Taken job;
        private final boolean ownTime;

        /// @param ownTime false where the work plays another day
        Run(Taken job, boolean ownTime) {
            this.job = job;
            this.ownTime = ownTime;
        }

        @Override
        public JobId id() {
            return job.id();
        }

        @Override
        public Map<String, String> payload() {
            return job.payload();
        }

        @Override
        public long doneBefore() {
            return job.doneSteps();
        }

        @Override
        public void progress(long done, long all) {
            var kept = transaction.execute(status -> keepLease(job, done, all, ownTime));
            if (kept == null || kept == 0) {
                throw new IllegalStateException("the work has been taken over by another process");
            }
            if (!on.get() && settings.running()) {
                throw new IllegalStateException(
                        "the house is closing; the work goes on at the next start");
            }
        }
    }
}
