package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.deadline.Fact;
import se.bofast.kernel.Money;

/// What lies outside is a slip of the hand.
public final class Limits {

    /// A hundred million kronor.
    public static final Money MOST = Money.kronor(100_000_000);

    private Limits() {}

    public static boolean allow(LocalDate day) {
        return !day.isBefore(Fact.EARLIEST) && !day.isAfter(Fact.LATEST);
    }

    public static boolean allow(Money amount) {
        return amount.ore() >= 0 && amount.compareTo(MOST) <= 0;
    }

    static void check(LocalDate day) {
        if (!allow(day)) {
            throw new IllegalArgumentException("a day lies between 1990 and 2099");
        }
    }

    static void check(Money amount) {
        if (!allow(amount)) {
            throw new IllegalArgumentException("an amount lies between nothing and the most");
        }
    }
}
