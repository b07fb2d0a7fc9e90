package se.bofast.debt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.Money;

/// A debt to record, with its first known amount.
///
/// @param reference the creditor's own number for it, such as an invoice's or an OCR number
/// @param arisenOn the day it arose: for rent, the due day of the oldest unpaid rent
/// @param asOf the day the amount was known; not before `arisenOn`
/// @param amount what was owed as that day began; above zero, at most 100 million kronor
/// @param reason where it is known from, in the caseworker's words
public record NewDebt(
        Subject matter,
        Creditor creditor,
        DebtKind kind,
        @Nullable String reference,
        LocalDate arisenOn,
        LocalDate asOf,
        Money amount,
        AmountSource source,
        String reason) {

    public NewDebt {
        Limits.check(arisenOn);
        Limits.check(asOf);
        Limits.check(amount);
        if (!amount.isPositive() || asOf.isBefore(arisenOn)) {
            throw new IllegalArgumentException("a debt is of money, and known once it has arisen");
        }
    }
}
