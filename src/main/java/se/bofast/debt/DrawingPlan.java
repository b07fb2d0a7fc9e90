package se.bofast.debt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.bofast.kernel.Money;

/// Draws up a plan to pay a debt off (avbetalningsplan): the same amount every month, the last
/// instalment takes the rest.
public final class DrawingPlan {

    /// No plan of more than five years: nobody keeps it, and debt advice is then the way. Practice,
    /// not law.
    public static final int MOST_INSTALMENTS = 60;

    /// What came of drawing.
    public sealed interface Drawn {

        record Plan(List<Instalment> instalments) implements Drawn {
            public Plan {
                instalments = List.copyOf(instalments);
            }

            public LocalDate lastDueOn() {
                return instalments.getLast().dueOn();
            }
        }

        /// More than {@link #MOST_INSTALMENTS} would be needed.
        ///
        /// @param atLeast the least monthly amount, in whole kronor, that makes it few enough
        record TooMany(Money atLeast) implements Drawn {}
    }

    private DrawingPlan() {}

    /// @param total above zero
    /// @param monthly above zero; when it is more than the total, there is one instalment
    public static Drawn draw(Money total, Money monthly, LocalDate firstDueOn) {
        if (!total.isPositive() || !monthly.isPositive()) {
            throw new IllegalArgumentException("a plan is of money");
        }
        var needed = Math.ceilDiv(total.ore(), monthly.ore());
        if (needed > MOST_INSTALMENTS) {
            return new Drawn.TooMany(
                    Money.kronor(Math.ceilDiv(total.ore(), MOST_INSTALMENTS * 100L)));
        }
        var instalments = new ArrayList<Instalment>();
        var left = total;
        for (var n = 0; n < needed; n++) {
            var amount = left.compareTo(monthly) < 0 ? left : monthly;
            instalments.add(new Instalment(n + 1, MonthlyDays.of(firstDueOn, n), amount));
            left = left.minus(amount);
        }
        return new Drawn.Plan(instalments);
    }
}
