package se.bofast.filing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import se.bofast.kernel.Money;

/// One cell of a list the house writes.
public sealed interface SheetCell {

    SheetCell BLANK = new Blank();

    record Text(String text) implements SheetCell {}

    record Whole(long number) implements SheetCell {}

    record Amount(Money money) implements SheetCell {}

    record Day(LocalDate day) implements SheetCell {}

    /// A part of a whole, shown in per cent with one decimal; nothing where the whole is zero.
    record Share(long part, long whole) implements SheetCell {

        /// In per cent, one decimal.
        BigDecimal perCent() {
            return BigDecimal.valueOf(part)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    record Blank() implements SheetCell {}
}
