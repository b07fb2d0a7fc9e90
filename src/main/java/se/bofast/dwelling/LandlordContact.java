package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody one talks to at a landlord.
///
/// @param function what they do there, "bosocial samordnare"
/// @param endedOn from this day on one talks to somebody else; null: in use
public record LandlordContact(
        ContactId id,
        String name,
        @Nullable String function,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate endedOn) {

    public record ContactId(UUID value) {}
}
