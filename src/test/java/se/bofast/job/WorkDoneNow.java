package se.bofast.job;

import org.springframework.boot.test.context.TestComponent;

/// Does waiting work when a test says so, on the test's own thread.
@TestComponent
public class WorkDoneNow {

    private final JobRunner runner;

    public WorkDoneNow(JobRunner runner) {
        this.runner = runner;
    }

    /// Does all work that waits.
    public void all() {
        while (runner.runOne()) {}
    }
}
