package se.bofast.support;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.dwelling.LandlordId;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// Cases, people and times for the tests of this room.
final class SupportHouse {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    /// A case and whom it is about.
    record Case(Subject matter, PersonId person) {}

    private final TestBoard board;
    private final Actor actor;
    private final People people;
    private final RegisteringSignals registering;
    private final MakingSlots making;

    SupportHouse(
            TestBoard board,
            Actor actor,
            People people,
            RegisteringSignals registering,
            MakingSlots making) {
        this.board = board;
        this.actor = actor;
        this.people = people;
        this.registering = registering;
        this.making = making;
    }

    Case someone(String name) {
        return someone(NewPerson.of(name, "Prövad", null), null);
    }

    Case someoneProtected(String name) {
        return someone(NewPerson.of(name, "Prövad", null).protectedBy(Protection.MARKED), null);
    }

    Case someone(NewPerson person, @Nullable LandlordId landlord) {
        var id = board.as(actor, TODAY, () -> people.register(actor, person));
        board.as(
                actor,
                TODAY,
                () ->
                        registering.register(
                                actor,
                                Action.REGISTER_SIGNAL,
                                List.of(signal(id, person.given(), landlord))));
        var matter =
                board.ask(
                        actor,
                        sql ->
                                sql.sql(
                                                """
                                                select id from prevention.prevention_case where person_id = :person
                                                """)
                                        .param("person", id.value())
                                        .query(java.util.UUID.class)
                                        .single());
        return new Case(new Subject("prevention-case", matter), id);
    }

    private static NewSignal signal(PersonId person, String given, @Nullable LandlordId landlord) {
        return new NewSignal(
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                Channel.MAIL,
                landlord,
                "Hyresbolaget",
                null,
                person,
                new NewSignal.Written(given, null, null, null),
                new NewSignal.Place("Storgatan 1", "1203", "11331", "Teststad", null),
                null,
                ThreatReason.RENT_DEBT,
                null,
                TODAY.minusDays(1),
                TestBoard.noon(TODAY),
                List.of(),
                null);
    }

    /// Times in a row on the day, from nine.
    void times(LocalDate day, int count, @Nullable String language) {
        var wish =
                new MakingSlots.NewSlots(
                        actor.id(),
                        actor.unit(),
                        day,
                        LocalTime.of(9, 0),
                        Duration.ofMinutes(15),
                        count,
                        1,
                        "Provgatan 7, våning 2",
                        language);
        var made = board.as(actor, TODAY, () -> making.make(actor, wish));
        if (!made.equals(new MakingSlots.Made.Done(count, 0))) {
            throw new IllegalStateException(String.valueOf(made));
        }
    }
}
