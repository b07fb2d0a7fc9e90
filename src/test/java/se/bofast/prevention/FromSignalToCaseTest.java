package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.Channel;
import se.bofast.intake.MatchState;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.Taken;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.page.SortChoice;

/// From a landlord's notice to a case whose clock runs.
@HouseTest
class FromSignalToCaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final CaseViews views;
    private final WorkingOnCase working;
    private final DayList days;

    FromSignalToCaseTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            CaseViews views,
            WorkingOnCase working,
            DayList days) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.views = views;
        this.working = working;
        this.days = days;
    }

    @Test
    void a_notice_with_a_number_makes_a_person_and_a_case() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var taken =
                take(
                        board,
                        coordinator,
                        arrears("Anna Berg", "198001232381", "Storgatan 1", 1432000));
        assertThat(taken).isInstanceOf(Taken.New.class);
        assertThat(((Taken.New) taken).match()).isEqualTo(MatchState.CREATED);

        var rows = all(board, coordinator);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo("2026-0001");
        assertThat(rows.getFirst().personName()).isEqualTo("Berg, Anna");
    }

    @Test
    void name_and_address_alone_make_a_case_of_an_unknown_person_whose_clock_runs() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var taken =
                take(
                        board,
                        coordinator,
                        arrears("Okänd Andersson", null, "Sankt E-gatan 117", 900000));
        assertThat(((Taken.New) taken).match()).isEqualTo(MatchState.UNKNOWN_AT_ADDRESS);
        var row = all(board, coordinator).getFirst();
        assertThat(row.personName()).isNull();
        assertThat(row.nextOn()).isNotNull();
    }

    @Test
    void the_same_notice_twice_gives_the_same_receipt_and_changed_content_a_linked_one() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var first =
                take(
                        board,
                        coordinator,
                        arrears("Anna Berg", "198001232381", "Storgatan 1", 1432000));
        var again =
                take(
                        board,
                        coordinator,
                        arrears("Anna Berg", "198001232381", "Storgatan 1", 1432000));
        assertThat(again).isInstanceOf(Taken.SameReceipt.class);
        assertThat(again.receipt()).isEqualTo(first.receipt());

        var changed =
                take(
                        board,
                        coordinator,
                        arrears("Anna Berg", "198001232381", "Storgatan 1", 1500000));
        assertThat(((Taken.New) changed).linkedTo()).isEqualTo(first.id());
        var only = all(board, coordinator);
        assertThat(only).hasSize(1);
        var view =
                board.as(
                        coordinator,
                        TODAY,
                        () -> views.whole(coordinator, new CaseId(only.getFirst().id())));
        assertThat(view.notices()).hasSize(2);
    }

    @Test
    void service_starts_the_three_weeks_and_a_correction_counts_anew() {
        var board = boards.make();
        var coordinator = board.coordinator();
        take(board, coordinator, arrears("Anna Berg", "198001232381", "Storgatan 1", 1432000));
        var id = new CaseId(all(board, coordinator).getFirst().id());
        var before = board.as(coordinator, TODAY, () -> views.whole(coordinator, id));
        assertThat(before.notices().getFirst().waiting())
                .anyMatch(f -> f.rule().id().value().equals("recovery-period"));

        var moved =
                board.as(
                        coordinator,
                        TODAY,
                        () ->
                                working.record(
                                        coordinator,
                                        id,
                                        null,
                                        Fact.on(
                                                FactKind.TENANT_SERVED_ON,
                                                LocalDate.of(2026, 11, 3)),
                                        "delgivningskvitto"));
        assertThat(moved)
                .anySatisfy(m -> {
                    assertThat(m.rule()).isEqualTo("recovery-period");
                    assertThat(m.after()).isEqualTo(LocalDate.of(2026, 11, 24));
                });
        var corrected =
                board.as(
                        coordinator,
                        TODAY,
                        () ->
                                working.correct(
                                        coordinator,
                                        id,
                                        null,
                                        FactKind.TENANT_SERVED_ON,
                                        1,
                                        Fact.on(
                                                FactKind.TENANT_SERVED_ON,
                                                LocalDate.of(2026, 11, 10)),
                                        "fel dag läst"));
        assertThat(corrected)
                .anySatisfy(m -> {
                    assertThat(m.before()).isEqualTo(LocalDate.of(2026, 11, 24));
                    assertThat(m.after()).isEqualTo(LocalDate.of(2026, 12, 1));
                });
        var after = board.as(coordinator, TODAY, () -> views.whole(coordinator, id));
        assertThat(after.facts()).hasSize(2);
    }

    @Test
    void the_day_list_shows_the_nearest_day_and_the_alarm_of_no_owner() {
        var board = boards.make();
        var coordinator = board.coordinator();
        take(board, coordinator, arrears("Anna Berg", "198001232381", "Storgatan 1", 1432000));
        var day = board.as(coordinator, TODAY, () -> days.of(coordinator, true));
        assertThat(day.alarms()).anyMatch(a -> a.kind() == CaseFilter.Alarm.NO_OWNER);
    }

    @Test
    void thirty_two_at_once_all_get_a_case_and_no_number_twice() throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();
        var work = new ArrayList<Callable<Taken>>();
        for (var i = 0; i < 32; i++) {
            var street = "Parallellgatan " + i;
            work.add(() ->
                    take(board, coordinator, arrears("Person Parallell", null, street, 100000)));
        }
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(Taken.New.class);
            }
        }
        var rows = all(board, coordinator);
        assertThat(rows).hasSize(32);
        assertThat(new HashSet<>(rows.stream().map(CaseRow::number).toList())).hasSize(32);
    }

    @Test
    void thirty_two_notices_at_once_about_one_person_make_one_case() throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();
        var work = new ArrayList<Callable<Taken>>();
        for (var i = 0; i < 32; i++) {
            var amount = 100000 + i;
            work.add(() ->
                    take(
                            board,
                            coordinator,
                            arrears("Anna Berg", "198001232381", "Storgatan 1", amount)));
        }
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(Taken.New.class);
            }
        }
        assertThat(all(board, coordinator)).hasSize(1);
    }

    private List<CaseRow> all(TestBoard board, Actor actor) {
        var filter =
                new CaseFilter(
                        CaseFilter.Whose.ALL, CaseFilter.State.OPEN, null, null, null, false, null);
        return board.as(
                actor,
                TODAY,
                () ->
                        lists.list(
                                        actor,
                                        filter,
                                        SortChoice.ascending("next"),
                                        java.util.Optional.empty())
                                .rows());
    }

    private Taken take(TestBoard board, Actor actor, NewSignal signal) {
        return board.as(
                actor,
                TODAY,
                () ->
                        registering
                                .register(actor, Action.REGISTER_SIGNAL, List.of(signal))
                                .getFirst());
    }

    private static NewSignal arrears(
            String name, @Nullable String number, String street, long ore) {
        return new NewSignal(
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                Channel.REGISTERED_MAIL,
                null,
                "Hyresbolaget",
                null,
                null,
                new NewSignal.Written(
                        name,
                        number == null ? null : IdentityNumber.read(number, TODAY).orElseThrow(),
                        null,
                        null),
                new NewSignal.Place(street, "1203", "11331", "Teststad", 2),
                null,
                ThreatReason.RENT_DEBT,
                null,
                TODAY.minusDays(1),
                TestBoard.noon(TODAY),
                List.of(
                        Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, TODAY.minusDays(1)),
                        Fact.amount(FactKind.NOTICE_AMOUNT, new Money(ore))),
                null);
    }
}
