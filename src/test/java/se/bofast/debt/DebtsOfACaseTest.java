package se.bofast.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.debt.AgreeingPlan.Agreement;
import se.bofast.debt.PromisingRent.Promised;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.page.SortChoice;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;

/// Debts, plans and promises of a case, on a real database.
@HouseTest
@RecordApplicationEvents
class DebtsOfACaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final RecordingDebt recording;
    private final RecordingPayment paying;
    private final AgreeingPlan agreeing;
    private final PromisingRent promising;
    private final PromisesDue due;
    private final ReferringToDebtAdvice referring;
    private final ReadingDebt reading;
    private final RelapseRoutine routine;
    private final DebtSection sections;

    DebtsOfACaseTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            RecordingDebt recording,
            RecordingPayment paying,
            AgreeingPlan agreeing,
            PromisingRent promising,
            PromisesDue due,
            ReferringToDebtAdvice referring,
            ReadingDebt reading,
            RelapseRoutine routine,
            DebtSection sections) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.recording = recording;
        this.paying = paying;
        this.agreeing = agreeing;
        this.promising = promising;
        this.due = due;
        this.referring = referring;
        this.reading = reading;
        this.routine = routine;
        this.sections = sections;
    }

    @Test
    void what_is_left_is_the_last_amount_less_what_was_paid_since() {
        var at = new At();
        var debt = at.debt(14_320, TODAY);
        at.pay(debt, 5_000, TODAY);
        var other = at.debt(1_000, TODAY);
        assertThat(at.card(TODAY).owed()).isEqualTo(Money.kronor(10_320));
        assertThat(at.card(TODAY).paid()).isEqualTo(Money.kronor(5_000));

        // The landlord's next statement already has the payment in it.
        at.amount(debt, TODAY.plusDays(10), 15_000);
        var later = at.card(TODAY.plusDays(10));
        assertThat(line(later, debt).left()).isEqualTo(Money.kronor(15_000));
        assertThat(line(later, other).left()).isEqualTo(Money.kronor(1_000));
        assertThat(line(later, debt).standing()).hasSize(2);
    }

    @Test
    void a_corrected_amount_stays_readable_and_the_only_one_cannot_be_taken_back() {
        var at = new At();
        var debt = at.debt(14_320, TODAY);
        at.amount(debt, TODAY, 13_420);
        var line = line(at.card(TODAY), debt);
        assertThat(line.amount()).isEqualTo(Money.kronor(13_420));
        assertThat(line.amounts()).hasSize(2);
        assertThat(at.takeBack(debt, TODAY)).isEqualTo(RecordingDebt.TakingBack.IS_THE_ONLY_ONE);
        at.amount(debt, TODAY.plusDays(1), 20_000);
        assertThat(at.takeBack(debt, TODAY.plusDays(1))).isEqualTo(RecordingDebt.TakingBack.DONE);
        assertThat(line(at.card(TODAY.plusDays(1)), debt).amount()).isEqualTo(Money.kronor(13_420));
    }

    @Test
    void paying_the_last_of_it_settles_the_debt_and_taking_that_back_opens_it(
            ApplicationEvents events) {
        var at = new At();
        var debt = at.debt(10_000, TODAY);
        at.pay(debt, 4_000, TODAY.plusDays(1));
        var last = at.pay(debt, 6_000, TODAY.plusDays(3));
        assertThat(events.stream(DebtSettled.class).toList())
                .containsExactly(
                        new DebtSettled(at.matter, debt, DebtKind.RENT, TODAY.plusDays(3)));
        assertThat(line(at.card(TODAY.plusDays(3)), debt).isSettled()).isTrue();
        assertThat(at.card(TODAY.plusDays(3)).owed()).isEqualTo(Money.ZERO);

        at.as(
                TODAY.plusDays(4),
                () -> {
                    paying.withdraw(at.actor, last, "fel ärende");
                    return null;
                });
        assertThat(events.stream(DebtOpenAgain.class).toList()).hasSize(1);
        var line = line(at.card(TODAY.plusDays(4)), debt);
        assertThat(line.settledOn()).isNull();
        assertThat(line.left()).isEqualTo(Money.kronor(6_000));
        assertThat(line.payments()).anyMatch(DebtCard.PaymentLine::isWithdrawn).hasSize(2);
    }

    @Test
    void a_payment_ahead_of_today_is_refused() {
        var at = new At();
        var debt = at.debt(10_000, TODAY);
        assertThatThrownBy(() ->
                        at.as(
                                TODAY,
                                () ->
                                        paying.record(
                                                at.actor,
                                                new NewPayment(
                                                        debt,
                                                        Money.kronor(1),
                                                        TODAY.plusDays(1),
                                                        Payer.TENANT))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void payments_pay_the_plan_in_order_in_the_card_and_in_the_view_alike() {
        var at = new At();
        var debt = at.debt(10_000, TODAY);
        at.pay(debt, 1_000, TODAY);
        at.plan(debt, 9_000, 3_000, TODAY.plusDays(28));
        at.pay(debt, 3_000, TODAY.plusDays(20));
        at.pay(debt, 1_000, TODAY.plusDays(70));
        var day = LocalDate.of(2027, 1, 15);
        var plan = Objects.requireNonNull(line(at.card(day), debt).plan());
        assertThat(plan.instalments())
                .extracting(Allocation.Standing::state)
                .containsExactly(
                        Allocation.State.PAID, Allocation.State.MISSED, Allocation.State.COMING);
        assertThat(plan.missed()).isEqualTo(1);
        assertThat(plan.paid()).isEqualTo(Money.kronor(4_000));
        var inView =
                at.board.ask(
                        at.actor,
                        sql ->
                                sql.sql(
                                                """
                                                select paid_on from debt.v_instalment
                                                where board_id = framework.board_id() and debt_id = :debt and current
                                                order by number
                                                """)
                                        .param("debt", debt.value())
                                        .query((rs, n) ->
                                                Optional.ofNullable(
                                                        rs.getObject(1, LocalDate.class)))
                                        .list());
        assertThat(inView)
                .isEqualTo(
                        plan.instalments().stream()
                                .map(i -> Optional.ofNullable(i.paidOn()))
                                .toList());
    }

    @Test
    void a_new_plan_replaces_the_old_one_which_is_kept() {
        var at = new At();
        var debt = at.debt(10_000, TODAY);
        at.plan(debt, 10_000, 1_000, TODAY.plusDays(10));
        var agreed = at.plan(debt, 10_000, 500, TODAY.plusDays(10));
        assertThat(((Agreement.Agreed) agreed).fit())
                .isInstanceOf(PlanFit.LongerThanApplicationWould.class);
        var line = line(at.card(TODAY), debt);
        assertThat(line.earlierPlans()).isEqualTo(1);
        assertThat(Objects.requireNonNull(line.plan()).instalments()).hasSize(20);
        assertThat(at.plan(debt, 10_000, 10, TODAY.plusDays(10)))
                .isInstanceOf(Agreement.TooManyInstalments.class);
    }

    @Test
    void a_new_debt_within_the_boards_months_of_a_settled_one_is_a_relapse() {
        var at = new At();
        var first = at.debt(1_000, TODAY);
        at.pay(first, 1_000, TODAY);
        var second = at.debt(2_000, TODAY.plusMonths(6));
        var relapse = line(at.card(TODAY.plusMonths(6)), second).relapse();
        assertThat(relapse).isEqualTo(new Relapse(TODAY, TODAY.plusMonths(6)));
        assertThat(relapseInView(at, second)).isTrue();
        assertThat(relapseInView(at, first)).isFalse();

        var administrator = at.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        at.board.as(
                administrator,
                () -> {
                    routine.change(administrator, 3);
                    return null;
                });
        assertThat(line(at.card(TODAY.plusMonths(6)), second).relapse()).isNull();
        assertThat(relapseInView(at, second)).isFalse();
        assertThat((int) at.board.as(at.actor, () -> routine.months())).isEqualTo(3);
    }

    @Test
    void promised_rent_is_watched_until_it_is_paid(ApplicationEvents events) {
        var at = new At();
        var firstDue = LocalDate.of(2026, 11, 30);
        var made = (Promised.Made) at.promise(YearMonth.of(2026, 12), 3, firstDue);
        assertThat(made.promises()).hasSize(3);
        assertThat(at.promise(YearMonth.of(2027, 2), 1, LocalDate.of(2027, 1, 29)))
                .isEqualTo(new Promised.AlreadyPromised(LocalDate.of(2027, 2, 1)));
        assertThat(events.stream(RentPromised.class).toList())
                .containsExactly(
                        new RentPromised(
                                at.matter,
                                List.of(
                                        firstDue,
                                        LocalDate.of(2026, 12, 31),
                                        LocalDate.of(2027, 1, 31))));

        assertThat(at.due(LocalDate.of(2026, 11, 23), 5)).isEmpty();
        assertThat(at.due(LocalDate.of(2026, 11, 25), 5))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.alarm()).isEqualTo(PromiseAlarm.WITHIN_FIVE_DAYS);
                    assertThat(d.amount()).isEqualTo(Money.kronor(7_500));
                    assertThat(d.number()).isEqualTo("2026-0001");
                });
        assertThat(at.due(LocalDate.of(2026, 12, 4), 5))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.alarm()).isEqualTo(PromiseAlarm.MISSED);
                    assertThat(d.alarm().isPossibleLexSarah()).isTrue();
                });

        var late = LocalDate.of(2026, 12, 4);
        var alarm = at.as(late, () -> promising.paid(at.actor, made.promises().getFirst(), late));
        assertThat(alarm).isEqualTo(PromiseAlarm.PAID_LATE);
        assertThat(events.stream(PromisedRentPaid.class).toList()).hasSize(1);
        assertThat(at.due(late, 5)).isEmpty();
        at.as(
                late,
                () -> {
                    promising.notPaid(at.actor, made.promises().getFirst(), "gick till fel konto");
                    return null;
                });
        assertThat(at.due(late, 5)).hasSize(1);
        at.as(
                late,
                () -> {
                    promising.withdraw(at.actor, made.promises().getFirst(), "flyttat");
                    return null;
                });
        assertThat(at.due(late, 5)).isEmpty();
        assertThat(at.promise(YearMonth.of(2026, 12), 1, LocalDate.of(2026, 12, 10)))
                .isInstanceOf(Promised.Made.class);
    }

    @Test
    void each_sees_the_promised_rents_within_ones_own_reach() {
        var at = new At();
        at.promise(YearMonth.of(2026, 12), 1, LocalDate.of(2026, 11, 30));
        var day = LocalDate.of(2026, 11, 30);
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.ADDICTION);
        var guide = at.board.employee(Role.GUIDE, UnitKind.HOUSING);
        assertThat(at.due(day, 5)).hasSize(1);
        assertThat(at.board.as(elsewhere, day, () -> due.due(elsewhere, Scope.BOARD, day)))
                .isEmpty();
        assertThat(at.board.as(guide, day, () -> due.due(guide, Scope.BOARD, day))).isEmpty();
        assertThat(at.board.as(guide, day, () -> sections.section(guide, at.matter))).isEmpty();
        assertThat(at.board.as(at.actor, day, () -> sections.section(at.actor, at.matter)))
                .isPresent();
    }

    @Test
    void who_does_not_reach_the_case_reaches_nothing_of_its_debts() {
        var at = new At();
        var debt = at.debt(1_000, TODAY);
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.ADDICTION);
        assertThatThrownBy(() ->
                        at.board.as(elsewhere, TODAY, () -> reading.card(elsewhere, at.matter)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        at.board.as(
                                elsewhere,
                                TODAY,
                                () ->
                                        paying.record(
                                                elsewhere,
                                                new NewPayment(
                                                        debt,
                                                        Money.kronor(1),
                                                        TODAY,
                                                        Payer.TENANT))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        at.as(
                                TODAY,
                                () ->
                                        reading.card(
                                                at.actor,
                                                new Subject("letter", UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_referral_says_who_works_with_it_only_with_the_persons_yes() {
        var at = new At();
        var adviser = at.board.account(Role.DEBT_ADVISER, UnitKind.DEBT_ADVICE);
        assertThat(at.as(TODAY, () -> referring.advisers(TODAY)))
                .extracting(ReferringToDebtAdvice.Adviser::id)
                .containsExactly(adviser);
        assertThatThrownBy(() -> new NewReferral(at.matter, TODAY, false, adviser, null))
                .isInstanceOf(IllegalArgumentException.class);
        var id =
                at.as(
                        TODAY,
                        () ->
                                referring.refer(
                                        at.actor,
                                        new NewReferral(at.matter, TODAY, true, adviser, null)));
        assertThat(adviserWorks(at)).isTrue();
        at.as(
                TODAY.plusDays(3),
                () -> {
                    referring.answer(
                            at.actor, id, ReferringToDebtAdvice.Answer.ACCEPTED, TODAY.plusDays(3));
                    referring.outcome(
                            at.actor,
                            id,
                            ReferringToDebtAdvice.Outcome.BUDGET_IN_ORDER,
                            TODAY.plusDays(3));
                    return null;
                });
        assertThat(adviserWorks(at)).isFalse();
        assertThat(at.card(TODAY.plusDays(3)).referrals())
                .singleElement()
                .satisfies(r ->
                        assertThat(r.outcome())
                                .isEqualTo(ReferringToDebtAdvice.Outcome.BUDGET_IN_ORDER));
    }

    @Test
    void a_withdrawn_debt_leaves_the_card_and_the_figures() {
        var at = new At();
        var debt = at.debt(1_000, TODAY);
        at.as(
                TODAY,
                () -> {
                    recording.withdraw(at.actor, debt, "fel person");
                    return null;
                });
        assertThat(at.card(TODAY).isEmpty()).isTrue();
        assertThatThrownBy(() -> at.pay(debt, 1, TODAY)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_read_and_written_is_on_record() {
        var at = new At();
        var debt = at.debt(1_000, TODAY);
        at.pay(debt, 500, TODAY);
        at.card(TODAY);
        var reasons =
                at.board.ask(
                        at.actor,
                        sql ->
                                sql.sql(
                                                """
                                                select reason from audit.entry
                                                where board_id = framework.board_id() and action = 'RECORD_DEBT'
                                                  and subject_id = :matter and cardinality(person_ids) = 1
                                                order by at, id
                                                """)
                                        .param("matter", at.matter.id())
                                        .query(String.class)
                                        .list());
        assertThat(reasons).containsExactlyInAnyOrder("DEBT", "PAYMENT", "READ");
    }

    private static boolean adviserWorks(At at) {
        return at.board.ask(
                at.actor,
                sql ->
                        sql.sql(
                                        """
                                        select adviser_works from debt.v_referral
                                        where board_id = framework.board_id() and matter_id = :matter
                                        """)
                                .param("matter", at.matter.id())
                                .query(Boolean.class)
                                .single());
    }

    private static boolean relapseInView(At at, DebtId debt) {
        return at.board.ask(
                at.actor,
                sql ->
                        sql.sql(
                                        """
                                        select relapse from debt.v_debt
                                        where board_id = framework.board_id() and debt_id = :debt
                                        """)
                                .param("debt", debt.value())
                                .query(Boolean.class)
                                .single());
    }

    private static DebtCard.Line line(DebtCard card, DebtId debt) {
        return card.debts().stream().filter(d -> d.id().equals(debt)).findFirst().orElseThrow();
    }

    /// A board with one case, and its coordinator at work.
    private final class At {

        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();
        final Subject matter = openCase();

        private Subject openCase() {
            as(
                    TODAY,
                    () -> registering.register(actor, Action.REGISTER_SIGNAL, List.of(arrears())));
            var filter =
                    new CaseFilter(
                            CaseFilter.Whose.ALL,
                            CaseFilter.State.OPEN,
                            null,
                            null,
                            null,
                            false,
                            null);
            var rows =
                    as(
                            TODAY,
                            () ->
                                    lists.list(
                                                    actor,
                                                    filter,
                                                    SortChoice.ascending("next"),
                                                    Optional.empty())
                                            .rows());
            return new CaseId(rows.getFirst().id()).subject();
        }

        <T> T as(LocalDate day, ScopedValue.CallableOp<T, RuntimeException> work) {
            return board.as(actor, day, work);
        }

        DebtCard card(LocalDate day) {
            return as(day, () -> reading.card(actor, matter));
        }

        DebtId debt(long kronor, LocalDate on) {
            return as(
                    on,
                    () ->
                            recording.record(
                                    actor,
                                    new NewDebt(
                                            matter,
                                            new Creditor.Named("Hyresbolaget"),
                                            DebtKind.RENT,
                                            "F-1",
                                            on,
                                            on,
                                            Money.kronor(kronor),
                                            AmountSource.LANDLORD,
                                            "meddelandet")));
        }

        void amount(DebtId debt, LocalDate on, long kronor) {
            as(
                    on,
                    () -> {
                        recording.amount(
                                actor,
                                debt,
                                on,
                                Money.kronor(kronor),
                                AmountSource.LANDLORD,
                                "ring");
                        return null;
                    });
        }

        RecordingDebt.TakingBack takeBack(DebtId debt, LocalDate on) {
            return as(on, () -> recording.takeAmountBack(actor, debt, on, "fel"));
        }

        PaymentId pay(DebtId debt, long kronor, LocalDate on) {
            return as(
                    on,
                    () ->
                            paying.record(
                                    actor,
                                    new NewPayment(debt, Money.kronor(kronor), on, Payer.TENANT)));
        }

        Agreement plan(DebtId debt, long total, long monthly, LocalDate first) {
            return as(
                    TODAY,
                    () ->
                            agreeing.agree(
                                    actor,
                                    new NewPlan(
                                            debt,
                                            Money.kronor(total),
                                            Money.kronor(monthly),
                                            first,
                                            null,
                                            "överens")));
        }

        Promised promise(YearMonth month, int months, LocalDate firstDue) {
            return as(
                    TODAY,
                    () ->
                            promising.promise(
                                    actor,
                                    new NewPromise(
                                            matter,
                                            new Creditor.Named("Hyresbolaget"),
                                            null,
                                            month,
                                            months,
                                            Money.kronor(7_500),
                                            firstDue)));
        }

        List<PromisesDue.Due> due(LocalDate day, int ahead) {
            return as(day, () -> due.due(actor, Scope.BOARD, day.plusDays(ahead)));
        }
    }

    private static NewSignal arrears() {
        return new NewSignal(
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                Channel.REGISTERED_MAIL,
                null,
                "Hyresbolaget",
                null,
                null,
                new NewSignal.Written(
                        "Anna Berg",
                        IdentityNumber.read("198001232381", TODAY).orElseThrow(),
                        null,
                        null),
                new NewSignal.Place("Storgatan 1", "1203", "11331", "Teststad", 2),
                null,
                ThreatReason.RENT_DEBT,
                null,
                TODAY.minusDays(1),
                TestBoard.noon(TODAY),
                List.of(
                        Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, TODAY.minusDays(1)),
                        Fact.amount(FactKind.NOTICE_AMOUNT, Money.kronor(14_320))),
                null);
    }
}
