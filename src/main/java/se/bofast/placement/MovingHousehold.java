package se.bofast.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.MemberKind;
import se.bofast.person.Households;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// Moves a household, or those of it who move, in one step. Who stays keeps their stay.
@Component
public class MovingHousehold {

    private static final String MOVED = "MOVED";

    /// Somebody who lives with the person, and where they live now.
    ///
    /// @param alternating a child who lives here in turns: its home here moves, the other does not
    /// @param usual true if one moves along unless somebody says otherwise
    public record Mover(
            PersonId person,
            boolean child,
            boolean alternating,
            boolean usual,
            @Nullable StayFact home) {}

    /// Where to and when.
    ///
    /// @param on the first night in the new home; the old one ends the night before
    public record Move(
            FormId form,
            @Nullable DwellingId dwelling,
            @Nullable String place,
            LocalDate on,
            @Nullable LocalDate expectedEndOn,
            EndCause cause) {}

    /// What came of it.
    public sealed interface Moved {

        record Done(UUID move, int people) implements Moved {}

        /// Nobody has moved: it stopped at this one.
        record Stopped(PersonId person, Recorded why) implements Moved {}

        record Nobody() implements Moved {}
    }

    private final Clock clock;
    private final Access access;
    private final Households households;
    private final Stays stays;
    private final RecordingStay recording;
    private final KeepingStays keeping;

    MovingHousehold(
            Clock clock,
            Access access,
            Households households,
            Stays stays,
            RecordingStay recording,
            KeepingStays keeping) {
        this.clock = clock;
        this.access = access;
        this.households = households;
        this.stays = stays;
        this.recording = recording;
        this.keeping = keeping;
    }

    /// The person first, then those of the household of the day whom the register knows.
    @Transactional(readOnly = true)
    public List<Mover> movers(Actor actor, PersonId person, LocalDate day) {
        require(actor, person);
        var members = new LinkedHashMap<PersonId, Mover>();
        var own = stays.homes(person, day).stream().findFirst().orElse(null);
        members.put(person, new Mover(person, false, false, true, own));
        households
                .of(person, day)
                .ifPresent(home ->
                        home.members()
                                .forEach(member -> {
                                    var who = member.membership().person();
                                    if (who == null || members.containsKey(who)) {
                                        return;
                                    }
                                    var way = member.membership().stay();
                                    var alternating = way == ChildStay.ALTERNATING;
                                    members.put(
                                            who,
                                            new Mover(
                                                    who,
                                                    member.membership().kind() == MemberKind.CHILD,
                                                    alternating,
                                                    way != ChildStay.VISITING,
                                                    here(who, own, alternating, day)));
                                }));
        return List.copyOf(members.values());
    }

    /// Of a child's two homes the one it has where the person lives.
    private @Nullable StayFact here(
            PersonId who, @Nullable StayFact own, boolean alternating, LocalDate day) {
        var homes = stays.homes(who, day);
        if (own != null) {
            for (var home : homes) {
                if (sameHome(home, own)) {
                    return home;
                }
            }
        }
        return alternating || homes.isEmpty() ? null : homes.getFirst();
    }

    private static boolean sameHome(StayFact one, StayFact other) {
        if (one.move() != null && one.move().equals(other.move())) {
            return true;
        }
        return one.form().equals(other.form())
                && (one.dwelling() != null
                        ? one.dwelling().equals(other.dwelling())
                        : Objects.equals(one.place(), other.place()));
    }

    /// Moves them. All of them, or nobody.
    ///
    /// @param who of {@link #movers}
    /// @throws NotFound if somebody is not of the household, or not within reach
    @Transactional
    public Moved move(Actor actor, PersonId person, Set<PersonId> who, Move move) {
        require(actor, person);
        if (who.isEmpty()) {
            return new Moved.Nobody();
        }
        var known = new LinkedHashMap<PersonId, Mover>();
        movers(actor, person, move.on()).forEach(mover -> known.put(mover.person(), mover));
        if (!known.keySet().containsAll(who)) {
            throw new NotFound();
        }
        var early = keeping.early(move.on(), null);
        if (early.isPresent()) {
            return new Moved.Stopped(person, early.get());
        }
        var together = NewId.at(clock);
        var stopped = new ArrayList<PersonId>();
        var result =
                recording.wholly(() -> {
                    Recorded last = new Recorded.Refused(Recorded.Reason.ALREADY_ENDED);
                    for (var mover : known.values()) {
                        if (!who.contains(mover.person())) {
                            continue;
                        }
                        require(actor, mover.person());
                        last = moveOne(actor, mover, move, together);
                        if (!last.isDone()) {
                            stopped.add(mover.person());
                            return last;
                        }
                    }
                    return last;
                });
        return stopped.isEmpty()
                ? new Moved.Done(together, who.size())
                : new Moved.Stopped(stopped.getFirst(), result);
    }

    private Recorded moveOne(Actor actor, Mover mover, Move move, UUID together) {
        var stay =
                new NewStay(
                        mover.person(),
                        move.form(),
                        Layer.LIVES,
                        homeNumber(mover, move.on()),
                        move.dwelling(),
                        move.place(),
                        null,
                        move.on(),
                        null,
                        move.expectedEndOn(),
                        null,
                        together);
        return recording.moveIn(actor, Action.RECORD_STAY, stay, move.cause(), MOVED);
    }

    /// A child who lives in turns keeps the number of its home here, or gets a second.
    private int homeNumber(Mover mover, LocalDate day) {
        var home = mover.home();
        if (home != null) {
            return home.homeNumber();
        }
        return mover.alternating()
                        && stays.homes(mover.person(), day).stream()
                                .anyMatch(other -> other.homeNumber() == 1)
                ? 2
                : 1;
    }

    private void require(Actor actor, PersonId person) {
        access.require(actor, Action.RECORD_STAY, KeepingStays.subject(person));
    }
}
