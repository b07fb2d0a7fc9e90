package se.bofast.job;

import java.util.Map;
import java.util.UUID;

/// A piece of work being done.
public interface JobRun {

    JobId id();

    /// Ids and codes given when it was enqueued.
    Map<String, String> payload();

    default UUID uuid(String name) {
        return UUID.fromString(payload().get(name));
    }

    /// How many steps an earlier, interrupted run has told of.
    long doneBefore();

    /// Tells how far the work has come; also keeps the lease. Call it after each committed piece.
    ///
    /// @throws IllegalStateException if another process has taken the work over: stop at once
    void progress(long done, long all);
}
