package se.bofast.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;

/// A proposal to erase, what was decided on it, and what came of it. Says nothing of anybody.
///
/// @param untilOn whose duty to be erased has arisen by this day
public record ErasureOrder(
        UUID id,
        LocalDate untilOn,
        @Nullable String motive,
        Instant proposedAt,
        EmployeeId proposedBy,
        @Nullable Decision decision,
        @Nullable End end) {

    public record Decision(boolean approved, @Nullable String motive, Instant at, EmployeeId by) {}

    /// @param hash over the list of what was erased; null if nothing was
    public record End(
            int erased,
            Map<String, Integer> dropped,
            Map<String, Integer> excluded,
            @Nullable String hash,
            Instant at) {}

    public boolean isWaiting() {
        return decision == null;
    }

    public boolean isApproved() {
        return decision != null && decision.approved();
    }

    public boolean isOver() {
        return end != null || decision != null && !decision.approved();
    }

    /// Whose data an order is about.
    public enum Kind {
        PERSON,
        /// A case about nobody known.
        CASE,
        /// A notice about nobody, in no case.
        SIGNAL,
        /// A received list.
        FILE
    }

    /// What is erased as one.
    ///
    /// @param ground the rule, as its room calls it
    public record Root(
            Kind kind,
            UUID id,
            String ground,
            LocalDate lastNoteOn,
            LocalDate dueFromOn,
            LocalDate finishByOn) {}
}
