package se.bofast.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.Money;
import se.bofast.person.PersonName;

/// All that is owed, paid and promised in a matter, as of today.
///
/// @param number what people call the matter
/// @param href the matter's own page
/// @param landlord the landlord the matter is about, for filling in forms
/// @param owed the sum of what is left on each debt; never less than zero
/// @param paid the sum of all payments that stand
/// @param debts the unsettled first, then the newest
public record DebtCard(
        Subject matter,
        String number,
        String href,
        @Nullable PersonName person,
        @Nullable LandlordId landlord,
        Money owed,
        Money paid,
        List<Line> debts,
        List<PromiseLine> promises,
        List<ReferralLine> referrals,
        LocalDate today) {

    public DebtCard {
        debts = List.copyOf(debts);
        promises = List.copyOf(promises);
        referrals = List.copyOf(referrals);
    }

    /// A debt.
    ///
    /// @param amount the last known amount, owed as the day `asOf` began
    /// @param left the amount less the payments since; below zero when too much was paid
    /// @param relapse the debt came soon after another was settled
    /// @param plan the plan that stands
    /// @param earlierPlans how many plans were replaced or ended
    public record Line(
            DebtId id,
            DebtKind kind,
            Creditor creditor,
            @Nullable String reference,
            LocalDate arisenOn,
            Money amount,
            LocalDate asOf,
            Money left,
            @Nullable LocalDate settledOn,
            @Nullable Relapse relapse,
            List<AmountLine> amounts,
            List<PaymentLine> payments,
            @Nullable PlanLine plan,
            int earlierPlans) {

        public Line {
            amounts = List.copyOf(amounts);
            payments = List.copyOf(payments);
        }

        public boolean isSettled() {
            return settledOn != null;
        }

        /// Amounts that stand, the newest first.
        public List<AmountLine> standing() {
            return amounts.stream().filter(AmountLine::isCurrent).toList();
        }
    }

    /// What was said to be owed as of a day. Without an amount: taken back.
    public record AmountLine(
            LocalDate asOf,
            @Nullable Money amount,
            AmountSource source,
            String reason,
            Instant recordedAt,
            boolean superseded) {

        public boolean isCurrent() {
            return !superseded && amount != null;
        }
    }

    public record PaymentLine(
            PaymentId id,
            LocalDate paidOn,
            Money amount,
            Payer payer,
            @Nullable String withdrawnBecause) {

        public boolean isWithdrawn() {
            return withdrawnBecause != null;
        }
    }

    /// A plan with how each instalment stands today.
    public record PlanLine(
            PlanId id,
            LocalDate agreedOn,
            Money total,
            Money paid,
            List<Allocation.Standing> instalments,
            PlanFit fit) {

        public PlanLine {
            instalments = List.copyOf(instalments);
        }

        public long missed() {
            return instalments.stream().filter(i -> i.state() == Allocation.State.MISSED).count();
        }

        public Money left() {
            return total.minus(paid);
        }
    }

    public record PromiseLine(
            PromiseId id,
            Creditor creditor,
            @Nullable String reference,
            LocalDate month,
            Money amount,
            LocalDate dueOn,
            LocalDate payBy,
            @Nullable LocalDate paidOn,
            PromiseAlarm alarm) {}

    public record ReferralLine(
            ReferralId id,
            LocalDate referredOn,
            boolean agreed,
            @Nullable String adviser,
            @Nullable String note,
            ReferringToDebtAdvice.@Nullable Answer answer,
            @Nullable LocalDate answeredOn,
            ReferringToDebtAdvice.@Nullable Outcome outcome,
            @Nullable LocalDate outcomeOn) {}

    /// Where the debts of the matter have their page.
    public String place() {
        return "/skulder/" + matter.kind() + "/" + matter.id();
    }

    public Optional<Line> line(DebtId debt) {
        return debts.stream().filter(line -> line.id().equals(debt)).findFirst();
    }

    public boolean isEmpty() {
        return debts.isEmpty() && promises.isEmpty() && referrals.isEmpty();
    }

    /// Promises that ring, the most urgent first.
    public List<PromiseLine> ringing() {
        return promises.stream().filter(p -> p.alarm().rings()).toList();
    }

    /// Missed instalments in all plans that stand.
    public long missedInstalments() {
        return debts.stream()
                .flatMap(d -> java.util.stream.Stream.ofNullable(d.plan()))
                .mapToLong(PlanLine::missed)
                .sum();
    }

    public boolean hasRelapse() {
        return debts.stream().anyMatch(d -> d.relapse() != null);
    }
}
