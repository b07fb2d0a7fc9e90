package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.access.Subject;

/// That promised rent was paid is taken back.
///
/// @param notPaidOn the day {@link PromisedRentPaid} said
public record PromisedRentNotPaid(
        Subject matter, PromiseId promise, LocalDate dueOn, LocalDate notPaidOn) {}
