package se.bofast.tenancy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.WorkingDays;
import se.bofast.deadline.WorkingDays.Reading;
import se.bofast.kernel.Money;
import se.bofast.kernel.Period;

/// Hyresreskontra: what has fallen due of a lease by a day, what was paid, and what is left. Pure:
/// reckoned from the rents, the lease's days and what was paid, so that a corrected rent or payment
/// corrects every month after it.
///
/// Money pays the oldest month first. A month falls due the last working day before it (JB 12 kap.
/// 20 §), the first not before the lease begins.
///
/// @param months those fallen due by the day, the earliest first
/// @param paid all that was paid or credited by the day
/// @param day as of when
public record RentLedger(List<Month> months, Money paid, LocalDate day) {

    /// An arrear counts from here: more than a week late, a lease may be forfeited (JB 12 kap. 42 §
    /// first paragraph 1).
    public static final int WEEK = 7;

    private static final int YEAR = 12;

    /// What the tenant is to pay a month, from the day.
    public record Rent(LocalDate startOn, Money amount) {}

    /// A payment or a credit.
    public record Paid(LocalDate on, Money amount) {}

    /// A month that has fallen due.
    ///
    /// @param lateAfter the last day that is in time under the reading kindest to the tenant:
    ///   whether a Saturday is a working day the law does not say
    /// @param left what was not paid of it by the ledger's day
    /// @param paidOn the day it was paid in full
    public record Month(
            YearMonth month,
            Money amount,
            LocalDate dueOn,
            LocalDate lateAfter,
            Money left,
            @Nullable LocalDate paidOn) {

        public boolean isPaid() {
            return !left.isPositive();
        }

        /// True if it was not whole by the last day in time, as the day is.
        public boolean isLate(LocalDate day) {
            var settled = paidOn == null ? day : paidOn;
            return settled.isAfter(lateAfter);
        }
    }

    public RentLedger {
        months = List.copyOf(months);
    }

    public static RentLedger of(
            Period lease, List<Rent> rents, List<Paid> payments, LocalDate day, WorkingDays days) {
        var paid =
                payments.stream()
                        .filter(p -> !p.on().isAfter(day))
                        .sorted(Comparator.comparing(Paid::on))
                        .toList();
        var months = new ArrayList<Month>();
        var sum = 0L;
        for (var month = YearMonth.from(lease.startOn()); ; month = month.plusMonths(1)) {
            var due = dueOn(month, lease.startOn(), days);
            if (due.isAfter(day)
                    || lease.endOn() != null && month.atDay(1).isAfter(lease.endOn())) {
                break;
            }
            var amount = charge(lease, rents, month);
            if (!amount.isPositive()) {
                continue;
            }
            sum = Math.addExact(sum, amount.ore());
            months.add(month(month, amount, due, sum, paid, lease, days));
        }
        return new RentLedger(months, total(paid), day);
    }

    private static Month month(
            YearMonth month,
            Money amount,
            LocalDate due,
            long chargedWithIt,
            List<Paid> paid,
            Period lease,
            WorkingDays days) {
        var soFar = 0L;
        LocalDate whole = null;
        for (var payment : paid) {
            soFar = Math.addExact(soFar, payment.amount().ore());
            if (soFar >= chargedWithIt) {
                whole = payment.on();
                break;
            }
        }
        var left =
                whole != null
                        ? 0
                        : Math.min(amount.ore(), Math.subtractExact(chargedWithIt, soFar));
        var lenient = days.lastBefore(month.atDay(1), Reading.SATURDAYS_COUNT);
        return new Month(
                month,
                amount,
                due,
                later(lenient, lease.startOn()),
                new Money(left),
                whole == null ? null : whole);
    }

    /// When the rent of a month is to be paid, where nothing else is agreed.
    public static LocalDate dueOn(YearMonth month, LocalDate leaseStart, WorkingDays days) {
        return later(days.lastBefore(month.atDay(1), Reading.SATURDAYS_DO_NOT_COUNT), leaseStart);
    }

    /// What a month costs: the rent in force as the month, or the lease, begins, by the day where
    /// the lease does not last the month.
    static Money charge(Period lease, List<Rent> rents, YearMonth month) {
        var first = later(month.atDay(1), lease.startOn());
        var last = month.atEndOfMonth();
        if (lease.endOn() != null && lease.endOn().isBefore(last)) {
            last = lease.endOn();
        }
        return Share.of(rentOn(rents, first), month, first, last);
    }

    static Money rentOn(List<Rent> rents, LocalDate day) {
        return rents.stream()
                .filter(rent -> !rent.startOn().isAfter(day))
                .max(Comparator.comparing(Rent::startOn))
                .map(Rent::amount)
                .orElse(Money.ZERO);
    }

    /// What is owed; below zero when too much was paid.
    public Money balance() {
        return charged().minus(paid);
    }

    public Money charged() {
        return months.stream().map(Month::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What is unpaid of months that are late.
    public Money arrears() {
        return months.stream()
                .filter(month -> month.isLate(day))
                .map(Month::left)
                .reduce(Money.ZERO, Money::plus);
    }

    /// The first month that is unpaid and late.
    public @Nullable Month oldestUnpaid() {
        return months.stream()
                .filter(month -> !month.isPaid() && month.isLate(day))
                .findFirst()
                .orElse(null);
    }

    /// True where an arrear is more than a week old.
    public boolean isOlderThanAWeek() {
        var oldest = oldestUnpaid();
        return oldest != null && day.isAfter(oldest.lateAfter().plusDays(WEEK));
    }

    /// Months late in the twelve up to the day, paid since or not (JB 12 kap. 46 § first paragraph
    /// 2).
    public int lateInAYear() {
        var from = day.minusMonths(YEAR);
        return (int)
                months.stream()
                        .filter(month -> month.dueOn().isAfter(from) && month.isLate(day))
                        .count();
    }

    private static Money total(List<Paid> paid) {
        return paid.stream().map(Paid::amount).reduce(Money.ZERO, Money::plus);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
