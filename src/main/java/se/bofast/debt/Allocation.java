package se.bofast.debt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// Which payments pay which instalments: in the order they were paid, the oldest instalment first.
public final class Allocation {

    /// A payment as far as the plan is concerned.
    public record Paid(LocalDate on, Money amount) {}

    /// How an instalment stands on a day.
    public enum State {
        PAID,
        PAID_LATE,
        /// Not yet paid in full, and the due day is today or ahead.
        COMING,
        /// Not paid in full, and the due day has passed.
        MISSED
    }

    /// An instalment with what has been paid on it.
    ///
    /// @param paid from zero to the instalment's amount
    /// @param paidOn the day it was paid in full; null: it is not
    public record Standing(
            Instalment instalment, Money paid, @Nullable LocalDate paidOn, State state) {

        public Money left() {
            return instalment.amount().minus(paid);
        }
    }

    private Allocation() {}

    /// @param payments those that count for the plan, in any order
    public static List<Standing> of(List<Instalment> plan, List<Paid> payments, LocalDate today) {
        var inOrder = payments.stream().sorted(Comparator.comparing(Paid::on)).toList();
        var standings = new ArrayList<Standing>();
        var next = 0;
        var inHand = Money.ZERO;
        var lastOn = (LocalDate) null;
        for (var instalment : plan) {
            while (inHand.compareTo(instalment.amount()) < 0 && next < inOrder.size()) {
                var payment = inOrder.get(next++);
                inHand = inHand.plus(payment.amount());
                lastOn = payment.on();
            }
            var full = inHand.compareTo(instalment.amount()) >= 0;
            var paid = full ? instalment.amount() : inHand;
            inHand = inHand.minus(paid);
            var paidOn = full ? lastOn : null;
            standings.add(new Standing(instalment, paid, paidOn, state(instalment, paidOn, today)));
        }
        return standings;
    }

    private static State state(Instalment instalment, @Nullable LocalDate paidOn, LocalDate today) {
        if (paidOn != null) {
            return paidOn.isAfter(instalment.dueOn()) ? State.PAID_LATE : State.PAID;
        }
        return today.isAfter(instalment.dueOn()) ? State.MISSED : State.COMING;
    }
}
