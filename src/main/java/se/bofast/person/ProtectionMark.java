package se.bofast.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a protected identity.
///
/// @param kind NONE: the protection was taken away
/// @param untilOn the last day as the deciding authority has said; nothing ends by itself
/// @param reviewOn when it is looked at again; null only for NONE
/// @param supersededAt null: in force
public record ProtectionMark(
        UUID id,
        Protection kind,
        Source source,
        String reason,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate reviewOn,
        Instant recordedAt,
        @Nullable Instant supersededAt) {

    /// Who has said so.
    public enum Source {
        /// Navet: the population register.
        POPULATION_REGISTER,
        THE_PERSON,
        OTHER_AUTHORITY,
        /// The board's own assessment of a threat (OSL 21 kap. 3 §).
        OWN_ASSESSMENT
    }
}
