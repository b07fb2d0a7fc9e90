package se.bofast.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.person.IdentityFact.Identity;

/// Gives a person another number: a personal number after a coordination number (lag 2022:1697), a
/// real number after a reserve number, a new one the tax agency has decided on; or a reserve number
/// where there is none. A number that was wrong is corrected instead ({@link CorrectingIdentity}).
@Component
public class GivingNumber {

    /// Why the log says an identity was changed.
    static final String CHANGED = "NUMBER_CHANGED";

    static final String RESERVE = "RESERVE_NUMBER_GIVEN";
    static final String STRUCK = "EARLIER_NUMBER_STRUCK";

    /// What came of it.
    public sealed interface Given {

        record Made() implements Given {}

        /// The person has that number already.
        record Unchanged() implements Given {}

        /// Who has been given a personal number does not get a coordination number after it.
        record NotBack() implements Given {}

        /// The number cannot hold from a day before the earlier one did.
        record TooEarly() implements Given {}

        /// See {@link Correction.NumberTaken}.
        record Taken() implements Given {}

        /// See {@link Correction.NeverJoined}.
        record NeverJoined() implements Given {}
    }

    private final Access access;
    private final Clock clock;
    private final CorrectingIdentity identities;
    private final NumberSeries series;

    GivingNumber(Access access, Clock clock, CorrectingIdentity identities, NumberSeries series) {
        this.access = access;
        this.clock = clock;
        this.identities = identities;
        this.series = series;
    }

    /// The earlier number stays on record with its days, and goes on finding the person. Logged.
    ///
    /// @param seen the row the actor had before their eyes
    /// @param from the day from which the new number holds
    /// @param reason why, in the actor's words
    /// @throws Conflict if somebody else changed the person meanwhile
    @Transactional
    public Given replace(
            Actor actor,
            PersonId person,
            UUID seen,
            IdentityNumber number,
            LocalDate from,
            String reason) {
        if (reason.isBlank() || from.isAfter(HouseClock.today(clock))) {
            throw new IllegalArgumentException("a change of number has a reason and has happened");
        }
        var before = required(actor, person, seen);
        var was = before.identity().number();
        if (number.equals(was)) {
            return new Given.Unchanged();
        }
        if (was != null
                && was.type() == PersonNumber.Type.PERSONAL
                && number.type() == PersonNumber.Type.COORDINATION) {
            return new Given.NotBack();
        }
        if (before.numberFromOn() != null && from.isBefore(before.numberFromOn())) {
            return new Given.TooEarly();
        }
        return told(
                identities.replaceNumber(
                        person,
                        before,
                        following(before.identity(), number),
                        from,
                        CHANGED,
                        reason));
    }

    /// Gives the next reserve number of the board to somebody who has no number. Logged.
    ///
    /// @param seen the row the actor had before their eyes
    /// @throws Conflict if the person has a number, or somebody else changed the person meanwhile
    @Transactional
    public Given reserve(Actor actor, PersonId person, UUID seen) {
        var before = required(actor, person, seen);
        if (before.identity().number() != null) {
            throw new Conflict("person.reserve.hasNumber");
        }
        var today = HouseClock.today(clock);
        var identity = before.identity();
        return told(
                identities.replaceNumber(
                        person,
                        before,
                        identity.with(
                                series.nextReserve(today.getYear()),
                                identity.birthOn(),
                                identity.sex()),
                        today,
                        RESERVE,
                        RESERVE));
    }

    /// Says that an earlier number never was the person's, so that who it belongs to can have it.
    /// It stays in the history of corrections. Logged.
    ///
    /// @param seen the row the actor had before their eyes
    /// @param row that says it was the person's
    /// @param reason why, in the actor's words
    /// @throws Conflict if it is no earlier number of the person, or somebody else changed the
    ///   person meanwhile
    @Transactional
    public void strike(Actor actor, PersonId person, UUID seen, UUID row, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction has a reason");
        }
        identities.strike(person, required(actor, person, seen), row, STRUCK, reason);
    }

    private IdentityFact required(Actor actor, PersonId person, UUID seen) {
        access.require(
                actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, person.value()));
        var before = identities.current(person).orElseThrow(NotFound::new);
        if (!before.id().equals(seen)) {
            throw new Conflict("person.identity.changedMeanwhile");
        }
        return before;
    }

    private static Given told(Correction made) {
        return switch (made) {
            case Correction.Made done -> new Given.Made();
            case Correction.Unchanged same -> new Given.Unchanged();
            case Correction.NumberTaken taken -> new Given.Taken();
            case Correction.NeverJoined never -> new Given.NeverJoined();
        };
    }

    /// Birthday and sex follow the number where they came from the number, or were not known. What
    /// somebody has recorded apart from it stays.
    private static Identity following(Identity identity, IdentityNumber number) {
        var was = identity.number() instanceof IdentityNumber known ? known : null;
        var day = identity.birthOn();
        var sex = identity.sex();
        return identity.with(
                number,
                day == null || Objects.equals(day, dayIn(was))
                        ? number.dateInNumber().orElse(day)
                        : day,
                sex == null || was != null && sex == Sex.of(was) ? Sex.of(number) : sex);
    }

    private static @Nullable LocalDate dayIn(@Nullable IdentityNumber number) {
        return number == null ? null : number.dateInNumber().orElse(null);
    }
}
