package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.access.Subject;

/// A promise to pay rent no longer stands. It was not paid, or is no longer said to be.
public record RentPromiseWithdrawn(Subject matter, PromiseId promise, LocalDate dueOn) {}
