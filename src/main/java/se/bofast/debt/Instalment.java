package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.kernel.Money;

/// A part of a plan: so much by that day.
///
/// @param number from 1, in the order they fall due
/// @param amount above zero
public record Instalment(int number, LocalDate dueOn, Money amount) {

    public Instalment {
        if (number < 1 || !amount.isPositive()) {
            throw new IllegalArgumentException("an instalment has a number and an amount");
        }
    }
}
