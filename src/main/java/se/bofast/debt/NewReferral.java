package se.bofast.debt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;

/// A referral to make.
///
/// @param agreed the person has agreed that the adviser may see the matter
/// @param adviser who in the board's debt advice; null: nobody named, or advice elsewhere
/// @param note what the person wants help with; free text, never logged
public record NewReferral(
        Subject matter,
        LocalDate referredOn,
        boolean agreed,
        @Nullable EmployeeId adviser,
        @Nullable String note) {

    public NewReferral {
        Limits.check(referredOn);
        if (!agreed && adviser != null) {
            throw new IllegalArgumentException("without the person's yes nobody is told");
        }
    }
}
