package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.prevention.LetterHouse.MEETING;
import static se.bofast.prevention.LetterHouse.TODAY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.database.Reach;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.job.JobId;
import se.bofast.job.JobRun;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.letter.StopReason;
import se.bofast.person.Protection;
import se.bofast.prevention.LetterHouse.Scene;

/// A print run: who gets a letter and who does not, made once whatever happens meanwhile.
@HouseTest
class PrintingInvitationsTest {

    private static final Pattern CODE =
            Pattern.compile("[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]");
    private static final InvitationChoice ORDERS =
            new InvitationChoice(CaseFilter.Whose.ALL, SignalKind.PAYMENT_ORDER, null, TODAY);

    private final LetterHouse house;
    private final PrintingInvitations printing;
    private final PrintRunWork work;
    private final WritingCaseLetters writing;
    private final CaseLetters letters;
    private final WorkDoneNow jobs;
    private final TransactionTemplate transaction;

    PrintingInvitationsTest(
            LetterHouse house,
            PrintingInvitations printing,
            PrintRunWork work,
            WritingCaseLetters writing,
            CaseLetters letters,
            WorkDoneNow jobs,
            TransactionTemplate transaction) {
        this.house = house;
        this.printing = printing;
        this.work = work;
        this.writing = writing;
        this.letters = letters;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    private Scene ready(int people, int times) {
        var scene = house.scene();
        scene.sender();
        if (times > 0) {
            scene.times(MEETING, times);
        }
        for (var i = 0; i < people; i++) {
            scene.paymentOrder(
                    scene.person(LetterHouse.living("Person" + i, "Lövgatan " + (i + 1))));
        }
        return scene;
    }

    private PrintOrderId order(Scene scene) {
        var ordered = scene.as(() -> printing.order(scene.actor, ORDERS));
        assertThat(ordered).isInstanceOf(PrintingInvitations.Ordered.Run.class);
        return ((PrintingInvitations.Ordered.Run) ordered).id();
    }

    private void doTheWork() {
        var nothing =
                HouseClock.at(
                        TestBoard.noon(TODAY),
                        () -> {
                            jobs.all();
                            return true;
                        });
        assertThat(nothing).isTrue();
    }

    private PrintingInvitations.View view(Scene scene, PrintOrderId id) {
        return scene.as(() -> printing.view(scene.actor, id));
    }

    private byte[] file(Scene scene, PrintOrderId id) {
        return scene.as(() -> printing.fetch(scene.actor, id, 1, true)).orElseThrow();
    }

    /// The piece of work, run as the runner runs it, with a process that may die.
    private void runOnce(Scene scene, PrintOrderId id, Runnable atProgress) {
        var reach =
                Reach.ofHouse(
                        scene.board.founded().board(),
                        List.of(scene.board.founded().area()),
                        scene.actor.id());
        var done =
                HouseClock.at(
                        TestBoard.noon(TODAY),
                        () ->
                                reach.within(() -> {
                                    work.run(new Run(id, atProgress));
                                    return true;
                                }));
        assertThat(done).isTrue();
    }

    private record Run(PrintOrderId order, Runnable atProgress) implements JobRun {

        @Override
        public JobId id() {
            return new JobId(order.value());
        }

        @Override
        public Map<String, String> payload() {
            return Map.of("run", order.value().toString());
        }

        @Override
        public long doneBefore() {
            return 0;
        }

        @Override
        public void progress(long done, long all) {
            if (done > 0) {
                atProgress.run();
            }
        }
    }

    // ---- who gets one

    @Test
    void the_page_before_says_who_gets_none_and_why() {
        var scene = ready(3, 2);
        scene.paymentOrder(
                scene.person(
                        LetterHouse.living("Hemlig", "Lövgatan 20")
                                .protectedBy(Protection.MARKED)));
        scene.paymentOrder(scene.person(LetterHouse.living("漢", "Lövgatan 21")));
        scene.take(
                SignalKind.PAYMENT_ORDER,
                SignalSource.ENFORCEMENT_AUTHORITY,
                null,
                null,
                "Okända gatan 1",
                List.of());
        var paid = scene.person(LetterHouse.living("Betald", "Lövgatan 22"));
        scene.paymentOrder(paid);
        settle(scene, paid, "Lövgatan 22");
        scene.take(
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                scene.person(LetterHouse.living("Annan", "Lövgatan 23")),
                null,
                "Lövgatan 23",
                List.of());

        var outlook = scene.as(() -> printing.outlook(scene.actor, ORDERS));
        assertThat(outlook.letters()).isEqualTo(2);
        assertThat(counted(outlook.leftOut()))
                .containsEntry(StopReason.NO_FREE_SLOT, 1)
                .containsEntry(StopReason.PROTECTED, 1)
                .containsEntry(StopReason.UNPRINTABLE, 1)
                .containsEntry(StopReason.UNKNOWN_PERSON, 1)
                .containsEntry(StopReason.SETTLED, 1)
                .hasSize(5);

        var id = order(scene);
        doTheWork();
        var view = view(scene, id);
        assertThat(view.order().made()).isEqualTo(2);
        assertThat(counted(view.leftOut())).isEqualTo(counted(outlook.leftOut()));
        assertThat(view.toTakeOut()).isEmpty();
    }

    private static Map<StopReason, Integer> counted(
            Map<StopReason, List<PrintingInvitations.LeftOut>> leftOut) {
        var counted = new java.util.EnumMap<StopReason, Integer>(StopReason.class);
        leftOut.forEach((reason, list) -> counted.put(reason, list.size()));
        return counted;
    }

    private void settle(Scene scene, se.bofast.kernel.PersonId person, String street) {
        scene.signal(
                SignalKind.SETTLED,
                SignalSource.ENFORCEMENT_AUTHORITY,
                person,
                null,
                street,
                List.of(Fact.on(FactKind.RENT_PAID_ON, TODAY)));
    }

    @Test
    void everyone_gets_one_letter_with_a_time_and_a_code_of_their_own() throws Exception {
        var scene = ready(12, 15);
        var id = order(scene);
        doTheWork();
        var text = CaseLettersTest.text(file(scene, id));
        var codes = new HashSet<String>();
        var found = CODE.matcher(text);
        while (found.find()) {
            codes.add(found.group());
        }
        assertThat(codes).hasSize(12);
        for (var i = 0; i < 12; i++) {
            assertThat(text).contains("Person" + i + " Prövad");
        }
        assertThat(scene.count("select count(*) from support.appointment")).isEqualTo(12);
        assertThat(scene.count("select count(distinct slot_id) from support.appointment"))
                .isEqualTo(12);
        assertThat(scene.as(() -> printing.outlook(scene.actor, ORDERS)).chosen()).isZero();
    }

    @Test
    void a_letter_of_a_run_can_be_read_by_itself_without_anyone_elses() throws Exception {
        var scene = ready(3, 3);
        var id = order(scene);
        doTheWork();
        assertThat(view(scene, id).order().made()).isEqualTo(3);
        var someone =
                scene.board.ask(
                        scene.actor,
                        sql ->
                                sql.sql(
                                                """
                                                select matter_id, id from letter.letter where run_ordinal = 2
                                                """)
                                        .query((rs, n) ->
                                                List.of(
                                                        rs.getObject(1, UUID.class),
                                                        rs.getObject(2, UUID.class)))
                                        .single());
        var bytes =
                scene.as(() ->
                        letters.fetch(
                                scene.actor,
                                new CaseId(someone.get(0)),
                                new se.bofast.letter.KeptLetter.LetterId(someone.get(1))));
        var text = CaseLettersTest.text(bytes);
        var names = Pattern.compile("Person\\d Prövad").matcher(text);
        var seen = new HashSet<String>();
        while (names.find()) {
            seen.add(names.group());
        }
        assertThat(seen).hasSize(1);
    }

    // ---- once

    @Test
    void run_twice_it_makes_no_second_file_and_no_second_time() {
        var scene = ready(3, 6);
        var id = order(scene);
        runOnce(scene, id, () -> {});
        var first = view(scene, id).files().getFirst();
        runOnce(scene, id, () -> {});
        doTheWork();
        assertThat(view(scene, id).files()).hasSize(1);
        assertThat(view(scene, id).files().getFirst().sha256()).isEqualTo(first.sha256());
        assertThat(scene.count("select count(*) from support.appointment")).isEqualTo(3);
        assertThat(scene.count("select count(*) from letter.stored_file")).isEqualTo(1);
    }

    @Test
    void killed_after_the_file_was_kept_it_goes_on_without_making_it_again() {
        var scene = ready(3, 6);
        var id = order(scene);
        assertThatThrownBy(() ->
                        runOnce(
                                scene,
                                id,
                                () -> {
                                    throw new IllegalStateException("killed");
                                }))
                .hasMessage("killed");
        assertThat(view(scene, id).isWorking()).isTrue();
        doTheWork();
        assertThat(view(scene, id).isWorking()).isFalse();
        assertThat(scene.count("select count(*) from letter.stored_file")).isEqualTo(1);
        assertThat(scene.count("select count(*) from support.appointment")).isEqualTo(3);
    }

    @Test
    void killed_while_the_file_is_made_it_leaves_neither_file_nor_time() {
        var scene = ready(3, 6);
        var id = order(scene);
        // The transaction that holds times and file never commits: as after kill -9.
        var reach =
                Reach.ofHouse(
                        scene.board.founded().board(),
                        List.of(scene.board.founded().area()),
                        scene.actor.id());
        assertThatThrownBy(() ->
                        HouseClock.at(
                                TestBoard.noon(TODAY),
                                () ->
                                        reach.within(() ->
                                                transaction.execute(status -> {
                                                    work.run(new Run(id, () -> {}));
                                                    throw new IllegalStateException("killed");
                                                }))))
                .hasMessage("killed");
        assertThat(scene.count("select count(*) from letter.stored_file")).isZero();
        assertThat(scene.count("select count(*) from support.appointment")).isZero();
        doTheWork();
        assertThat(view(scene, id).order().made()).isEqualTo(3);
        assertThat(scene.count("select count(*) from letter.stored_file")).isEqualTo(1);
    }

    @Test
    void two_processes_at_once_make_one_file() throws Exception {
        var scene = ready(4, 10);
        var id = order(scene);
        try (var workers = Executors.newFixedThreadPool(2)) {
            var both = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 2; i++) {
                both.add(() -> {
                    runOnce(scene, id, () -> {});
                    return true;
                });
            }
            for (var done : workers.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(scene.count("select count(*) from letter.stored_file")).isEqualTo(1);
        assertThat(scene.count("select count(*) from support.appointment")).isEqualTo(4);
        doTheWork();
    }

    @Test
    void two_runs_ordered_at_once_give_each_person_one_letter() {
        var scene = ready(3, 10);
        var first = order(scene);
        assertThat(scene.as(() -> printing.order(scene.actor, ORDERS)))
                .isInstanceOf(PrintingInvitations.Ordered.Nobody.class);
        doTheWork();
        assertThat(view(scene, first).order().made()).isEqualTo(3);
    }

    @Test
    void who_fetches_it_again_is_told_who_has_it() {
        var scene = ready(1, 1);
        var id = order(scene);
        doTheWork();
        assertThat(scene.as(() -> printing.fetch(scene.actor, id, 1, false))).isPresent();
        Actor head = scene.board.coordinator();
        assertThat(scene.board.as(head, TODAY, () -> printing.fetch(head, id, 1, false))).isEmpty();
        var fetches = scene.board.as(head, TODAY, () -> printing.view(head, id));
        assertThat(fetches.files().getFirst().fetches()).hasSize(1);
        EmployeeId by = fetches.files().getFirst().fetches().getFirst().by();
        assertThat(by).isEqualTo(scene.actor.id());
        assertThat(fetches.name(by)).isNotBlank();
        assertThat(scene.board.as(head, TODAY, () -> printing.fetch(head, id, 1, true)))
                .isPresent();
        assertThat(scene.count("select count(*) from audit.entry where reason = 'FETCHED_AGAIN'"))
                .isEqualTo(1);
        assertThat(scene.count("select count(*) from letter.stored_file")).isEqualTo(1);
    }

    // ---- meanwhile

    @Test
    void what_is_settled_after_the_order_is_left_out() throws Exception {
        var scene = ready(2, 5);
        var person = scene.person(LetterHouse.living("Betalar", "Lövgatan 30"));
        scene.paymentOrder(person);
        var id = order(scene);
        settle(scene, person, "Lövgatan 30");
        doTheWork();
        var view = view(scene, id);
        assertThat(view.order().made()).isEqualTo(2);
        assertThat(counted(view.leftOut())).containsExactly(Map.entry(StopReason.SETTLED, 1));
        assertThat(CaseLettersTest.text(file(scene, id))).doesNotContain("Betalar");
    }

    @Test
    void what_is_settled_after_the_file_was_made_is_to_be_taken_out_and_never_counted_as_sent() {
        var scene = ready(2, 5);
        var person = scene.person(LetterHouse.living("Betalar", "Lövgatan 31"));
        scene.paymentOrder(person);
        var id = order(scene);
        doTheWork();
        settle(scene, person, "Lövgatan 31");
        var out = view(scene, id).toTakeOut();
        assertThat(out).hasSize(1);
        assertThat(out.getFirst().page()).isPositive();
        assertThat(scene.as(() -> printing.sent(scene.actor, id, TODAY))).isEqualTo(2);
        assertThat(
                        scene.count(
                                "select count(*) from support.contact where way = 'LETTER' and outcome = 'SENT'"))
                .isEqualTo(2);
        assertThat(
                        scene.count(
                                "select count(*) from prevention.prevention_case where first_attempt_at is not null"))
                .isEqualTo(2);
        assertThat(
                        scene.count(
                                "select count(*) from support.slot where appointment_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void one_invited_by_hand_meanwhile_is_left_out() {
        var scene = ready(1, 5);
        var id = order(scene);
        var one =
                scene.board.ask(
                        scene.actor,
                        sql ->
                                sql.sql("select id from prevention.prevention_case")
                                        .query(UUID.class)
                                        .single());
        var made =
                scene.as(() ->
                        writing.make(
                                scene.actor,
                                new CaseId(one),
                                new LetterWish.Invite(
                                        writing.times(scene.actor, new CaseId(one))
                                                .getFirst()
                                                .id())));
        assertThat(made).isInstanceOf(Writing.Made.class);
        doTheWork();
        assertThat(counted(view(scene, id).leftOut()))
                .containsExactly(Map.entry(StopReason.ALREADY_INVITED, 1));
    }

    // ---- around

    @Test
    void without_a_sender_or_anybody_nothing_is_ordered() {
        var scene = house.scene();
        scene.times(MEETING, 1);
        scene.paymentOrder(scene.person(LetterHouse.living("Anna", "Lövgatan 40")));
        assertThat(scene.as(() -> printing.order(scene.actor, ORDERS)))
                .isInstanceOf(PrintingInvitations.Ordered.NoSender.class);
        var empty = house.scene();
        empty.sender();
        assertThat(empty.as(() -> printing.order(empty.actor, ORDERS)))
                .isInstanceOf(PrintingInvitations.Ordered.Nobody.class);
    }

    @Test
    void letters_are_sent_only_when_they_are_made_and_not_in_the_future() {
        var scene = ready(1, 1);
        var id = order(scene);
        assertThatThrownBy(() -> scene.as(() -> printing.sent(scene.actor, id, TODAY)))
                .isInstanceOf(Conflict.class);
        doTheWork();
        assertThatThrownBy(() -> scene.as(() -> printing.sent(scene.actor, id, TODAY.plusDays(1))))
                .isInstanceOf(Conflict.class);
        assertThat(scene.as(() -> printing.sent(scene.actor, id, TODAY))).isEqualTo(1);
        assertThat(scene.as(() -> printing.sent(scene.actor, id, TODAY))).isZero();
    }

    @Test
    void another_board_a_colleague_and_a_role_without_the_right_find_nothing() {
        var scene = ready(1, 1);
        var id = order(scene);
        doTheWork();
        var other = house.scene();
        assertThatThrownBy(() -> other.as(() -> printing.view(other.actor, id)))
                .isInstanceOf(NotFound.class);
        Actor caseworker = scene.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        assertThatThrownBy(() ->
                        scene.board.as(caseworker, TODAY, () -> printing.view(caseworker, id)))
                .isInstanceOf(NotFound.class);
        Actor guide = scene.board.employee(Role.GUIDE, UnitKind.OUTREACH);
        assertThatThrownBy(
                        () -> scene.board.as(guide, TODAY, () -> printing.outlook(guide, ORDERS)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_may_print_no_more_when_the_work_begins_stops_it_with_a_sentence() {
        var scene = ready(1, 1);
        Actor caseworker = scene.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var mine =
                new InvitationChoice(
                        CaseFilter.Whose.MY_UNITS, SignalKind.PAYMENT_ORDER, null, TODAY);
        scene.board.ask(
                scene.actor,
                sql ->
                        sql.sql("update prevention.prevention_case set unit_id = :unit")
                                .param("unit", caseworker.unit().value())
                                .update());
        var ordered = scene.board.as(caseworker, TODAY, () -> printing.order(caseworker, mine));
        var id = ((PrintingInvitations.Ordered.Run) ordered).id();
        scene.board.ask(
                scene.actor,
                sql ->
                        sql.sql(
                                        """
                                        update access.appointment set role = 'GUIDE' where account_id = :account
                                        """)
                                .param("account", caseworker.id().value())
                                .update());
        doTheWork();
        var view = view(scene, id);
        assertThat(view.failed()).isTrue();
        assertThat(view.work()).isNotNull();
        assertThat(scene.count("select count(*) from letter.stored_file")).isZero();
        assertThat(scene.count("select count(*) from support.appointment")).isZero();
    }
}
