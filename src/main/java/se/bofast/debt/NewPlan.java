package se.bofast.debt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// A plan to agree on.
///
/// @param total what the plan pays off; above zero
/// @param monthly every instalment but the last; above zero
/// @param firstDueOn not before the day of agreement
/// @param appliedOn the day the landlord applied for eviction; null: not known, or not done
/// @param reason why the plan before is replaced; null where there was none
public record NewPlan(
        DebtId debt,
        Money total,
        Money monthly,
        LocalDate firstDueOn,
        @Nullable LocalDate appliedOn,
        @Nullable String reason) {

    public NewPlan {
        Limits.check(firstDueOn);
        Limits.check(total);
        Limits.check(monthly);
        if (appliedOn != null) {
            Limits.check(appliedOn);
        }
        if (!total.isPositive() || !monthly.isPositive()) {
            throw new IllegalArgumentException("a plan is of money");
        }
    }
}
