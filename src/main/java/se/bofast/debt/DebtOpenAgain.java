package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.access.Subject;

/// A debt that was settled is not: a payment was taken back, or more was found to be owed.
///
/// @param wasSettledOn what {@link DebtSettled} said
public record DebtOpenAgain(Subject matter, DebtId debt, DebtKind kind, LocalDate wasSettledOn) {}
