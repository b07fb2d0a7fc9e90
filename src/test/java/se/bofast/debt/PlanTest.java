package se.bofast.debt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import se.bofast.debt.Allocation.Paid;
import se.bofast.debt.Allocation.State;
import se.bofast.debt.DrawingPlan.Drawn;
import se.bofast.kernel.Money;

/// Plans to pay off, and which payments pay which instalments.
class PlanTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    @Test
    void the_last_instalment_takes_the_rest() {
        var plan = (Drawn.Plan) DrawingPlan.draw(Money.kronor(14_320), Money.kronor(3_000), FIRST);
        assertThat(plan.instalments())
                .extracting(i -> i.amount().ore())
                .containsExactly(300_000L, 300_000L, 300_000L, 300_000L, 232_000L);
        assertThat(plan.instalments())
                .extracting(Instalment::dueOn)
                .containsExactly(
                        LocalDate.of(2026, 11, 30),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31));
    }

    @Test
    void a_day_a_month_lacks_becomes_its_last_but_comes_back() {
        var thirtieth = LocalDate.of(2027, 1, 30);
        assertThat(MonthlyDays.of(thirtieth, 1)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(MonthlyDays.of(thirtieth, 2)).isEqualTo(LocalDate.of(2027, 3, 30));
    }

    @Test
    void a_plan_of_more_than_five_years_is_refused_with_the_amount_that_would_do() {
        var drawn = DrawingPlan.draw(Money.kronor(100_000), Money.kronor(100), FIRST);
        assertThat(drawn).isEqualTo(new Drawn.TooMany(Money.kronor(1_667)));
        assertThat(DrawingPlan.draw(Money.kronor(100_000), Money.kronor(1_667), FIRST))
                .isInstanceOf(Drawn.Plan.class);
        assertThat(DrawingPlan.draw(Money.kronor(100_000), Money.kronor(1_666), FIRST))
                .isInstanceOf(Drawn.TooMany.class);
    }

    @Test
    void a_payment_pays_the_oldest_instalment_first_and_late_is_said() {
        var plan =
                List.of(
                        new Instalment(1, LocalDate.of(2026, 12, 1), Money.kronor(1_000)),
                        new Instalment(2, LocalDate.of(2027, 1, 1), Money.kronor(1_000)),
                        new Instalment(3, LocalDate.of(2027, 2, 1), Money.kronor(1_000)));
        var paid = List.of(new Paid(LocalDate.of(2026, 12, 2), Money.kronor(1_500)));
        var standings = Allocation.of(plan, paid, LocalDate.of(2027, 1, 1));
        assertThat(standings)
                .extracting(Allocation.Standing::state)
                .containsExactly(State.PAID_LATE, State.COMING, State.COMING);
        assertThat(standings.get(1).left()).isEqualTo(Money.kronor(500));
        assertThat(Allocation.of(plan, paid, LocalDate.of(2027, 1, 2)).get(1).state())
                .isEqualTo(State.MISSED);
    }

    @Property
    void the_instalments_add_up_and_each_is_money(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long total,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long monthly,
            @ForAll("days") LocalDate first) {
        switch (DrawingPlan.draw(new Money(total), new Money(monthly), first)) {
            case Drawn.TooMany many -> {
                assertThat(Math.ceilDiv(total, monthly))
                        .isGreaterThan(DrawingPlan.MOST_INSTALMENTS);
                assertThat(DrawingPlan.draw(new Money(total), many.atLeast(), first))
                        .isInstanceOf(Drawn.Plan.class);
            }
            case Drawn.Plan plan -> {
                var all = plan.instalments();
                assertThat(sum(all.stream().map(Instalment::amount).toList())).isEqualTo(total);
                assertThat(all).allMatch(i -> i.amount().isPositive());
                assertThat(all.subList(0, all.size() - 1))
                        .allMatch(i -> i.amount().ore() == monthly);
                assertThat(all.getLast().amount().ore()).isLessThanOrEqualTo(monthly);
                assertThat(all.getFirst().dueOn()).isEqualTo(first);
                for (var n = 1; n < all.size(); n++) {
                    assertThat(all.get(n).dueOn()).isAfter(all.get(n - 1).dueOn());
                    assertThat(java.time.YearMonth.from(all.get(n).dueOn()))
                            .isEqualTo(java.time.YearMonth.from(first).plusMonths(n));
                }
            }
        }
    }

    @Property
    void nothing_paid_is_lost_and_no_instalment_gets_too_much(
            @ForAll("plans") List<Instalment> plan,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("payments") Paid> payments,
            @ForAll("days") LocalDate today) {
        var standings = Allocation.of(plan, payments, today);
        var total = sum(plan.stream().map(Instalment::amount).toList());
        var paid = sum(payments.stream().map(Paid::amount).toList());
        assertThat(sum(standings.stream().map(Allocation.Standing::paid).toList()))
                .isEqualTo(Math.min(total, paid));
        assertThat(standings)
                .allMatch(s -> s.paid().ore() >= 0 && s.left().ore() >= 0)
                .allMatch(s -> (s.paidOn() != null) == (s.left().ore() == 0));
        // Once one is not full, nothing is on those after it.
        var open = false;
        for (var standing : standings) {
            assertThat(open && standing.paid().isPositive()).isFalse();
            open = open || standing.left().isPositive();
        }
    }

    @Property
    void missed_is_what_is_unpaid_after_its_day(
            @ForAll("plans") List<Instalment> plan,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("payments") Paid> payments,
            @ForAll("days") LocalDate today) {
        for (var standing : Allocation.of(plan, payments, today)) {
            assertThat(standing.state() == State.MISSED)
                    .isEqualTo(
                            standing.left().isPositive()
                                    && today.isAfter(standing.instalment().dueOn()));
        }
    }

    @Property
    void paying_more_never_leaves_an_instalment_worse_off(
            @ForAll("plans") List<Instalment> plan,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("payments") Paid> payments,
            @ForAll("payments") Paid more,
            @ForAll("days") LocalDate today) {
        var before = Allocation.of(plan, payments, today);
        var richer = new ArrayList<>(payments);
        richer.add(more);
        var after = Allocation.of(plan, richer, today);
        for (var n = 0; n < plan.size(); n++) {
            assertThat(after.get(n).paid()).isGreaterThanOrEqualTo(before.get(n).paid());
            var was = before.get(n).paidOn();
            if (was != null) {
                assertThat(after.get(n).paidOn()).isBeforeOrEqualTo(was);
            }
        }
    }

    @Property
    void the_order_in_which_payments_are_told_does_not_matter(
            @ForAll("plans") List<Instalment> plan,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("payments") Paid> payments,
            @ForAll("days") LocalDate today) {
        var turned = new ArrayList<>(payments);
        Collections.reverse(turned);
        assertThat(Allocation.of(plan, turned, today))
                .isEqualTo(Allocation.of(plan, payments, today));
    }

    @Property
    void a_relapse_lies_after_the_settled_day_and_within_the_months(
            @ForAll("days") LocalDate settled,
            @ForAll("days") LocalDate arisen,
            @ForAll @IntRange(min = 1, max = 120) int months) {
        assertThat(Relapse.within(settled, arisen, months).isPresent())
                .isEqualTo(arisen.isAfter(settled) && !arisen.isAfter(settled.plusMonths(months)));
        if (Relapse.within(settled, arisen, months).isPresent()) {
            assertThat(Relapse.within(settled, arisen, months + 1)).isPresent();
        }
    }

    @Test
    void without_an_earlier_settled_debt_there_is_no_relapse() {
        assertThat(Relapse.within(null, FIRST, 12)).isEmpty();
        assertThat(Relapse.within(FIRST, FIRST, 12)).isEmpty();
        assertThat(Relapse.within(LocalDate.of(2025, 11, 30), FIRST, 12)).isPresent();
        assertThat(Relapse.within(LocalDate.of(2025, 11, 29), FIRST, 12)).isEmpty();
    }

    /// UB 16 kap. 5 §: respite of more than six months from the application makes it lapse.
    @Test
    void a_plan_for_rent_that_outlives_the_application_gets_a_remark() {
        var agreed = LocalDate.of(2026, 11, 20);
        var applied = LocalDate.of(2026, 10, 1);
        assertThat(PlanFit.of(DebtKind.RENT, agreed, applied, LocalDate.of(2027, 4, 1)))
                .isEqualTo(new PlanFit.Fits());
        assertThat(PlanFit.of(DebtKind.RENT, agreed, applied, LocalDate.of(2027, 4, 2)))
                .isEqualTo(
                        new PlanFit.EndsAfterApplicationLapses(
                                LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 2)));
        assertThat(PlanFit.of(DebtKind.RENT, agreed, null, LocalDate.of(2027, 5, 21)))
                .isInstanceOf(PlanFit.LongerThanApplicationWould.class);
        assertThat(PlanFit.of(DebtKind.RENT, agreed, null, LocalDate.of(2027, 5, 20)))
                .isEqualTo(new PlanFit.Fits());
        assertThat(PlanFit.of(DebtKind.ELECTRICITY, agreed, applied, LocalDate.of(2029, 1, 1)))
                .isEqualTo(new PlanFit.Fits());
    }

    @Test
    void promised_rent_rings_at_five_two_and_no_days_and_is_missed_after_its_day() {
        // Due on a Monday.
        var due = LocalDate.of(2026, 11, 30);
        assertThat(PayByDay.of(due)).isEqualTo(due);
        assertThat(alarm(due, -6)).isEqualTo(PromiseAlarm.COMING);
        assertThat(alarm(due, -5)).isEqualTo(PromiseAlarm.WITHIN_FIVE_DAYS);
        assertThat(alarm(due, -3)).isEqualTo(PromiseAlarm.WITHIN_FIVE_DAYS);
        assertThat(alarm(due, -2)).isEqualTo(PromiseAlarm.WITHIN_TWO_DAYS);
        assertThat(alarm(due, 0)).isEqualTo(PromiseAlarm.TODAY);
        assertThat(alarm(due, 1)).isEqualTo(PromiseAlarm.MISSED);
        assertThat(PromiseAlarm.of(due, due, due, due.plusDays(9))).isEqualTo(PromiseAlarm.PAID);
        assertThat(PromiseAlarm.of(due, due, due.plusDays(1), due.plusDays(9)))
                .isEqualTo(PromiseAlarm.PAID_LATE);
    }

    @Test
    void rent_due_on_a_sunday_must_be_sent_on_the_friday_but_is_not_missed_until_monday() {
        var sunday = LocalDate.of(2027, 1, 31);
        var friday = LocalDate.of(2027, 1, 29);
        assertThat(PayByDay.of(sunday)).isEqualTo(friday);
        assertThat(PromiseAlarm.of(friday, sunday, null, friday)).isEqualTo(PromiseAlarm.TODAY);
        assertThat(PromiseAlarm.of(friday, sunday, null, sunday)).isEqualTo(PromiseAlarm.TODAY);
        assertThat(PromiseAlarm.of(friday, sunday, null, sunday.plusDays(1)))
                .isEqualTo(PromiseAlarm.MISSED);
    }

    @Property
    void promised_rent_is_paid_by_a_day_not_after_its_due_day(@ForAll("days") LocalDate due) {
        assertThat(PayByDay.of(due)).isBeforeOrEqualTo(due).isAfter(due.minusDays(7));
    }

    private static PromiseAlarm alarm(LocalDate due, int days) {
        return PromiseAlarm.of(due, due, null, due.plusDays(days));
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::ore).sum();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2020, 1, 1), LocalDate.of(2032, 12, 31));
    }

    @Provide
    Arbitrary<List<Instalment>> plans() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 2_000_000),
                        Arbitraries.longs().between(50_000, 500_000),
                        days())
                .as((total, monthly, first) ->
                        DrawingPlan.draw(new Money(total), new Money(monthly), first))
                .map(drawn -> ((Drawn.Plan) drawn).instalments());
    }

    @Provide
    Arbitrary<Paid> payments() {
        return Combinators.combine(days(), Arbitraries.longs().between(1, 700_000))
                .as((on, ore) -> new Paid(on, new Money(ore)));
    }
}
