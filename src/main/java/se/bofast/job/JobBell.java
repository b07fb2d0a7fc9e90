package se.bofast.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Wakes the runner of this process; others find the work when they next look.
@Component
class JobBell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
