package se.bofast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.deadline.WorkingDays;
import se.bofast.kernel.Money;
import se.bofast.kernel.Period;
import se.bofast.tenancy.RentLedger.Paid;
import se.bofast.tenancy.RentLedger.Rent;

/// The ledger against months reckoned by hand, and what must hold of any ledger.
class RentLedgerTest {

    private static final WorkingDays DAYS = new SwedishWorkingDays();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Rent rent(String from, long kronor) {
        return new Rent(day(from), Money.kronor(kronor));
    }

    private static Paid paid(String on, long kronor) {
        return new Paid(day(on), Money.kronor(kronor));
    }

    /// JB 12 kap. 20 §: 1 May 2026 is a Friday and the day before a working day; 31 May is a
    /// Sunday; 30 December 2025 comes before New Year's Eve, on which no time limit ends.
    @ParameterizedTest
    @CsvSource({
        "2026-01, 2025-12-30",
        "2026-02, 2026-01-30",
        "2026-05, 2026-04-30",
        "2026-06, 2026-05-29",
        "2026-07, 2026-06-30"
    })
    void a_month_falls_due_the_last_working_day_before_it(String month, String due) {
        assertThat(RentLedger.dueOn(YearMonth.parse(month), LocalDate.of(2020, 1, 1), DAYS))
                .isEqualTo(day(due));
    }

    @Test
    void the_first_month_falls_due_as_the_lease_begins_and_is_counted_by_the_day() {
        var ledger =
                RentLedger.of(
                        new Period(day("2026-04-16"), null),
                        List.of(rent("2026-04-16", 9000)),
                        List.of(),
                        day("2026-04-16"),
                        DAYS);
        assertThat(ledger.months()).hasSize(1);
        assertThat(ledger.months().getFirst().amount()).isEqualTo(Money.kronor(4500));
        assertThat(ledger.months().getFirst().dueOn()).isEqualTo(day("2026-04-16"));
    }

    @Test
    void money_pays_the_oldest_month_and_what_is_left_is_owed() {
        var ledger =
                RentLedger.of(
                        new Period(START, null),
                        List.of(rent("2026-01-01", 6000)),
                        List.of(paid("2025-12-29", 6000), paid("2026-02-10", 4000)),
                        day("2026-02-27"),
                        DAYS);
        assertThat(ledger.months()).hasSize(3);
        assertThat(ledger.balance()).isEqualTo(Money.kronor(8000));
        assertThat(ledger.months().get(0).isPaid()).isTrue();
        assertThat(ledger.months().get(0).isLate(day("2026-02-27"))).isFalse();
        assertThat(ledger.months().get(1).left()).isEqualTo(Money.kronor(2000));
        assertThat(ledger.arrears()).isEqualTo(Money.kronor(2000));
        assertThat(ledger.isOlderThanAWeek()).isTrue();
        assertThat(ledger.lateInAYear()).isEqualTo(1);
    }

    /// 31 January 2026 is a Saturday. Whether it is a working day the law does not say, so who pays
    /// then is not called late.
    @Test
    void who_pays_on_a_saturday_is_not_called_late() {
        var lease = new Period(START, null);
        var rents = List.of(rent("2026-01-01", 6000));
        var first = paid("2025-12-30", 6000);
        var saturday =
                RentLedger.of(
                        lease,
                        rents,
                        List.of(first, paid("2026-01-31", 6000)),
                        day("2026-02-10"),
                        DAYS);
        assertThat(saturday.lateInAYear()).isZero();
        var monday =
                RentLedger.of(
                        lease,
                        rents,
                        List.of(first, paid("2026-02-02", 6000)),
                        day("2026-02-10"),
                        DAYS);
        assertThat(monday.lateInAYear()).isEqualTo(1);
        assertThat(monday.arrears()).isEqualTo(Money.ZERO);
    }

    /// JB 12 kap. 42 § first paragraph 1: more than a week.
    @Test
    void an_arrear_is_old_when_a_week_has_passed_and_not_before() {
        var lease = new Period(START, null);
        var rents = List.of(rent("2026-01-01", 6000));
        var first = List.of(paid("2025-12-30", 6000));
        assertThat(RentLedger.of(lease, rents, first, day("2026-02-07"), DAYS).isOlderThanAWeek())
                .isFalse();
        assertThat(RentLedger.of(lease, rents, first, day("2026-02-08"), DAYS).isOlderThanAWeek())
                .isTrue();
    }

    @Test
    void a_new_rent_counts_from_its_day_and_the_last_month_by_the_day() {
        var ledger =
                RentLedger.of(
                        new Period(START, day("2026-03-10")),
                        List.of(rent("2026-01-01", 6200), rent("2026-03-01", 6510)),
                        List.of(),
                        day("2026-12-31"),
                        DAYS);
        assertThat(ledger.months()).hasSize(3);
        assertThat(ledger.months().get(2).amount()).isEqualTo(Money.kronor(2100));
        assertThat(ledger.charged()).isEqualTo(Money.kronor(6200 + 6200 + 2100));
    }

    @Provide
    Arbitrary<List<Paid>> payments() {
        return Combinators.combine(
                        Dates.dates().between(START, LocalDate.of(2027, 12, 31)),
                        Arbitraries.longs().between(1, 2_000_000))
                .as((on, ore) -> new Paid(on, new Money(ore)))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<LocalDate> anyDay() {
        return Dates.dates().between(START, LocalDate.of(2027, 12, 31));
    }

    @Provide
    Arbitrary<Period> leases() {
        return Combinators.combine(
                        Dates.dates().between(START, LocalDate.of(2026, 12, 31)),
                        Arbitraries.integers().between(0, 400).injectNull(0.5))
                .as((start, length) ->
                        new Period(start, length == null ? null : start.plusDays(length)));
    }

    @Property
    void what_is_left_of_the_months_is_what_is_owed(
            @ForAll("leases") Period lease,
            @ForAll("payments") List<Paid> payments,
            @ForAll("anyDay") LocalDate day) {
        var ledger =
                RentLedger.of(
                        lease,
                        List.of(new Rent(lease.startOn(), new Money(732_101))),
                        payments,
                        day,
                        DAYS);
        var left = ledger.months().stream().mapToLong(month -> month.left().ore()).sum();
        assertThat(left).isEqualTo(Math.max(0, ledger.balance().ore()));
        assertThat(ledger.arrears().ore()).isBetween(0L, left);
        assertThat(ledger.months()).allMatch(month -> month.isPaid() == (month.paidOn() != null));
    }

    @Property
    void the_order_in_which_payments_are_entered_changes_nothing(
            @ForAll("leases") Period lease,
            @ForAll("payments") List<Paid> payments,
            @ForAll("anyDay") LocalDate day) {
        var rents = List.of(new Rent(lease.startOn(), new Money(500_000)));
        assertThat(RentLedger.of(lease, rents, payments.reversed(), day, DAYS))
                .isEqualTo(RentLedger.of(lease, rents, payments, day, DAYS));
    }

    /// Cutting a time in two costs the same, but for an öre a cut month.
    @Property
    void days_cost_the_same_in_two_parts(
            @ForAll("anyDay") LocalDate one,
            @ForAll("anyDay") LocalDate two,
            @ForAll("anyDay") LocalDate three) {
        var days = List.of(one, two, three).stream().sorted().toList();
        var rents = List.of(new Rent(START, new Money(777_777)));
        var whole = Share.over(rents, days.get(0), days.get(2));
        var first = Share.over(rents, days.get(0), days.get(1));
        var rest =
                days.get(1).equals(days.get(2))
                        ? Money.ZERO
                        : Share.over(rents, days.get(1).plusDays(1), days.get(2));
        assertThat(Math.abs(whole.ore() - first.ore() - rest.ore())).isLessThanOrEqualTo(1);
    }
}
