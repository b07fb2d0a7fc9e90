package se.bofast.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a piece of work stands.
///
/// @param doneSteps of `allSteps`, which is null until known
/// @param problem a code, when it failed
public record JobState(
        JobId id,
        String kind,
        State state,
        long doneSteps,
        @Nullable Long allSteps,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String problem) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }
}
