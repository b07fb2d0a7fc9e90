package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;
import se.bofast.placement.HousingForms;
import se.bofast.placement.MovingHousehold;
import se.bofast.placement.NewStay;
import se.bofast.placement.Recorded;
import se.bofast.placement.RecordingStay;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.Stays;
import se.bofast.support.Assignments;

/// Where people live, night by night: each entered on the day it happened, as coordinators do.
@Component
class PlayingLives {

    private static final LocalTime HOUR = LocalTime.of(15, 10);

    private final People people;
    private final Households households;
    private final Assignments assignments;
    private final RecordingStay recording;
    private final Stays stays;
    private final MovingHousehold moving;
    private final HousingForms forms;
    private final PlayingLeases leasing;
    private final DemoActors actors;

    PlayingLives(
            People people,
            Households households,
            Assignments assignments,
            RecordingStay recording,
            Stays stays,
            MovingHousehold moving,
            HousingForms forms,
            PlayingLeases leasing,
            DemoActors actors) {
        this.people = people;
        this.households = households;
        this.assignments = assignments;
        this.recording = recording;
        this.stays = stays;
        this.moving = moving;
        this.forms = forms;
        this.leasing = leasing;
        this.actors = actors;
    }

    void write(DemoPlan plan, Diary diary) {
        for (var life : plan.lives().lives()) {
            var first = life.turns().getFirst();
            diary.add(first.on(), HOUR, "samordnare", actor -> enter(actor, life, first, plan));
            for (var i = 1; i < life.turns().size(); i++) {
                var number = i;
                diary.add(
                        life.turns().get(i).on(),
                        HOUR,
                        "samordnare",
                        actor -> turn(actor, life, number, plan));
            }
            for (var absence : life.absences()) {
                diary.add(
                        absence.last().plusDays(1),
                        HOUR,
                        "samordnare",
                        actor -> away(actor, life, absence));
            }
        }
        for (var family : plan.lives().families()) {
            diary.add(family.from(), HOUR, "samordnare", actor -> enter(actor, family, plan));
            var out = family.movesOutOn();
            if (out != null) {
                diary.add(out, HOUR, "samordnare", actor -> home(actor, family, out, plan));
            }
        }
    }

    private void enter(Actor actor, DemoLives.Life life, DemoLives.Turn first, DemoPlan plan) {
        var id = register(actor, life.person());
        carry(actor, id, life.unit(), first.on(), plan);
        comes(actor, id, life, 0, plan);
    }

    /// Into a home of the board's with all that goes with it, or somewhere else.
    private void comes(Actor actor, PersonId id, DemoLives.Life life, int turn, DemoPlan plan) {
        var rents = plan.leases().of(life, turn).orElse(null);
        if (rents != null && rents.isReferred(plan.since())) {
            leasing.moveIn(actor, plan, rents, id);
        } else {
            lives(actor, id, life.turns().get(turn));
        }
    }

    private PersonId register(Actor actor, InventedPeople.Person person) {
        return people.register(
                actor,
                new NewPerson(
                        person.given(),
                        person.family(),
                        person.birthOn(),
                        null,
                        person.number(),
                        Protection.NONE,
                        null,
                        person.language(),
                        !person.language().equals("sv")));
    }

    // Whoever came after the board's two years began has somebody who carries them.
    private void carry(Actor actor, PersonId id, String login, LocalDate from, DemoPlan plan) {
        if (from.isBefore(plan.since())) {
            return;
        }
        var carrier = actors.of(login);
        assignments.start(
                actor,
                id,
                carrier.unit(),
                carrier.id(),
                "%d-B%04d".formatted(from.getYear(), from.getDayOfYear()),
                from);
    }

    private void turn(Actor actor, DemoLives.Life life, int number, DemoPlan plan) {
        var id = find(life.person());
        var turn = life.turns().get(number);
        var rented = plan.leases().of(life, number - 1).orElse(null);
        if (rented != null) {
            leasing.moveOut(actor, plan, rented, id);
            if (rented.takenOver()) {
                return;
            }
        }
        var endedOn = turn.endedOn();
        if (endedOn != null && (rented == null || !rented.isReferred(plan.since()))) {
            for (var stay : stays.homes(id, endedOn)) {
                done(
                        recording.end(
                                actor,
                                Action.RECORD_STAY,
                                stay.stay(),
                                endedOn,
                                turn.cause(),
                                "ENDED"));
            }
        }
        comes(actor, id, life, number, plan);
    }

    private void lives(Actor actor, PersonId id, DemoLives.Turn turn) {
        done(
                recording.moveIn(
                        actor,
                        Action.RECORD_STAY,
                        NewStay.living(id, forms.coded(turn.form()).id(), turn.on())
                                .atPlace(turn.place())
                                .expectedUntil(turn.expectedEndOn()),
                        turn.cause(),
                        "REGISTERED"));
    }

    private void away(Actor actor, DemoLives.Life life, DemoLives.Absence absence) {
        done(
                recording.begin(
                        actor,
                        Action.RECORD_STAY,
                        NewStay.living(
                                        find(life.person()),
                                        forms.coded(absence.form()).id(),
                                        absence.from())
                                .away()
                                .atPlace(absence.place())
                                .until(absence.last(), EndCause.MOVED_BACK),
                        "REGISTERED"));
    }

    private void enter(Actor actor, DemoLives.Family family, DemoPlan plan) {
        List<PersonId> all = new ArrayList<>();
        for (var adult : family.adults()) {
            all.add(register(actor, adult));
        }
        var head = all.getFirst();
        var since = Period.from(family.from());
        var household = households.start(actor, head, family.from(), "Berättat vid samtal.");
        for (var other : all.subList(1, all.size())) {
            households.add(
                    actor, household, Membership.adult(other, since), "Berättat vid samtal.");
        }
        for (var child : family.children()) {
            var id = register(actor, child);
            households.add(
                    actor,
                    household,
                    Membership.child(id, ChildStay.PERMANENT, child.birthOn().getYear(), since),
                    "Berättat vid samtal.");
            all.add(id);
        }
        carry(actor, head, "familj", family.from(), plan);
        var rents = plan.leases().of(family).orElse(null);
        var dwelling =
                rents == null || rents.from().isBefore(plan.since())
                        ? null
                        : leasing.rent(actor, plan, rents);
        for (var id : all) {
            done(
                    recording.begin(
                            actor,
                            Action.RECORD_STAY,
                            NewStay.living(id, forms.coded("TRANSIT").id(), family.from())
                                    .inDwelling(dwelling)
                                    .expectedUntil(family.until()),
                            "REGISTERED"));
        }
    }

    /// To a home of their own, all at once.
    private void home(Actor actor, DemoLives.Family family, LocalDate on, DemoPlan plan) {
        var head = find(family.adults().getFirst());
        plan.leases().of(family).ifPresent(rents -> leasing.moveOut(actor, plan, rents, head));
        var movers =
                moving.movers(actor, head, on).stream()
                        .map(MovingHousehold.Mover::person)
                        .collect(Collectors.toSet());
        var moved =
                moving.move(
                        actor,
                        head,
                        movers,
                        new MovingHousehold.Move(
                                forms.coded("OWN_LEASE").id(),
                                null,
                                null,
                                on,
                                null,
                                EndCause.OWN_HOME));
        if (!(moved instanceof MovingHousehold.Moved.Done)) {
            throw new IllegalStateException("a family of the demo did not move: " + moved);
        }
    }

    private PersonId find(InventedPeople.Person person) {
        return people.byNumber(person.number()).orElseThrow();
    }

    private static void done(Recorded recorded) {
        if (!recorded.isDone()) {
            throw new IllegalStateException("a stay of the demo was refused: " + recorded);
        }
    }
}
