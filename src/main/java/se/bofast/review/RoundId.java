package se.bofast.review;

import java.util.UUID;

/// A round of review of the log.
public record RoundId(UUID value) {

    /// The kind of subject a round is in the log.
    public static final String KIND = "review-round";

    @Override
    public String toString() {
        return value.toString();
    }
}
