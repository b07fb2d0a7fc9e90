package se.bofast.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.LogVerification.Broken;
import se.bofast.audit.Seals;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;
import se.bofast.job.JobState;
import se.bofast.job.Jobs;
import se.bofast.kernel.NewId;

/// Shows the seals of the board's own log, and has them reckoned anew as work of its own.
@Component
public class VerifyingSeals implements JobKind {

    static final String KIND = "verify-log";
    private static final int LATEST = 20;

    /// @param fingerprint of the last seal that holds; null if there is none
    /// @param broken null if all hold
    public record Verification(
            Instant at,
            long seals,
            long sealed,
            long open,
            @Nullable String fingerprint,
            @Nullable Broken broken) {}

    /// @param working true while a verification waits or runs
    public record View(Seals.Chain chain, List<Verification> verifications, boolean working) {}

    private final JdbcClient db;
    private final Access access;
    private final Seals seals;
    private final Jobs jobs;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VerifyingSeals(
            JdbcClient db,
            Access access,
            Seals seals,
            Jobs jobs,
            Log log,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.access = access;
        this.seals = seals;
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Transactional
    public View view(Actor actor) {
        access.require(actor, Action.SEE_SEALS);
        log.record(LogEntry.of(Action.SEE_SEALS));
        return new View(seals.chain(LATEST), verifications(), works());
    }

    private boolean works() {
        return jobs.latest(KIND, 1).stream()
                .anyMatch(job ->
                        job.state() == JobState.State.WAITING
                                || job.state() == JobState.State.RUNNING);
    }

    private List<Verification> verifications() {
        return db.sql(
                        """
                        select checked_at, seals, sealed, open, fingerprint, broken_number, broken_entries, broken_found
                        from review.verification
                        where board_id = framework.board_id()
                        order by checked_at desc
                        limit 5
                        """)
                .query((rs, n) -> {
                    var number = rs.getLong("broken_number");
                    var broken =
                            rs.wasNull()
                                    ? null
                                    : new Broken(
                                            number,
                                            rs.getLong("broken_entries"),
                                            rs.getLong("broken_found"));
                    return new Verification(
                            rs.getTimestamp("checked_at").toInstant(),
                            rs.getLong("seals"),
                            rs.getLong("sealed"),
                            rs.getLong("open"),
                            rs.getString("fingerprint"),
                            broken);
                })
                .list();
    }

    /// Orders a verification; one at a time.
    @Transactional
    public void order(Actor actor) {
        access.require(actor, Action.SEE_SEALS);
        if (!works()) {
            jobs.enqueue(KIND, Map.of());
            log.record(LogEntry.of(Action.SEE_SEALS).because("VERIFY"));
        }
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        transaction.executeWithoutResult(status -> verify());
    }

    private void verify() {
        var verified = seals.verify();
        var broken = verified.broken();
        UUID id = NewId.at(clock);
        db.sql(
                        """
                        insert into review.verification (board_id, area_id, id, checked_at, checked_by, seals, sealed, open,
                            fingerprint, broken_number, broken_entries, broken_found)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :now, framework.account_id(), :seals,
                            :sealed, :open, :fingerprint, :number, :entries, :found)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("seals", verified.seals())
                .param("sealed", verified.sealed())
                .param("open", verified.open())
                .param("fingerprint", verified.last())
                .param("number", broken == null ? null : broken.number())
                .param("entries", broken == null ? null : broken.entries())
                .param("found", broken == null ? null : broken.found())
                .update();
        log.record(LogEntry.of(Action.SEE_SEALS).because(broken == null ? "HOLDS" : "BROKEN"));
    }
}
