package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.kernel.Money;

/// A payment to record.
///
/// @param amount above zero
/// @param paidOn the day the creditor had it; not after today
public record NewPayment(DebtId debt, Money amount, LocalDate paidOn, Payer payer) {

    public NewPayment {
        Limits.check(paidOn);
        Limits.check(amount);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a payment is of money");
        }
    }
}
