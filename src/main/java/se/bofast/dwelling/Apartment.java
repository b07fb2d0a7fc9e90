package se.bofast.dwelling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An apartment the board holds or has held.
///
/// @param endOn the last day the board holds it; null: until further notice
/// @param version one more for every change
public record Apartment(
        ApartmentId id,
        DwellingId dwelling,
        ApartmentPlace place,
        ApartmentDetails details,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable ApartmentEnd endCause,
        int version) {

    /// Never true of what was registered by mistake.
    public boolean isHeldOn(LocalDate day) {
        return endCause != ApartmentEnd.MISTAKE
                && !day.isBefore(startOn)
                && (endOn == null || !day.isAfter(endOn));
    }
}
