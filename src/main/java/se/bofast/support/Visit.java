package se.bofast.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;

/// A planned home visit (hembesök) with a timer: a colleague is told if nobody is heard of in time.
///
/// @param with the colleague who comes along
/// @param checkInDueAt when the one who visits must have said that all is well
/// @param checkInTo who wonders if nobody has
public record Visit(
        VisitId id,
        Subject matter,
        @Nullable PersonId person,
        EmployeeId who,
        @Nullable EmployeeId with,
        boolean withLandlord,
        Instant startAt,
        Instant checkInDueAt,
        EmployeeId checkInTo,
        @Nullable Instant checkedInAt,
        @Nullable Instant cancelledAt) {

    public record VisitId(UUID value) {}

    /// Nobody has been heard of, and the time is past.
    public boolean isOverdue(Instant now) {
        return isOpen() && checkInDueAt.isBefore(now);
    }

    /// Not over and not called off.
    public boolean isOpen() {
        return checkedInAt == null && cancelledAt == null;
    }
}
