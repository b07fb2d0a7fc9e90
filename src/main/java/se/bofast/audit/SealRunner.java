package se.bofast.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Seals all logs of the house, every ten minutes and when it closes.
@Component
class SealRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealRunner.class);

    private final SealingLog sealing;
    private final Logs logs;
    private final boolean wanted;
    private final Duration every;
    private @Nullable CountDownLatch closing;
    private @Nullable Thread thread;

    SealRunner(
            SealingLog sealing,
            Logs logs,
            @Value("${bofast.jobs.running:true}") boolean wanted,
            @Value("${bofast.audit.seal-every:10m}") Duration every) {
        this.sealing = sealing;
        this.logs = logs;
        this.wanted = wanted;
        this.every = every;
    }

    @Override
    public void start() {
        if (wanted && closing == null) {
            var end = new CountDownLatch(1);
            closing = end;
            thread = Thread.ofVirtual().name("seals").start(() -> loop(end));
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
            var closes = false;
            while (!closes) {
                closes = end.await(every.toMillis(), TimeUnit.MILLISECONDS);
                sealAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void sealAll() {
        try {
            for (var log : logs.all()) {
                log.within(sealing::seal);
            }
        } catch (RuntimeException e) {
            LOG.warn("The log could not be sealed now: {}", e.getClass().getSimpleName());
        }
    }
}
