package se.bofast.job;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Does a piece of waiting work at once, for work that needs it done before it can go on: the line
/// does one piece at a time, so a piece that waits for another behind it would wait for ever.
@Component
public class DoingAtOnce {

    /// Only asked when there is something to do: the runner itself needs all work first.
    private final ObjectProvider<JobRunner> runner;

    private final Jobs jobs;

    DoingAtOnce(ObjectProvider<JobRunner> runner, Jobs jobs) {
        this.runner = runner;
        this.jobs = jobs;
    }

    /// Does it on this thread, within the caller's reach and outside any transaction, as if at the
    /// moment.
    ///
    /// @throws IllegalStateException if it could not be done, or another process is at it
    public void run(JobId id, Instant moment) {
        runner.getObject().runNow(id, moment);
        if (jobs.find(id).filter(job -> job.state() == JobState.State.DONE).isEmpty()) {
            throw new IllegalStateException("work that others wait for was not done");
        }
    }
}
