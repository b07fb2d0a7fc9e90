package se.bofast.debt;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.Money;

/// Rent for one month or several that the board promises to pay.
///
/// @param firstMonth the month the first rent is for
/// @param months how many months, 1 to 24
/// @param amount each month's rent; above zero
/// @param firstDueOn the due day of the first; the others fall due on the same day of later months
public record NewPromise(
        Subject matter,
        Creditor creditor,
        @Nullable String reference,
        YearMonth firstMonth,
        int months,
        Money amount,
        LocalDate firstDueOn) {

    public static final int MOST_MONTHS = 24;

    public NewPromise {
        Limits.check(firstDueOn);
        Limits.check(amount);
        if (!amount.isPositive() || months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a promise is of money, for 1 to 24 months");
        }
    }
}
