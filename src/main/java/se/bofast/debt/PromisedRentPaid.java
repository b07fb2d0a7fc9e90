package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.access.Subject;

/// Rent the board had promised has been paid. A corrected day comes as {@link PromisedRentNotPaid}
/// and then this.
public record PromisedRentPaid(
        Subject matter, PromiseId promise, LocalDate dueOn, LocalDate paidOn) {}
