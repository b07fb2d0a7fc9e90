package se.bofast.count;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is counted: a period, both days included, and what it is narrowed to.
///
/// @param reason a code of the threat's reasons
/// @param source a code of who brought the signal; for a case who brought its first
public record Selection(
        LocalDate from,
        LocalDate to,
        @Nullable UUID unit,
        @Nullable UUID landlord,
        @Nullable String reason,
        @Nullable String source) {

    public Selection {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end before it starts");
        }
    }

    /// The whole board in the period.
    public static Selection of(LocalDate from, LocalDate to) {
        return new Selection(from, to, null, null, null, null);
    }

    /// The same a year earlier. The last of February stays in February.
    public Selection yearBefore() {
        return new Selection(from.minusYears(1), to.minusYears(1), unit, landlord, reason, source);
    }
}
