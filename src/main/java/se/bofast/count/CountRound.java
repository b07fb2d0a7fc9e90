package se.bofast.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round of the homelessness count.
///
/// @param start the day, or the first of at most fourteen
/// @param before the round it is compared with
public record CountRound(
        UUID id,
        String name,
        LocalDate start,
        LocalDate end,
        LocalDate due,
        Population population,
        int version,
        @Nullable UUID before,
        int units,
        int done,
        @Nullable Instant filledAt,
        @Nullable Instant frozenAt,
        @Nullable String fingerprint,
        @Nullable Instant publishedAt) {

    /// The kind of subject a round is in the log.
    public static final String KIND = "count-round";

    public boolean frozen() {
        return frozenAt != null;
    }

    public boolean published() {
        return publishedAt != null;
    }
}
