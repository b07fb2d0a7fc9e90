package se.bofast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.demo.DemoLeases.Tenancy;
import se.bofast.kernel.Money;
import se.bofast.kernel.Period;
import se.bofast.tenancy.EntryKind;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.RentLedger;

/// What the tenants of the invented board pay month by month: most in time, some late, some by a
/// plan, a few not at all. Plays nothing.
final class DemoRents {

    /// @param note null: as most
    record Payment(
            Tenancy tenancy, LocalDate on, Money amount, EntryKind kind, @Nullable String note) {}

    /// Of fifteen tenants each has a habit; the rest pay in time.
    private static final int HABITS = 15;

    private static final int MISSED_FROM = 4;
    private static final int MISSED_MONTHS = 2;
    private static final int PARTS = 8;

    private final List<Payment> payments = new ArrayList<>();

    DemoRents(List<Tenancy> tenancies, LocalDate today) {
        var days = new SwedishWorkingDays();
        for (var tenancy : tenancies) {
            var rent = new RentLedger.Rent(tenancy.from(), tenancy.home().rent());
            var ledger =
                    RentLedger.of(
                            new Period(tenancy.from(), tenancy.last()),
                            List.of(rent),
                            List.of(),
                            tenancy.last() == null ? today : tenancy.last(),
                            days);
            var months = ledger.months();
            for (var i = 0; i < months.size(); i++) {
                add(tenancy, months.get(i), i, months.size() - i);
            }
            if (tenancy.number() % HABITS == 3 && months.size() > 6) {
                var on = months.get(5).dueOn();
                payments.add(
                        new Payment(
                                tenancy,
                                on,
                                Money.kronor(600),
                                EntryKind.CREDIT,
                                "Hissen stod stilla i två veckor."));
            }
        }
        payments.removeIf(payment -> payment.on().isAfter(today));
    }

    List<Payment> payments() {
        return List.copyOf(payments);
    }

    /// @param left months from this to the last that has fallen due, this one too
    private void add(Tenancy tenancy, RentLedger.Month month, int i, int left) {
        var habit = tenancy.number() % HABITS;
        var goesOn = tenancy.last() == null;
        var amount = month.amount();
        var on = month.dueOn();
        var kind = EntryKind.PAID_BY_TENANT;
        String note = null;
        if (left <= 3 && (goesOn ? habit == 9 : tenancy.cause() == LeaseEnd.RENT)) {
            return;
        }
        switch (habit) {
            case 4 -> on = i % 3 == 1 ? on.plusDays(9) : on;
            case 7 -> {
                if (i >= MISSED_FROM && i < MISSED_FROM + MISSED_MONTHS) {
                    return;
                }
                if (i >= MISSED_FROM + MISSED_MONTHS && i < MISSED_FROM + MISSED_MONTHS + PARTS) {
                    amount = amount.plus(part(tenancy.home().rent()));
                    note = "Avbetalning enligt plan";
                }
            }
            case 12 -> {
                if (goesOn && left == 1) {
                    amount = new Money(amount.ore() / 2);
                    note = "Halva, resten när lönen kommer";
                }
            }
            case 1 -> kind = i % 4 == 0 ? EntryKind.PAID_BY_BOARD : kind;
            default -> on = i > 1 ? on.minusDays(tenancy.number() % 4) : on;
        }
        payments.add(new Payment(tenancy, on, amount, kind, note));
    }

    private static Money part(Money rent) {
        return new Money(rent.ore() * MISSED_MONTHS / PARTS);
    }
}
