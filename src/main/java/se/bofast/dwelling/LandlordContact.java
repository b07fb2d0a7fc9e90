package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody one talks to at a landlord.
///
/// @param version one more for every change
/// @param endedOn from this day on one talks to somebody else; null: in use
public record LandlordContact(
        ContactId id, Reached reached, int version, @Nullable LocalDate endedOn) {

    public record ContactId(UUID value) {}

    /// Who it is and how to reach them.
    ///
    /// @param function what they do there, "bosocial samordnare"
    public record Reached(
            String name,
            @Nullable String function,
            @Nullable String phone,
            @Nullable String email) {

        public Reached {
            name = name.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a contact has a name");
            }
        }
    }

    public boolean isInUse() {
        return endedOn == null;
    }
}
