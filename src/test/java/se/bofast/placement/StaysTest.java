package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.placement.KeepingStays.MakingRoom;
import se.bofast.placement.MovingHousehold.Move;
import se.bofast.placement.MovingHousehold.Moved;
import se.bofast.placement.Recorded.Done;
import se.bofast.placement.Recorded.Overlaps;
import se.bofast.placement.Recorded.Reason;
import se.bofast.placement.Recorded.Refused;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.support.Assignments;

/// What the database refuses and allows of where people live, and how a household moves.
@HouseTest
class StaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);

    private final Boards boards;
    private final People people;
    private final Households households;
    private final HousingForms forms;
    private final Stays stays;
    private final KeepingStays keeping;
    private final MovingHousehold moving;
    private final RecordingStay recording;
    private final Assignments assignments;
    private final HousingChain chain;

    StaysTest(
            Boards boards,
            People people,
            Households households,
            HousingForms forms,
            Stays stays,
            KeepingStays keeping,
            MovingHousehold moving,
            RecordingStay recording,
            Assignments assignments,
            HousingChain chain) {
        this.boards = boards;
        this.people = people;
        this.households = households;
        this.forms = forms;
        this.stays = stays;
        this.keeping = keeping;
        this.moving = moving;
        this.recording = recording;
        this.assignments = assignments;
        this.chain = chain;
    }

    /// A board, a coordinator and what they do.
    private final class Place {

        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();

        PersonId person(String name) {
            return board.as(
                    actor, TODAY, () -> people.register(actor, NewPerson.of(name, "Prövad", null)));
        }

        NewStay living(PersonId person, String code, LocalDate from) {
            return NewStay.living(
                    person, board.as(actor, TODAY, () -> forms.coded(code)).id(), from);
        }

        Recorded register(NewStay stay) {
            return register(stay, MakingRoom.NONE);
        }

        Recorded register(NewStay stay, MakingRoom room) {
            return board.as(actor, TODAY, () -> keeping.register(actor, stay, room));
        }

        List<StayFact> of(PersonId person) {
            return board.as(actor, TODAY, () -> stays.of(person));
        }

        StayFact fact(Recorded recorded) {
            return board.as(actor, TODAY, () -> stays.find(((Done) recorded).stay())).orElseThrow();
        }

        Moved move(PersonId person, Set<PersonId> who, String code, LocalDate on) {
            var to =
                    new Move(
                            board.as(actor, TODAY, () -> forms.coded(code)).id(),
                            null,
                            null,
                            on,
                            null,
                            EndCause.MOVED_ON);
            return board.as(actor, TODAY, () -> moving.move(actor, person, who, to));
        }
    }

    @Test
    void refuses_two_homes_in_one_night_and_names_the_one_that_is_there() {
        var place = new Place();
        var anna = place.person("Anna");
        var there = place.fact(place.register(place.living(anna, "SHELTER", SPRING)));
        var refused = place.register(place.living(anna, "TRIAL", SPRING.plusDays(30)));
        assertThat(refused).isEqualTo(new Overlaps(there, SPRING.plusDays(29), null));
        assertThat(place.of(anna)).containsExactly(there);
    }

    @Test
    void the_other_makes_way_by_one_press() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(place.living(anna, "SHELTER", SPRING));
        var done =
                place.register(
                        place.living(anna, "TRIAL", SPRING.plusDays(30)), MakingRoom.CLOSE_OTHER);
        assertThat(done).isInstanceOf(Done.class);
        assertThat(place.of(anna))
                .extracting(StayFact::startOn, StayFact::endOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SPRING, SPRING.plusDays(29)),
                        org.assertj.core.groups.Tuple.tuple(SPRING.plusDays(30), null));
    }

    @Test
    void an_earlier_stay_may_end_the_night_before_the_one_that_is_there() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(place.living(anna, "TRIAL", SPRING.plusDays(30)));
        var earlier = place.living(anna, "SHELTER", SPRING);
        assertThat(((Overlaps) place.register(earlier)).endBefore()).isEqualTo(SPRING.plusDays(29));
        assertThat(place.fact(place.register(earlier, MakingRoom.END_BEFORE)).endOn())
                .isEqualTo(SPRING.plusDays(29));
    }

    @Test
    void the_tail_of_a_stay_is_not_cut_off_in_passing() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(place.living(anna, "TRIAL", SPRING));
        var within =
                place.living(anna, "SHELTER", SPRING.plusDays(10))
                        .until(SPRING.plusDays(12), EndCause.OTHER);
        var refused = (Overlaps) place.register(within);
        assertThat(refused.closeOn()).isNull();
        assertThat(refused.endBefore()).isNull();
        assertThat(place.register(within, MakingRoom.CLOSE_OTHER)).isInstanceOf(Overlaps.class);
        assertThat(place.of(anna)).hasSize(1);
    }

    @Test
    void respite_does_not_end_the_home() {
        var place = new Place();
        var anna = place.person("Anna");
        var home = place.fact(place.register(place.living(anna, "HOUSING_FIRST_SUBLET", SPRING)));
        var respite =
                place.fact(
                        place.register(
                                place.living(anna, "RESPITE", SPRING.plusDays(10))
                                        .away()
                                        .until(SPRING.plusDays(12), EndCause.MOVED_BACK)));
        var timeline = Timeline.of(place.of(anna));
        assertThat(timeline.at(SPRING.plusDays(10))).contains(respite);
        assertThat(timeline.at(SPRING.plusDays(13))).contains(home);
        assertThat(timeline.homes(SPRING.plusDays(10))).containsExactly(home);
    }

    @Test
    void only_a_form_that_keeps_the_home_lies_upon_it() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(place.living(anna, "OWN_LEASE", SPRING));
        assertThat(place.register(place.living(anna, "SHELTER", SPRING.plusDays(3)).away()))
                .isEqualTo(new Refused(Reason.FORM_KEEPS_NO_HOME));
        place.register(place.living(anna, "HVB", SPRING.plusDays(3)).away());
        assertThat(place.register(place.living(anna, "HOSPITAL", SPRING.plusDays(9)).away()))
                .isInstanceOf(Overlaps.class);
    }

    @Test
    void a_child_has_two_homes_and_not_three() {
        var place = new Place();
        var child = place.person("Bo");
        place.register(place.living(child, "OWN_LEASE", SPRING));
        assertThat(place.register(place.living(child, "TRIAL", SPRING).secondHome()))
                .isInstanceOf(Done.class);
        assertThat(place.register(place.living(child, "TRANSIT", SPRING).secondHome()))
                .isInstanceOf(Overlaps.class);
        assertThat(Timeline.of(place.of(child)).homes(SPRING)).hasSize(2);
    }

    @Test
    void refuses_nights_that_have_not_been() {
        var place = new Place();
        var anna = place.person("Anna");
        assertThat(place.register(place.living(anna, "SHELTER", TODAY.plusDays(1))))
                .isEqualTo(new Refused(Reason.BEGINS_IN_THE_FUTURE));
        assertThat(
                        place.register(
                                place.living(anna, "SHELTER", TODAY)
                                        .until(TODAY.plusDays(1), EndCause.OTHER)))
                .isEqualTo(new Refused(Reason.ENDS_IN_THE_FUTURE));
        assertThat(place.of(anna)).isEmpty();
    }

    @Test
    void a_correction_keeps_what_was_known_when_and_the_second_to_save_is_told() {
        var place = new Place();
        var anna = place.person("Anna");
        var before = place.fact(place.register(place.living(anna, "SHELTER", SPRING)));
        var instead = NewStay.of(before).until(SPRING.plusDays(5), EndCause.MOVED_ON);
        var corrected =
                place.board.as(
                        place.actor,
                        TODAY.plusDays(1),
                        () ->
                                keeping.correct(
                                        place.actor,
                                        before.stay(),
                                        before.fact(),
                                        instead,
                                        "Härbärget hade fel dag."));
        assertThat(corrected).isInstanceOf(Done.class);
        assertThatThrownBy(() ->
                        place.board.as(
                                place.actor,
                                TODAY.plusDays(1),
                                () ->
                                        keeping.withdraw(
                                                place.actor,
                                                before.stay(),
                                                before.fact(),
                                                "Fel person.")))
                .isInstanceOf(Conflict.class);
        var history = place.board.as(place.actor, TODAY, () -> stays.history(anna));
        assertThat(Timeline.knownAt(history, TestBoard.noon(TODAY)).at(SPRING.plusDays(20)))
                .isPresent();
        assertThat(Timeline.of(history).at(SPRING.plusDays(20))).isEmpty();
        assertThat(history).hasSize(2);
    }

    @Test
    void a_withdrawn_stay_makes_room_and_stays_in_the_history() {
        var place = new Place();
        var anna = place.person("Anna");
        var wrong = place.fact(place.register(place.living(anna, "SHELTER", SPRING)));
        place.board.as(
                place.actor,
                TODAY,
                () -> keeping.withdraw(place.actor, wrong.stay(), wrong.fact(), "Fel person."));
        assertThat(place.register(place.living(anna, "TRIAL", SPRING))).isInstanceOf(Done.class);
        assertThat(place.board.as(place.actor, TODAY, () -> keeping.see(place.actor, anna)))
                .satisfies(view -> assertThat(view.withdrawn()).hasSize(1));
    }

    @Test
    void a_gap_is_answered_with_not_known() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(
                place.living(anna, "SHELTER", SPRING).until(SPRING.plusDays(9), EndCause.OTHER));
        place.register(place.living(anna, "TRIAL", SPRING.plusDays(20)));
        var gap = Timeline.of(place.of(anna)).gaps(TODAY).getFirst();
        assertThat(gap.nights()).isEqualTo(10);
        place.board.as(
                place.actor,
                TODAY,
                () -> keeping.notKnown(place.actor, anna, gap.startOn(), gap.endOn()));
        assertThat(Timeline.of(place.of(anna)).gaps(TODAY)).isEmpty();
    }

    @Test
    void a_household_moves_in_one_step_and_who_stays_keeps_their_home() {
        var place = new Place();
        var anna = place.person("Anna");
        var bertil = place.person("Bertil");
        var child = place.person("Cia");
        family(place, anna, bertil, child);
        for (var who : List.of(anna, bertil, child)) {
            place.register(place.living(who, "TRANSIT", SPRING));
        }
        var on = SPRING.plusDays(60);
        var moved = place.move(anna, Set.of(anna, child), "TRIAL", on);
        assertThat(moved).isInstanceOf(Moved.Done.class);
        var together = ((Moved.Done) moved).move();
        for (var who : List.of(anna, child)) {
            var all = place.of(who);
            assertThat(all.getFirst().endOn()).isEqualTo(on.minusDays(1));
            assertThat(all.getLast().startOn()).isEqualTo(on);
            assertThat(all.getLast().move()).isEqualTo(together);
        }
        assertThat(place.of(bertil)).singleElement().extracting(StayFact::endOn).isNull();
    }

    @Test
    void nobody_moves_if_one_of_them_cannot() {
        var place = new Place();
        var anna = place.person("Anna");
        var bertil = place.person("Bertil");
        family(place, anna, bertil, null);
        place.register(place.living(anna, "TRANSIT", SPRING));
        place.register(place.living(bertil, "TRANSIT", SPRING.plusDays(60)));
        var moved = place.move(anna, Set.of(anna, bertil), "TRIAL", SPRING.plusDays(60));
        assertThat(moved).isInstanceOf(Moved.Stopped.class);
        assertThat(((Moved.Stopped) moved).person()).isEqualTo(bertil);
        assertThat(place.of(anna)).singleElement().extracting(StayFact::endOn).isNull();
        assertThat(place.of(bertil)).hasSize(1);
    }

    @Test
    void a_child_who_lives_in_turns_moves_one_home_and_keeps_the_other() {
        var place = new Place();
        var anna = place.person("Anna");
        var child = place.person("Cia");
        family(place, anna, null, null);
        var household =
                place.board.as(place.actor, TODAY, () -> households.of(anna, TODAY)).orElseThrow();
        place.board.as(
                place.actor,
                TODAY,
                () ->
                        households.add(
                                place.actor,
                                household.id(),
                                Membership.child(
                                        child, ChildStay.ALTERNATING, null, Period.from(SPRING)),
                                "TEST"));
        place.register(place.living(anna, "TRANSIT", SPRING));
        place.register(place.living(child, "OWN_LEASE", SPRING));
        place.register(place.living(child, "TRANSIT", SPRING).secondHome());
        var on = SPRING.plusDays(10);
        place.move(anna, Set.of(anna, child), "TRIAL", on);
        var homes = Timeline.of(place.of(child)).homes(on);
        var own = place.living(child, "OWN_LEASE", on).form();
        var trial = place.living(child, "TRIAL", on).form();
        assertThat(homes).extracting(StayFact::form).containsExactlyInAnyOrder(own, trial);
        assertThat(homes)
                .filteredOn(home -> home.form().equals(trial))
                .extracting(StayFact::homeNumber)
                .containsExactly(2);
    }

    private void family(
            Place place, PersonId anna, @Nullable PersonId bertil, @Nullable PersonId child) {
        place.board.as(
                place.actor,
                TODAY,
                () -> {
                    var home = households.start(place.actor, anna, SPRING, "TEST");
                    if (bertil != null) {
                        households.add(
                                place.actor,
                                home,
                                Membership.adult(bertil, Period.from(SPRING)),
                                "TEST");
                    }
                    if (child != null) {
                        households.add(
                                place.actor,
                                home,
                                Membership.child(
                                        child, ChildStay.PERMANENT, null, Period.from(SPRING)),
                                "TEST");
                    }
                    return null;
                });
    }

    @Test
    void another_units_caseworker_sees_nothing_and_ones_own_does() {
        var place = new Place();
        var anna = place.person("Anna");
        place.register(place.living(anna, "SHELTER", SPRING));
        var own = place.board.employee(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        var other = place.board.employee(Role.CASEWORKER, UnitKind.ELDERLY_65);
        assertThat(place.board.as(other, TODAY, () -> keeping.see(other, anna)).mayRecord())
                .as("nobody carries her yet")
                .isTrue();
        place.board.as(
                place.actor,
                TODAY,
                () ->
                        assignments.start(
                                place.actor,
                                anna,
                                place.board.unit(UnitKind.ADULT_RECEPTION),
                                own.id(),
                                null,
                                TODAY));
        assertThat(place.board.as(own, TODAY, () -> keeping.see(own, anna)).mayRecord()).isTrue();
        assertThatThrownBy(() -> place.board.as(other, TODAY, () -> keeping.see(other, anna)))
                .isInstanceOf(NotFound.class);
        var mine = new HousingChain.Filter(HousingChain.Whose.MINE, null, false, false);
        assertThat(place.board.as(own, TODAY, () -> chain.chain(own, mine)))
                .extracting(HousingChain.Card::person)
                .containsExactly(anna);
        assertThat(place.board.as(other, TODAY, () -> chain.chain(other, mine))).isEmpty();
    }

    /// Random histories, written through the use cases and into the plain register in memory: both
    /// refuse the same, and say the same of every night.
    @Test
    void database_and_timeline_agree_over_random_histories() {
        var place = new Place();
        var histories = Register.histories().sampleStream().limit(60).toList();
        for (var ops : histories) {
            var anna = place.person("Anna");
            var register = new Register();
            var ids = new HashMap<StayId, StayId>();
            for (var n = 0; n < ops.size(); n++) {
                var op = ops.get(n);
                var chosen = register.chosen(op);
                var begun = register.begun.size();
                var expected = register.apply(op, TestBoard.noon(TODAY).plusSeconds(n));
                var found = write(place, anna, op, chosen == null ? null : ids.get(chosen.stay()));
                assertThat(found != null).as("%s after %s", op, ops).isEqualTo(expected);
                if (register.begun.size() > begun) {
                    ids.put(register.begun.getLast(), found);
                }
            }
            var timeline = Timeline.of(place.of(anna));
            var model = Timeline.of(register.history);
            var last = Register.FIRST.plusDays(Register.DAYS + 100L);
            assertThat(timeline.spans(Register.FIRST, last))
                    .extracting(
                            Timeline.Span::startOn, Timeline.Span::endOn, span -> id(span.stay()))
                    .as("%s", ops)
                    .containsExactlyElementsOf(
                            model.spans(Register.FIRST, last).stream()
                                    .map(span ->
                                            org.assertj.core.groups.Tuple.tuple(
                                                    span.startOn(),
                                                    span.endOn(),
                                                    span.stay() == null
                                                            ? null
                                                            : ids.get(span.stay().stay())))
                                    .toList());
        }
    }

    private static @Nullable StayId id(@Nullable StayFact fact) {
        return fact == null ? null : fact.stay();
    }

    private @Nullable StayId write(
            Place place, PersonId anna, Register.Op op, @Nullable StayId chosen) {
        if (op.kind() != Register.Kind.BEGIN && op.kind() != Register.Kind.MOVE && chosen == null) {
            return null;
        }
        var form = op.keepsHome() ? "HVB" : "TRIAL";
        var stay = place.living(anna, form, op.first());
        var recorded =
                place.board.<Recorded>as(
                        place.actor,
                        TODAY,
                        () ->
                                boards.transaction()
                                        .execute(status ->
                                                switch (op.kind()) {
                                                    case BEGIN ->
                                                            recording.begin(
                                                                    place.actor,
                                                                    Action.RECORD_STAY,
                                                                    layered(stay, op),
                                                                    "TEST");
                                                    case MOVE ->
                                                            recording.moveIn(
                                                                    place.actor,
                                                                    Action.RECORD_STAY,
                                                                    stay,
                                                                    EndCause.MOVED_ON,
                                                                    "TEST");
                                                    case END ->
                                                            recording.end(
                                                                    place.actor,
                                                                    Action.RECORD_STAY,
                                                                    chosen,
                                                                    op.first(),
                                                                    EndCause.OTHER,
                                                                    "TEST");
                                                    case CORRECT -> {
                                                        var fact = recording.existing(chosen);
                                                        yield recording.correct(
                                                                place.actor,
                                                                Action.RECORD_STAY,
                                                                fact,
                                                                corrected(fact, op),
                                                                "TEST");
                                                    }
                                                    case WITHDRAW ->
                                                            recording.withdraw(
                                                                    place.actor,
                                                                    Action.RECORD_STAY,
                                                                    recording.existing(chosen),
                                                                    "TEST");
                                                }));
        return recorded instanceof Done(var id) ? id : null;
    }

    private static NewStay layered(NewStay stay, Register.Op op) {
        var layered =
                switch (op.layer()) {
                    case AWAY -> stay.away();
                    case LIVES -> stay.inHome(op.home());
                };
        return layered.until(op.last(), op.last() == null ? null : EndCause.OTHER);
    }

    private static NewStay corrected(StayFact fact, Register.Op op) {
        var of = NewStay.of(fact);
        return new NewStay(
                of.person(),
                of.form(),
                of.layer(),
                of.homeNumber(),
                null,
                null,
                null,
                op.first(),
                op.last(),
                null,
                op.last() == null ? null : EndCause.OTHER,
                of.move());
    }

    @Test
    void a_stay_of_another_board_does_not_exist() {
        var place = new Place();
        var anna = place.person("Anna");
        var stay = ((Done) place.register(place.living(anna, "SHELTER", SPRING))).stay();
        var stranger = new Place();
        assertThatThrownBy(() ->
                        stranger.board.as(
                                stranger.actor,
                                TODAY,
                                () ->
                                        keeping.withdraw(
                                                stranger.actor, stay, UUID.randomUUID(), "Fel.")))
                .isInstanceOf(NotFound.class);
    }
}
