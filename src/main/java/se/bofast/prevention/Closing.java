package se.bofast.prevention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of an attempt to end a case. Refusal is an answer, not an exception.
public sealed interface Closing {

    /// The outcome is recorded and the case is closed.
    record Closed(LocalDate on) implements Closing {}

    /// The home is lost: the outcome is recorded and the case goes on with what remains to be done.
    record HomeLost(int steps) implements Closing {}

    record Refused(Hindrance reason) implements Closing {}

    enum Hindrance {
        /// An outcome cannot lie in the future.
        OUTCOME_IN_FUTURE,
        /// Carried out before it was decided.
        EXECUTED_BEFORE_DECIDED,
        /// The executed day is missing for an eviction.
        EXECUTED_MISSING,
        /// It is not decided, with a reason, whether to open an inquiry (JO 1683-2017).
        NO_INQUIRY_DECISION,
        /// Steps after a lost home are neither done nor said not to be needed.
        STEPS_LEFT,
        ALREADY_CLOSED
    }

    /// How a threat to a home can end.
    enum Outcome {
        PAID_BY_TENANT,
        PAID_BY_OTHER,
        /// Settled before anyone from the board reached the person.
        SETTLED_ALONE,
        PAYMENT_PLAN,
        BOARD_UNDERTAKING,
        /// The landlord withdrew.
        WITHDRAWN,
        DISTURBANCE_CEASED,
        /// Moved, before or under threat of eviction.
        MOVED,
        EVICTED,
        DIED,
        NO_THREAT,
        UNKNOWN;

        /// True if the person still lives in the home.
        public boolean homeKept() {
            return switch (this) {
                case PAID_BY_TENANT,
                        PAID_BY_OTHER,
                        SETTLED_ALONE,
                        PAYMENT_PLAN,
                        BOARD_UNDERTAKING,
                        WITHDRAWN,
                        DISTURBANCE_CEASED,
                        NO_THREAT ->
                        true;
                case MOVED, EVICTED, DIED, UNKNOWN -> false;
            };
        }
    }

    /// How a child lives in the home, in Kronofogden's three kinds.
    enum ChildStay {
        PERMANENT,
        ALTERNATING,
        VISITING
    }

    /// A child the outcome touches.
    ///
    /// @param present when it was carried out; null where nothing was
    record TouchedChild(ChildStay stay, @Nullable Boolean present) {}

    /// How it ended.
    ///
    /// @param decidedOn the day it was settled: paid, agreed, or the eviction decided
    /// @param executedOn the day an eviction was carried out or the person moved
    /// @param boardPresent was someone from the social services there when it was carried out
    record Ended(
            Outcome outcome,
            LocalDate decidedOn,
            @Nullable LocalDate executedOn,
            @Nullable Boolean boardPresent,
            List<TouchedChild> children,
            @Nullable String note) {

        public Ended {
            children = List.copyOf(children);
        }
    }

    /// An outcome as it stands, or stood.
    record Recorded(
            UUID id,
            Outcome outcome,
            LocalDate decidedOn,
            @Nullable LocalDate executedOn,
            @Nullable Boolean boardPresent,
            @Nullable String note,
            Instant recordedAt,
            boolean current,
            String reason) {}
}
