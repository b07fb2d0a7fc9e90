package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.intake.RegisteringSignals;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// Giving times to people.
@HouseTest
class AppointmentsTest {

    private static final LocalDate TODAY = SupportHouse.TODAY;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    private final Boards boards;
    private final People people;
    private final RegisteringSignals registering;
    private final MakingSlots making;
    private final Appointments appointments;
    private final SlotLists lists;

    AppointmentsTest(
            Boards boards,
            People people,
            RegisteringSignals registering,
            MakingSlots making,
            Appointments appointments,
            SlotLists lists) {
        this.boards = boards;
        this.people = people;
        this.registering = registering;
        this.making = making;
        this.appointments = appointments;
        this.lists = lists;
    }

    @Test
    void sixteen_who_want_one_time_leave_fifteen_without() throws Exception {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 1, null);
        var slot = free(board, actor).getFirst();
        var work = new ArrayList<Callable<Appointments.Proposal>>();
        for (var i = 0; i < 16; i++) {
            var someone = house.someone("Sökande" + (char) ('A' + i));
            work.add(() ->
                    board.as(
                            actor,
                            TODAY,
                            () ->
                                    appointments.propose(
                                            actor, someone.matter(), someone.person(), slot.id())));
        }
        var given = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var done : threads.invokeAll(work)) {
                if (done.get() instanceof Appointments.Proposal.Proposed) {
                    given++;
                } else {
                    assertThat(done.get())
                            .isEqualTo(
                                    new Appointments.Proposal.Refused(
                                            Appointments.Reason.SLOT_TAKEN));
                }
            }
        }
        assertThat(given).isEqualTo(1);
        assertThat(free(board, actor)).isEmpty();
    }

    @Test
    void print_runs_at_once_never_give_a_time_twice() throws Exception {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 20, null);
        var work = new ArrayList<Callable<List<Appointments.Proposal>>>();
        for (var run = 0; run < 4; run++) {
            var invited = new ArrayList<Appointments.Invited>();
            for (var i = 0; i < 6; i++) {
                var someone = house.someone("Kallad" + (char) ('A' + run) + (char) ('A' + i));
                invited.add(new Appointments.Invited(someone.matter(), someone.person()));
            }
            work.add(() ->
                    board.as(actor, TODAY, () -> appointments.proposeMany(actor, invited, TODAY)));
        }
        var slots = new ArrayList<Slot.SlotId>();
        var codes = new HashSet<String>();
        var without = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(work)) {
                for (var proposal : done.get()) {
                    switch (proposal) {
                        case Appointments.Proposal.Proposed proposed -> {
                            slots.add(proposed.slot().id());
                            codes.add(proposed.code());
                        }
                        case Appointments.Proposal.Refused refused -> {
                            assertThat(refused.reason())
                                    .isEqualTo(Appointments.Reason.NO_FREE_SLOT);
                            without++;
                        }
                    }
                }
            }
        }
        assertThat(slots).doesNotHaveDuplicates();
        assertThat(codes).hasSameSizeAs(slots);
        assertThat(slots.size() + without).isEqualTo(24);
        // Times another run was just taking are passed by, so a few may be left, never too many
        // given.
        assertThat(slots.size() + free(board, actor).size()).isEqualTo(20);
    }

    @Test
    void a_print_run_takes_times_in_order() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 3, null);
        var first = house.someone("Ett");
        var second = house.someone("Två");
        var given =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                appointments.proposeMany(
                                        actor, List.of(invite(first), invite(second)), TODAY));
        assertThat(given)
                .extracting(p -> ((Appointments.Proposal.Proposed) p).slot().startAt())
                .isSorted();
        assertThat(free(board, actor)).hasSize(1);
    }

    @Test
    void a_protected_person_gets_no_code() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 1, null);
        var hidden = house.someoneProtected("Dold");
        var refused = new Appointments.Proposal.Refused(Appointments.Reason.PROTECTED);
        assertThat(propose(board, actor, hidden)).isEqualTo(refused);
        var many =
                board.as(
                        actor,
                        TODAY,
                        () -> appointments.proposeMany(actor, List.of(invite(hidden)), TODAY));
        assertThat(many).containsExactly(refused);
        assertThat(free(board, actor)).hasSize(1);
    }

    @Test
    void who_needs_an_interpreter_gets_a_time_with_one() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 1, null);
        house.times(DAY.plusDays(1), 1, "so");
        var plain = house.someone("Utan");
        var somali =
                house.someone(
                        new NewPerson(
                                "Med", "Tolk", null, null, null, Protection.NONE, null, "so", true),
                        null);
        var given =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                appointments.proposeMany(
                                        actor, List.of(invite(somali), invite(plain)), TODAY));
        assertThat(given)
                .extracting(p -> ((Appointments.Proposal.Proposed) p).slot().language())
                .containsExactly("so", null);
    }

    @Test
    void a_new_proposal_calls_off_the_one_not_answered_but_never_a_confirmed_one() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 3, null);
        var someone = house.someone("Anna");
        assertThat(propose(board, actor, someone))
                .isInstanceOf(Appointments.Proposal.Proposed.class);
        assertThat(propose(board, actor, someone))
                .isInstanceOf(Appointments.Proposal.Proposed.class);
        assertThat(free(board, actor)).hasSize(2);
        var other = house.someone("Bo");
        var booked =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                appointments.book(
                                        actor,
                                        other.matter(),
                                        other.person(),
                                        free(board, actor).getFirst().id()));
        assertThat(booked).isInstanceOf(Appointments.Proposal.Proposed.class);
        assertThat(propose(board, actor, other))
                .isEqualTo(new Appointments.Proposal.Refused(Appointments.Reason.ALREADY_BOOKED));
    }

    @Test
    void came_is_one_press_with_an_undo_and_never_before_the_time() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = house(board, actor);
        house.times(DAY, 1, null);
        var someone = house.someone("Anna");
        var id = ((Appointments.Proposal.Proposed) propose(board, actor, someone)).id();
        assertThat(board.as(actor, TODAY, () -> appointments.mark(actor, id, true)))
                .isEqualTo(Appointments.Marking.NOT_YET);
        assertThat(board.as(actor, DAY, () -> appointments.mark(actor, id, true)))
                .isEqualTo(Appointments.Marking.DONE);
        assertThat(board.as(actor, DAY, () -> appointments.mark(actor, id, false)))
                .isEqualTo(Appointments.Marking.NOT_OPEN);
        assertThat(board.as(actor, DAY, () -> appointments.undo(actor, id)))
                .isEqualTo(Appointments.Marking.DONE);
        var week = board.as(actor, DAY, () -> lists.week(actor, DAY, false));
        assertThat(week.rows().getFirst().appointment()).isNotNull();
        assertThat(week.unmarked()).isEqualTo(1);
        var events =
                board.ask(
                        actor,
                        sql ->
                                sql.sql(
                                                """
                                                select state from support.appointment_event order by ordinal
                                                """)
                                        .query(String.class)
                                        .list());
        assertThat(events).containsExactly("PROPOSED", "CAME", "PROPOSED");
    }

    @Test
    void a_time_twice_at_once_for_one_adviser_is_made_once() {
        var board = boards.make();
        var actor = board.coordinator();
        house(board, actor).times(DAY, 2, null);
        var again =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                making.make(
                                        actor,
                                        new MakingSlots.NewSlots(
                                                actor.id(),
                                                actor.unit(),
                                                DAY,
                                                java.time.LocalTime.of(9, 15),
                                                java.time.Duration.ofMinutes(30),
                                                1,
                                                1,
                                                "Provgatan 7",
                                                null)));
        assertThat(again).isEqualTo(new MakingSlots.Made.Done(0, 1));
    }

    private SupportHouse house(TestBoard board, Actor actor) {
        return new SupportHouse(board, actor, people, registering, making);
    }

    private List<Slot> free(TestBoard board, Actor actor) {
        return board.as(actor, TODAY, () -> appointments.nextFreeSlots(actor, 100, TODAY));
    }

    private Appointments.Proposal propose(TestBoard board, Actor actor, SupportHouse.Case someone) {
        var slot = free(board, actor).getFirst();
        return board.as(
                actor,
                TODAY,
                () -> appointments.propose(actor, someone.matter(), someone.person(), slot.id()));
    }

    private static Appointments.Invited invite(SupportHouse.Case someone) {
        return new Appointments.Invited(someone.matter(), someone.person());
    }
}
