package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.demo.DemoLeases.Tenancy;
import se.bofast.tenancy.Tenure;

/// Who rents what on the demo board, whatever the day it is played.
class DemoLeasesTest {

    private static DemoPlan plan(String day) {
        var today = LocalDate.parse(day);
        return new DemoPlan(DemoYears.SEED, DemoYears.firstDay(today), today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-10-26", "2026-11-29", "2027-07-01"})
    void most_of_the_apartments_are_let_and_a_few_stand_empty(String day) {
        var leases = plan(day).leases();
        var now = leases.tenancies().stream().filter(t -> t.last() == null).toList();
        assertThat(now).hasSizeBetween(55, 68);
        assertThat(now)
                .extracting(Tenancy::tenure)
                .contains(Tenure.TRAINING, Tenure.TRIAL, Tenure.HOUSING_FIRST, Tenure.TRANSITIONAL);
        assertThat(leases.empty()).hasSizeBetween(4, 9);
        assertThat(leases.tenancies()).filteredOn(Tenancy::takenOver).hasSizeBetween(6, 9);
        assertThat(leases.watched()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-10-26", "2026-11-29", "2027-07-01"})
    void nobody_rents_what_somebody_else_does_or_the_board_does_not_hold(String day) {
        var plan = plan(day);
        var byHome =
                plan.leases().tenancies().stream().collect(Collectors.groupingBy(Tenancy::home));
        byHome.forEach((home, tenancies) -> {
            LocalDate free = home.startOn();
            for (var tenancy : tenancies) {
                assertThat(tenancy.from()).as(home.number()).isAfterOrEqualTo(free);
                free = tenancy.last() == null ? LocalDate.MAX : tenancy.last().plusDays(1);
            }
            var end = plan.leases().endOf(home);
            if (end != null) {
                assertThat(free).as(home.number()).isBeforeOrEqualTo(end.plusDays(1));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-10-26", "2026-11-29", "2027-07-01"})
    void nobody_pays_tomorrow_and_some_do_not_pay_at_all(String day) {
        var plan = plan(day);
        var payments = new DemoRents(plan.leases().tenancies(), plan.today()).payments();
        assertThat(payments)
                .hasSizeBetween(900, 1600)
                .allMatch(payment -> !payment.on().isAfter(plan.today()))
                .allMatch(payment -> !payment.on().isBefore(payment.tenancy().from()))
                .allMatch(payment -> payment.amount().isPositive());
    }
}
