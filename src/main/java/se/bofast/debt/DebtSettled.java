package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.access.Subject;

/// The last known amount of a debt has been paid. Told within the transaction of the payment.
///
/// @param on the day of the payment that settled it, or of the amount that was zero
public record DebtSettled(Subject matter, DebtId debt, DebtKind kind, LocalDate on) {}
