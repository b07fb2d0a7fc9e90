package se.bofast.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// A time an adviser offers (tid), with room for one.
///
/// @param place shown to whoever has the code, so an address and nothing that tells what is there
/// @param language ISO 639-1 of the interpreter booked with the time; null: none is booked
/// @param appointment who has it; null: free
public record Slot(
        SlotId id,
        EmployeeId adviser,
        UnitId unit,
        Instant startAt,
        Instant endAt,
        String place,
        @Nullable String language,
        Appointment.@Nullable AppointmentId appointment) {

    public record SlotId(UUID value) {}

    public boolean isFree() {
        return appointment == null;
    }
}
