package se.bofast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.person.CorrectingIdentity;
import se.bofast.person.GivingNumber;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;

/// One of each whose number is not as others': a coordination number that became a personal number,
/// a reserve number, and people of whom the outreach worker knows neither name nor number.
@Component
class PlayingNumbers {

    private static final LocalDate BORN = LocalDate.of(1987, 3, 14);
    private static final String SERIAL = "239";

    private final People people;
    private final CorrectingIdentity identities;
    private final GivingNumber giving;
    private final Clock clock;

    PlayingNumbers(People people, CorrectingIdentity identities, GivingNumber giving, Clock clock) {
        this.people = people;
        this.identities = identities;
        this.giving = giving;
        this.clock = clock;
    }

    void write(DemoPlan plan, Diary diary) {
        var first = DemoPlan.workdayFrom(plan.since().plusDays(10));
        diary.add(first, LocalTime.of(9, 40), "samordnare", this::coordination);
        diary.add(first.plusDays(1), LocalTime.of(10, 20), "samordnare", this::reserve);
        diary.add(first.plusDays(2), LocalTime.of(21, 10), "uppsokare", this::unknown);
        diary.add(first.plusDays(9), LocalTime.of(21, 40), "uppsokare", this::unknown);
        var later = DemoPlan.workdayFrom(plan.today().minusDays(12));
        if (later.isAfter(first) && !later.isAfter(plan.today())) {
            diary.add(later, LocalTime.of(13, 30), "samordnare", this::registered);
        }
    }

    private void coordination(Actor actor) {
        people.register(
                actor,
                NewPerson.of("Yonas", "Påhittad", number(60))
                        .livingAt(
                                new NewAddress(null, "Ekvägen 3", "1102", "111 14", "Björkstad")));
    }

    private void registered(Actor actor) {
        var person = people.byNumber(number(60)).orElseThrow(NotFound::new);
        var given =
                giving.replace(
                        actor,
                        person,
                        identities.current(person).orElseThrow(NotFound::new).id(),
                        number(0),
                        HouseClock.today(clock).minusDays(2),
                        "Blev folkbokförd enligt besked från Skatteverket");
        if (!(given instanceof GivingNumber.Given.Made)) {
            throw new IllegalStateException("a number of the demo was refused");
        }
    }

    private void reserve(Actor actor) {
        people.register(
                actor,
                NewPerson.of("Mirela", "Påhittad", null).bornOn(LocalDate.of(1979, 8, 2)),
                false,
                true);
    }

    private void unknown(Actor actor) {
        people.register(actor, NewPerson.of("", "", null), true, false);
    }

    /// @param more sixty for a coordination number
    static IdentityNumber number(int more) {
        var nine =
                "%02d%02d%02d"
                                .formatted(
                                        BORN.getYear() % 100,
                                        BORN.getMonthValue(),
                                        BORN.getDayOfMonth() + more)
                        + SERIAL;
        return new IdentityNumber(BORN.getYear() / 100 + nine + InventedPeople.check(nine));
    }
}
