package se.bofast.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;

/// A time given to a person in a matter (bokad tid).
///
/// @param slot the time it is or was for
/// @param interpreterLanguage ISO 639-1; an interpreter is needed, booked with the slot or not yet
public record Appointment(
        AppointmentId id,
        Subject matter,
        PersonId person,
        State state,
        Slot slot,
        @Nullable String interpreterLanguage) {

    public record AppointmentId(UUID value) {}

    /// How it stands.
    public enum State {
        /// Proposed in a letter, not answered.
        PROPOSED,
        CONFIRMED,
        /// Another time was chosen.
        MOVED,
        /// Declined by code, not confirmed by the person (product.md H).
        DECLINED,
        CAME,
        DID_NOT_COME,
        /// Called off by the board.
        CANCELLED;

        /// A time is held and it is not yet known whether the person came.
        public boolean isOpen() {
            return this == PROPOSED || this == CONFIRMED || this == MOVED;
        }
    }

    /// One thing that happened to it.
    ///
    /// @param by null when it was answered by code, or by the house itself
    /// @param undo the state was taken back to this
    public record Event(
            State state,
            boolean byCode,
            boolean undo,
            Instant slotStartAt,
            Instant at,
            @Nullable EmployeeId by) {}

    /// An interpreter is needed and none who speaks the language comes with the time.
    public boolean needsInterpreterBooked() {
        return interpreterLanguage != null && !interpreterLanguage.equals(slot.language());
    }
}
