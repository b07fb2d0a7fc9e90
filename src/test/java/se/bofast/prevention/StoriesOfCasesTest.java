package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.prevention.Story.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.DelegatedDecision;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.ManagingCover;
import se.bofast.access.ManagingDelegation;
import se.bofast.access.Role;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.debt.NewReferral;
import se.bofast.debt.ReferringToDebtAdvice;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.page.SortChoice;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// Cases from beginning to end, as they are lived.
@HouseTest
class StoriesOfCasesTest {

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final CaseViews views;
    private final WorkingOnCase working;
    private final MakingDecisions deciding;
    private final ClosingCase closing;
    private final DayList days;
    private final SettingAlarms alarms;
    private final ManagingDelegation delegation;
    private final ManagingCover cover;
    private final Landlords landlords;
    private final People people;
    private final ReferringToDebtAdvice referring;
    private final MockMvc mvc;

    StoriesOfCasesTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            CaseViews views,
            WorkingOnCase working,
            MakingDecisions deciding,
            ClosingCase closing,
            DayList days,
            SettingAlarms alarms,
            ManagingDelegation delegation,
            ManagingCover cover,
            Landlords landlords,
            People people,
            ReferringToDebtAdvice referring,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.views = views;
        this.working = working;
        this.deciding = deciding;
        this.closing = closing;
        this.days = days;
        this.alarms = alarms;
        this.delegation = delegation;
        this.cover = cover;
        this.landlords = landlords;
        this.people = people;
        this.referring = referring;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);

        PersonId person(String given) {
            return person(NewPerson.of(given, "Prövad", null));
        }

        PersonId person(NewPerson person) {
            return board.as(coordinator, TODAY, () -> people.register(coordinator, person));
        }

        CaseId opens(LocalDate day, PersonId person) {
            return story.comes(coordinator, Story.Signal.arrears(day, "Någon").about(person));
        }

        CaseId opens() {
            return opens(TODAY, person("Kim"));
        }

        CaseViews.CaseView view(CaseId id) {
            return board.as(coordinator, TODAY, () -> views.whole(coordinator, id));
        }

        void decides(CaseId id) {
            var decided =
                    board.as(
                            coordinator,
                            TODAY,
                            () -> deciding.inquiry(coordinator, id, false, TODAY, "Råd räcker."));
            assertThat(decided).isInstanceOf(Deciding.Decided.class);
        }

        Closing ends(CaseId id, Closing.Ended ended) {
            return board.as(coordinator, TODAY, () -> closing.end(coordinator, id, ended));
        }

        Closing ends(CaseId id, Closing.Outcome outcome) {
            return ends(id, new Closing.Ended(outcome, TODAY, null, null, List.of(), null));
        }

        LandlordId landlord() {
            return Objects.requireNonNull(
                    board.as(coordinator, TODAY, () -> landlords.ensureAll(List.of("Provhus")))
                            .get("Provhus"));
        }

        void delegates(EmployeeId to, @Nullable Money upTo) {
            var head = board.unitHead();
            board.as(
                    head,
                    TODAY,
                    () ->
                            delegation.add(
                                    head,
                                    new ManagingDelegation.NewDelegation(
                                            to,
                                            DelegatedDecision.PAYMENT_UNDERTAKING,
                                            "3.2.1",
                                            upTo,
                                            TODAY.minusYears(1),
                                            null)));
        }

        Deciding undertakes(
                LocalDate day, CaseId id, LandlordId landlord, EmployeeId by, boolean late) {
            return board.as(
                    coordinator,
                    day,
                    () ->
                            deciding.undertake(
                                    coordinator,
                                    id,
                                    new Deciding.Undertaking(
                                            Money.kronor(14_320),
                                            "oktober 2026",
                                            landlord,
                                            by,
                                            day,
                                            "Barn i hemmet.",
                                            late)));
        }

        void served(CaseId id, LocalDate on) {
            for (var fact :
                    List.of(
                            Fact.on(FactKind.TENANT_SERVED_ON, on),
                            Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, on))) {
                board.as(
                        coordinator,
                        TODAY,
                        () -> working.record(coordinator, id, null, fact, "kvitto"));
            }
        }

        /// How the case stands to a rule's day; null if it has none.
        @Nullable String due(CaseId id, String rule) {
            return board.ask(
                    coordinator,
                    db ->
                            db.sql(
                                            """
                                            select status from prevention.clock_day
                                            where board_id = framework.board_id() and case_id = :id and rule = :rule
                                            """)
                                    .param("id", id.value())
                                    .param("rule", rule)
                                    .query(String.class)
                                    .optional()
                                    .orElse(null));
        }

        List<CaseRow> rows(CaseFilter filter) {
            return board.as(
                            coordinator,
                            TODAY,
                            () ->
                                    lists.list(
                                            coordinator,
                                            filter,
                                            SortChoice.ascending("next"),
                                            Optional.empty()))
                    .rows();
        }
    }

    private static Deciding refused(Deciding.Reason reason) {
        return new Deciding.Refused(reason);
    }

    private static Closing refused(Closing.Hindrance reason) {
        return new Closing.Refused(reason);
    }

    private static CaseFilter all(CaseFilter.@Nullable Alarm alarm) {
        return new CaseFilter(
                CaseFilter.Whose.ALL, CaseFilter.State.OPEN, null, null, null, false, alarm);
    }

    // ---- opening and joining

    @Test
    void a_second_signal_joins_the_open_case_and_one_after_the_end_opens_another() {
        var at = new At();
        var person = at.person("Anna");
        var first = at.opens(TODAY.minusDays(20), person);
        assertThat(at.opens(TODAY.minusDays(10), person)).isEqualTo(first);
        assertThat(at.view(first).notices()).hasSize(2);
        at.decides(first);
        assertThat(at.ends(first, Closing.Outcome.PAID_BY_TENANT))
                .isEqualTo(new Closing.Closed(TODAY));
        var again = at.opens(TODAY, person);
        assertThat(again).isNotEqualTo(first);
        assertThat(at.view(first).details().stage()).isEqualTo(Stage.CLOSED);
        assertThat(at.view(again).details().stage()).isEqualTo(Stage.NEW);
    }

    // ---- facts

    @Test
    void a_fact_taken_back_stops_the_clock_it_started_and_stays_to_be_read() {
        var at = new At();
        var id = at.opens();
        at.served(id, LocalDate.of(2026, 11, 3));
        var moved =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                working.correct(
                                        at.coordinator,
                                        id,
                                        null,
                                        FactKind.TENANT_SERVED_ON,
                                        1,
                                        null,
                                        "TAKEN_BACK"));
        assertThat(moved)
                .anySatisfy(m -> {
                    assertThat(m.rule()).isEqualTo("recovery-period");
                    assertThat(m.before()).isEqualTo(LocalDate.of(2026, 11, 24));
                    assertThat(m.after()).isNull();
                });
        var view = at.view(id);
        assertThat(view.notices().getFirst().waiting())
                .anyMatch(f -> f.rule().id().value().equals("recovery-period"));
        assertThat(view.facts().stream().filter(f -> f.kind() == FactKind.TENANT_SERVED_ON))
                .hasSize(2)
                .noneMatch(CaseViews.FactLine::current);
    }

    // ---- decisions

    @Test
    void nothing_ends_before_it_is_decided_whether_to_open_an_inquiry() {
        var at = new At();
        var id = at.opens();
        assertThat(at.ends(id, Closing.Outcome.PAID_BY_TENANT))
                .isEqualTo(refused(Closing.Hindrance.NO_INQUIRY_DECISION));
        at.decides(id);
        var decision = at.view(id).decisions().getFirst();
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    deciding.withdraw(at.coordinator, id, decision.id(), "Fel ärende.");
                    return true;
                });
        assertThat(at.ends(id, Closing.Outcome.PAID_BY_TENANT))
                .isEqualTo(refused(Closing.Hindrance.NO_INQUIRY_DECISION));
        at.decides(id);
        assertThat(at.ends(id, Closing.Outcome.PAID_BY_TENANT))
                .isEqualTo(new Closing.Closed(TODAY));
        assertThat(at.ends(id, Closing.Outcome.PAID_BY_TENANT))
                .isEqualTo(refused(Closing.Hindrance.ALREADY_CLOSED));
    }

    @Test
    void only_a_delegate_whose_delegation_reaches_the_amount_undertakes_rent() {
        var at = new At();
        var id = at.opens();
        var landlord = at.landlord();
        var head = at.board.unitHead();
        assertThat(at.undertakes(TODAY, id, landlord, head.id(), false))
                .isEqualTo(refused(Deciding.Reason.NO_DELEGATION));
        at.delegates(head.id(), Money.kronor(14_319));
        assertThat(at.undertakes(TODAY, id, landlord, head.id(), false))
                .isEqualTo(refused(Deciding.Reason.ABOVE_DELEGATION));
        at.delegates(head.id(), Money.kronor(14_320));
        assertThat(at.undertakes(TODAY, id, landlord, head.id(), false))
                .isInstanceOf(Deciding.Decided.class);
        assertThat(at.view(id).details().stage()).isEqualTo(Stage.PLAN);
        assertThat(at.view(id).decisions().getFirst().delegationPoint()).isEqualTo("3.2.1");
    }

    /// JB 12 kap. 44 §: after the last day an undertaking saves the home only if the landlord
    /// accepts it.
    @Test
    void an_undertaking_after_the_last_day_needs_the_landlords_yes() {
        var at = new At();
        var id = at.opens();
        var landlord = at.landlord();
        at.delegates(at.coordinator.id(), null);
        at.served(id, TODAY);
        var last = LocalDate.of(2026, 11, 23);
        assertThat(at.undertakes(last.plusDays(1), id, landlord, at.coordinator.id(), false))
                .isEqualTo(refused(Deciding.Reason.AFTER_LAST_DAY));
        assertThat(at.view(id).decisions()).isEmpty();
        assertThat(at.undertakes(last.plusDays(1), id, landlord, at.coordinator.id(), true))
                .isInstanceOf(Deciding.Decided.class);
        var inTime = at.opens();
        at.served(inTime, TODAY);
        assertThat(at.undertakes(last, inTime, landlord, at.coordinator.id(), false))
                .isInstanceOf(Deciding.Decided.class);
    }

    // ---- outcome

    @Test
    void refuses_an_outcome_of_a_day_that_has_not_been_or_in_the_wrong_order() {
        var at = new At();
        var id = at.opens();
        at.decides(id);
        assertThat(at.ends(id, evicted(TODAY.plusDays(1), TODAY.plusDays(2))))
                .isEqualTo(refused(Closing.Hindrance.OUTCOME_IN_FUTURE));
        assertThat(at.ends(id, evicted(TODAY, TODAY.minusDays(1))))
                .isEqualTo(refused(Closing.Hindrance.EXECUTED_BEFORE_DECIDED));
        assertThat(at.ends(id, evicted(TODAY, null)))
                .isEqualTo(refused(Closing.Hindrance.EXECUTED_MISSING));
    }

    private static Closing.Ended evicted(LocalDate decided, @Nullable LocalDate executed) {
        return new Closing.Ended(
                Closing.Outcome.EVICTED,
                decided,
                executed,
                true,
                List.of(
                        new Closing.TouchedChild(Closing.ChildStay.PERMANENT, true),
                        new Closing.TouchedChild(Closing.ChildStay.VISITING, false)),
                null);
    }

    @Test
    void an_eviction_keeps_the_children_it_touched_and_goes_on_with_what_is_left_to_do() {
        var at = new At();
        var id = at.opens();
        at.decides(id);
        assertThat(at.ends(id, evicted(TODAY.minusDays(3), TODAY.minusDays(1))))
                .isInstanceOf(Closing.HomeLost.class);
        var stays =
                at.board.ask(
                        at.coordinator,
                        db ->
                                db.sql(
                                                """
                                                select c.stay from prevention.outcome_child c
                                                join prevention.outcome o on o.board_id = c.board_id and o.id = c.outcome_id
                                                where o.case_id = :id order by c.child
                                                """)
                                        .param("id", id.value())
                                        .query(String.class)
                                        .list());
        assertThat(stays).containsExactlyInAnyOrder("PERMANENT", "VISITING");
        // With the children the record is whole: nothing more is due of it.
        assertThat(at.due(id, "outcome-record")).isEqualTo("DONE");

        var steps = at.view(id).steps();
        assertThat(steps.getFirst().dueOn()).isEqualTo(TODAY);
        assertThat(steps).extracting(LostHome.Line::step).contains(LostHome.Step.BED_TONIGHT);
        assertThat(close(at, id)).isEqualTo(refused(Closing.Hindrance.STEPS_LEFT));
        for (var line : steps) {
            at.board.as(
                    at.coordinator,
                    TODAY,
                    () -> {
                        closing.step(
                                at.coordinator,
                                id,
                                line.step(),
                                line.step() == LostHome.Step.BED_TONIGHT ? TODAY : null,
                                line.step() != LostHome.Step.BED_TONIGHT,
                                "Bor hos sin syster.");
                        return true;
                    });
        }
        assertThat(close(at, id)).isEqualTo(new Closing.Closed(TODAY));
    }

    private Closing close(At at, CaseId id) {
        return at.board.as(at.coordinator, TODAY, () -> closing.close(at.coordinator, id));
    }

    @Test
    void a_step_after_a_lost_home_cannot_be_done_on_a_day_that_has_not_been() {
        var at = new At();
        var id = at.opens();
        at.decides(id);
        at.ends(id, evicted(TODAY.minusDays(3), TODAY.minusDays(1)));
        assertThatThrownBy(() ->
                        at.board.as(
                                at.coordinator,
                                TODAY,
                                () -> {
                                    closing.step(
                                            at.coordinator,
                                            id,
                                            LostHome.Step.FOLLOW_UP_12,
                                            TODAY.plusMonths(12),
                                            false,
                                            null);
                                    return true;
                                }))
                .isInstanceOf(Conflict.class);
        assertThat(at.view(id).steps()).allMatch(LostHome.Line::isLeft);
    }

    @Test
    void a_closed_case_opened_again_keeps_its_outcome_as_one_that_did_not_last() {
        var at = new At();
        var id = at.opens();
        at.decides(id);
        at.ends(id, Closing.Outcome.PAYMENT_PLAN);
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    closing.reopen(at.coordinator, id, "Planen bröts.");
                    return true;
                });
        var view = at.view(id);
        assertThat(view.isOpen()).isTrue();
        assertThat(view.outcomes())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.current()).isFalse());
    }

    // ---- cover

    @Test
    void who_covers_for_an_absent_colleague_has_their_cases_as_ones_own_until_the_last_day() {
        var at = new At();
        var absent = at.board.employee(Role.CASEWORKER, UnitKind.FAMILY_RECEPTION);
        var standIn = at.board.account(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        var id = at.opens();
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    working.assign(
                            at.coordinator,
                            id,
                            at.board.unit(UnitKind.FAMILY_RECEPTION),
                            absent.id());
                    return true;
                });
        var before = on(at, standIn, TODAY);
        assertThatThrownBy(() -> at.board.as(before, TODAY, () -> views.whole(before, id)))
                .isInstanceOf(NotFound.class);
        at.board.as(
                absent,
                TODAY,
                () ->
                        cover.add(
                                absent,
                                new ManagingCover.NewCover(
                                        absent.id(), standIn, TODAY, TODAY.plusDays(7), true)));
        var covering = on(at, standIn, TODAY);
        var mine =
                at.board.as(
                        covering,
                        TODAY,
                        () ->
                                lists.list(
                                        covering,
                                        CaseFilter.MINE,
                                        SortChoice.ascending("next"),
                                        Optional.empty()));
        assertThat(mine.rows()).extracting(CaseRow::id).containsExactly(id.value());
        var day = at.board.as(covering, TODAY, () -> days.of(covering, false));
        assertThat(day.myCases()).isEqualTo(1);
        assertThat(day.due()).allMatch(DayList.Due::covering);
        at.board.as(covering, TODAY, () -> views.whole(covering, id));

        var after = on(at, standIn, TODAY.plusDays(8));
        assertThatThrownBy(
                        () -> at.board.as(after, TODAY.plusDays(8), () -> views.whole(after, id)))
                .isInstanceOf(NotFound.class);
    }

    private static Actor on(At at, EmployeeId who, LocalDate day) {
        return HouseClock.<Actor, RuntimeException>at(
                TestBoard.noon(day), () -> at.board.actor(who));
    }

    // ---- debt advice

    @Test
    void a_debt_adviser_has_what_was_referred_as_ones_own_until_the_advice_ends() {
        var at = new At();
        var who = at.board.account(Role.DEBT_ADVISER, UnitKind.DEBT_ADVICE);
        var adviser = on(at, who, TODAY);
        var id = at.opens();
        var other = at.opens(TODAY, at.person("Ester"));
        assertThat(mine(at, adviser)).isEmpty();
        assertThatThrownBy(() -> at.board.as(adviser, TODAY, () -> views.whole(adviser, id)))
                .isInstanceOf(NotFound.class);

        var referral =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                referring.refer(
                                        at.coordinator,
                                        new NewReferral(id.subject(), TODAY, true, who, null)));
        assertThat(mine(at, adviser)).containsExactly(id.value());
        var day = at.board.as(adviser, TODAY, () -> days.of(adviser, false));
        assertThat(day.myCases()).isEqualTo(1);
        assertThat(day.due()).extracting(DayList.Due::caseId).containsOnly(id.value());
        at.board.as(adviser, TODAY, () -> views.whole(adviser, id));
        assertThatThrownBy(() -> at.board.as(adviser, TODAY, () -> views.whole(adviser, other)))
                .isInstanceOf(NotFound.class);

        at.board.as(
                adviser,
                TODAY,
                () -> {
                    referring.outcome(
                            adviser,
                            referral,
                            ReferringToDebtAdvice.Outcome.BUDGET_IN_ORDER,
                            TODAY);
                    return true;
                });
        assertThat(mine(at, adviser)).isEmpty();
        assertThatThrownBy(() -> at.board.as(adviser, TODAY, () -> views.whole(adviser, id)))
                .isInstanceOf(NotFound.class);
    }

    private List<UUID> mine(At at, Actor actor) {
        return at
                .board
                .as(
                        actor,
                        TODAY,
                        () ->
                                lists.list(
                                        actor,
                                        CaseFilter.MINE,
                                        SortChoice.ascending("next"),
                                        Optional.empty()))
                .rows()
                .stream()
                .map(CaseRow::id)
                .toList();
    }

    // ---- lists

    @Test
    void lists_are_paged_back_and_forth_in_every_order() {
        var at = new At();
        for (var i = 0; i < 115; i++) {
            at.story.comes(
                    at.coordinator, Story.Signal.arrears(TODAY.minusDays(i % 40), "Okänd Person"));
        }
        for (var sort :
                List.of(
                        SortChoice.ascending("next"),
                        SortChoice.descending("next"),
                        SortChoice.ascending("opened"),
                        SortChoice.descending("opened"),
                        SortChoice.ascending("name"),
                        SortChoice.descending("name"))) {
            var forward = new ArrayList<List<UUID>>();
            Optional<PageKey> key = Optional.empty();
            Optional<PageKey> back = Optional.empty();
            for (var page = 0; page < 3; page++) {
                var slice = page(at, sort, key);
                forward.add(slice.rows().stream().map(CaseRow::id).toList());
                key = Optional.ofNullable(slice.nextKey());
                back = Optional.ofNullable(slice.previousKey());
            }
            assertThat(key).as(sort.parameter()).isEmpty();
            assertThat(forward.stream().flatMap(List::stream))
                    .as(sort.parameter())
                    .hasSize(115)
                    .doesNotHaveDuplicates();
            var second = page(at, sort, back);
            assertThat(second.rows().stream().map(CaseRow::id)).isEqualTo(forward.get(1));
            var first = page(at, sort, Optional.ofNullable(second.previousKey()));
            assertThat(first.rows().stream().map(CaseRow::id)).isEqualTo(forward.get(0));
            assertThat(first.previousKey()).isNull();
        }
    }

    private se.bofast.page.Slice<CaseRow> page(At at, SortChoice sort, Optional<PageKey> key) {
        return at.board.as(
                at.coordinator, TODAY, () -> lists.list(at.coordinator, all(null), sort, key));
    }

    @Test
    void filters_narrow_to_unit_responsible_children_and_state() {
        var at = new At();
        var worker = at.board.employee(Role.CASEWORKER, UnitKind.FAMILY_RECEPTION);
        var hers = at.opens();
        var closed = at.opens();
        at.opens();
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    working.assign(
                            at.coordinator,
                            hers,
                            at.board.unit(UnitKind.FAMILY_RECEPTION),
                            worker.id());
                    return true;
                });
        at.board.as(
                at.coordinator,
                TODAY,
                () ->
                        working.record(
                                at.coordinator,
                                hers,
                                null,
                                Fact.yesNo(FactKind.CHILD_IN_HOUSEHOLD, true),
                                "hembesök"));
        at.decides(closed);
        at.ends(closed, Closing.Outcome.NO_THREAT);
        var unit = at.board.unit(UnitKind.FAMILY_RECEPTION);
        assertThat(at.rows(filter(CaseFilter.State.OPEN, unit, null))).hasSize(1);
        assertThat(at.rows(filter(CaseFilter.State.OPEN, null, worker.id())))
                .extracting(CaseRow::id)
                .containsExactly(hers.value());
        assertThat(at.rows(filter(CaseFilter.State.CLOSED, null, null)))
                .extracting(CaseRow::id)
                .containsExactly(closed.value());
        assertThat(at.rows(filter(CaseFilter.State.ANY, null, null))).hasSize(3);
    }

    private static CaseFilter filter(
            CaseFilter.State state,
            se.bofast.kernel.@Nullable UnitId unit,
            @Nullable EmployeeId responsible) {
        return new CaseFilter(CaseFilter.Whose.ALL, state, unit, responsible, null, false, null);
    }

    // ---- alarms

    @Test
    void an_alarm_rings_after_the_boards_own_limit_and_the_list_shows_the_same_cases() {
        var at = new At();
        at.opens(TODAY.minusDays(5), at.person("Gammal"));
        at.opens(TODAY.minusDays(1), at.person("Ny"));
        assertThat(count(at, CaseFilter.Alarm.NO_ATTEMPT)).isEqualTo(1);
        assertThat(at.rows(all(CaseFilter.Alarm.NO_ATTEMPT))).hasSize(1);
        assertThat(count(at, CaseFilter.Alarm.NO_DECISION)).isZero();
        assertThat(at.rows(all(CaseFilter.Alarm.NO_DECISION))).isEmpty();

        var administrator = at.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var set =
                at.board.as(
                        administrator,
                        TODAY,
                        () -> alarms.set(administrator, 0, new AlarmLimits(7, 3, 14, 24)));
        assertThat(set).isEqualTo(new SettingAlarms.Set.Done());
        assertThat(count(at, CaseFilter.Alarm.NO_ATTEMPT)).isZero();
        assertThat(at.rows(all(CaseFilter.Alarm.NO_ATTEMPT))).isEmpty();
        assertThat(count(at, CaseFilter.Alarm.NO_DECISION)).isEqualTo(1);
        assertThat(at.rows(all(CaseFilter.Alarm.NO_DECISION))).hasSize(1);

        var late =
                at.board.as(
                        administrator,
                        TODAY,
                        () -> alarms.set(administrator, 0, new AlarmLimits(2, 2, 2, 2)));
        assertThat(late).isInstanceOf(SettingAlarms.Set.ChangedMeanwhile.class);
        var other = boards.make();
        var elsewhere = other.coordinator();
        assertThat(other.as(elsewhere, TODAY, () -> days.of(elsewhere, true)).limits())
                .isEqualTo(AlarmLimits.USUAL);
    }

    private int count(At at, CaseFilter.Alarm alarm) {
        return at
                .board
                .as(at.coordinator, TODAY, () -> days.of(at.coordinator, true))
                .alarms()
                .stream()
                .filter(a -> a.kind() == alarm)
                .mapToInt(DayList.Alarm::cases)
                .sum();
    }

    @Test
    void a_case_its_responsible_has_not_opened_moves_up_and_stops_when_it_is_read() {
        var at = new At();
        var worker = at.board.account(Role.CASEWORKER, UnitKind.HOUSING);
        var id = at.opens(TODAY.minusDays(3), at.person("Oläst"));
        at.board.as(
                at.coordinator,
                TODAY.minusDays(3),
                () -> {
                    working.assign(at.coordinator, id, at.board.unit(UnitKind.HOUSING), worker);
                    return true;
                });
        assertThat(count(at, CaseFilter.Alarm.UNREAD)).isEqualTo(1);
        var actor = at.board.actor(worker);
        at.board.as(actor, TODAY, () -> views.whole(actor, id));
        assertThat(count(at, CaseFilter.Alarm.UNREAD)).isZero();
    }

    @Test
    void a_protected_person_has_no_name_and_no_street_in_lists_and_on_the_day() {
        var at = new At();
        var hidden = at.person(NewPerson.of("Gömd", "Hemlig", null).protectedBy(Protection.MARKED));
        var id = at.story.comes(at.coordinator, Story.Signal.arrears(TODAY, "Gömd").about(hidden));
        var row = at.rows(all(null)).getFirst();
        assertThat(row.isProtected()).isTrue();
        assertThat(row.street()).isNull();
        assertThat(String.valueOf(row.personName())).doesNotContain("Hemlig");
        assertThat(at.view(id).details().street()).isNull();
        assertThat(at.board.as(at.coordinator, TODAY, () -> days.of(at.coordinator, true)).due())
                .allSatisfy(due -> {
                    assertThat(due.street()).isNull();
                    assertThat(String.valueOf(due.personName())).doesNotContain("Hemlig");
                });
    }
}
