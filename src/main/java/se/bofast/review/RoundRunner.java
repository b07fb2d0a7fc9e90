package se.bofast.review;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.audit.Logs;
import se.bofast.job.JobState;
import se.bofast.job.Jobs;
import se.bofast.kernel.HouseClock;

/// Orders the round of the month that has ended, for every log that has none yet.
@Component
class RoundRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RoundRunner.class);

    private final Logs logs;
    private final OpeningRounds opening;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean wanted;
    private final Duration every;
    private @Nullable CountDownLatch closing;
    private @Nullable Thread thread;

    RoundRunner(
            Logs logs,
            OpeningRounds opening,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${bofast.jobs.running:true}") boolean wanted,
            @Value("${bofast.review.look-every:15m}") Duration every) {
        this.logs = logs;
        this.opening = opening;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
        this.wanted = wanted;
        this.every = every;
    }

    @Override
    public void start() {
        if (wanted && closing == null) {
            var end = new CountDownLatch(1);
            closing = end;
            thread = Thread.ofVirtual().name("rounds").start(() -> loop(end));
        }
    }

    @Override
    public void stop() {
        var end = closing;
        if (end == null || thread == null) {
            return;
        }
        end.countDown();
        try {
            thread.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing = null;
    }

    @Override
    public boolean isRunning() {
        return closing != null;
    }

    private void loop(CountDownLatch end) {
        try {
            // Waits first: a house that starts has other things to do.
            while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                lookAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void lookAll() {
        try {
            var month = YearMonth.from(HouseClock.today(clock)).minusMonths(1);
            for (var log : logs.all()) {
                log.within(() -> {
                    transaction.executeWithoutResult(status -> look(month));
                    return null;
                });
            }
        } catch (RuntimeException e) {
            LOG.warn("No rounds of review could be ordered now: {}", e.getClass().getSimpleName());
        }
    }

    private void look(YearMonth month) {
        var ordered =
                jobs.latest(RoundWork.KIND, 1).stream()
                        .anyMatch(job ->
                                job.state() == JobState.State.WAITING
                                        || job.state() == JobState.State.RUNNING);
        if (!ordered && !opening.isDone(month)) {
            jobs.enqueue(RoundWork.KIND, Map.of("month", month.toString()));
        }
    }
}
