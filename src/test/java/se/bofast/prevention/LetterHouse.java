package se.bofast.prevention;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.ManagingSender;
import se.bofast.access.Role;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.LandlordDetails;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.letter.Sender;
import se.bofast.letter.SenderDetails;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.support.MakingSlots;

/// Boards with a sender, cases and times, for the tests of letters.
@TestComponent
public class LetterHouse {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    /// The first day a letter written today can propose.
    public static final LocalDate MEETING = LocalDate.of(2026, 11, 9);

    public static final SenderDetails SENDER =
            new SenderDetails(
                    "Teststads kommun",
                    "Boendeenheten",
                    "Socialnämnden i Teststad",
                    "Bosamordnaren",
                    "010-123 45 67",
                    LocalTime.of(8, 30),
                    LocalTime.of(16, 0),
                    "bosamordnaren@teststad.example",
                    "Torggatan 3, Teststad",
                    "Box 1234, 123 45 Teststad",
                    URI.create("https://tid.teststad.example/tid"));

    private final Boards boards;
    private final ManagingSender senders;
    private final RegisteringSignals registering;
    private final People people;
    private final Landlords landlords;
    private final MakingSlots slots;

    public LetterHouse(
            Boards boards,
            ManagingSender senders,
            RegisteringSignals registering,
            People people,
            Landlords landlords,
            MakingSlots slots) {
        this.boards = boards;
        this.senders = senders;
        this.registering = registering;
        this.people = people;
        this.landlords = landlords;
        this.slots = slots;
    }

    /// A board and its coordinator.
    public final class Scene {

        public final TestBoard board;
        public final Actor actor;

        private Scene(TestBoard board, Actor actor) {
            this.board = board;
            this.actor = actor;
        }

        public <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
            return board.as(actor, TODAY, work);
        }

        public void sender() {
            sender(SENDER, List.of("Box 99", "123 48 Teststad"));
        }

        public void sender(SenderDetails details, List<String> enforcement) {
            var admin = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
            var kept =
                    board.as(
                            admin,
                            TODAY,
                            () ->
                                    senders.keep(
                                            admin,
                                            ManagingSender.mark(senders.find(admin)),
                                            new Sender(details, enforcement)));
            if (!kept) {
                throw new IllegalStateException("a colleague was first");
            }
        }

        /// Times in a row on the day, from nine, a quarter each.
        public void times(LocalDate day, int count) {
            for (var done = 0; done < count; done += MakingSlots.MOST_IN_A_ROW) {
                var wish =
                        new MakingSlots.NewSlots(
                                actor.id(),
                                actor.unit(),
                                day,
                                LocalTime.of(8, 0).plusMinutes(15L * done),
                                Duration.ofMinutes(15),
                                Math.min(MakingSlots.MOST_IN_A_ROW, count - done),
                                1,
                                "Provgatan 7, våning 2",
                                null);
                if (as(() -> slots.make(actor, wish)) instanceof MakingSlots.Made.Refused no) {
                    throw new IllegalStateException(no.reason().name());
                }
            }
        }

        public PersonId person(NewPerson person) {
            return as(() -> people.register(actor, person));
        }

        /// Somebody of whom neither name nor number is known.
        public PersonId unknown(NewPerson person) {
            return as(() -> people.register(actor, person, true, false));
        }

        public LandlordId landlord(boolean address) {
            var details =
                    new LandlordDetails(
                            "Hyresbolaget " + UUID.randomUUID(),
                            LandlordKind.PRIVATE,
                            null,
                            address ? "Kontorsgatan 1" : null,
                            address ? "11122" : null,
                            address ? "Teststad" : null,
                            null,
                            null,
                            null);
            return as(() -> ((Landlords.Naming.Named) landlords.add(actor, details)).id());
        }

        public CaseId paymentOrder(PersonId person) {
            return take(
                    SignalKind.PAYMENT_ORDER,
                    SignalSource.ENFORCEMENT_AUTHORITY,
                    person,
                    null,
                    "Storgatan " + UUID.randomUUID().toString().substring(0, 4),
                    List.of(
                            Fact.on(FactKind.ORDER_ANSWER_BY, TODAY.plusDays(8)),
                            Fact.amount(FactKind.NOTICE_AMOUNT, Money.kronor(14_320))));
        }

        public CaseId take(
                SignalKind kind,
                SignalSource source,
                @Nullable PersonId person,
                @Nullable LandlordId landlord,
                String street,
                List<Fact> facts) {
            return caseOf(signal(kind, source, person, landlord, street, facts));
        }

        public SignalId signal(
                SignalKind kind,
                SignalSource source,
                @Nullable PersonId person,
                @Nullable LandlordId landlord,
                String street,
                List<Fact> facts) {
            var signal =
                    new NewSignal(
                            kind,
                            source,
                            Channel.MAIL,
                            landlord,
                            "Avsändaren",
                            "U-" + UUID.randomUUID().toString().substring(0, 8),
                            person,
                            new NewSignal.Written("Anna Prövad", null, null, null),
                            new NewSignal.Place(street, "1203", "11331", "Teststad", null),
                            null,
                            ThreatReason.RENT_DEBT,
                            null,
                            TODAY.minusDays(1),
                            TestBoard.noon(TODAY),
                            facts,
                            null);
            return as(() ->
                    registering
                            .register(actor, Action.REGISTER_SIGNAL, List.of(signal))
                            .getFirst()
                            .id());
        }

        public CaseId caseOf(SignalId signal) {
            return board.ask(
                    actor,
                    sql ->
                            sql.sql(
                                            """
                                            select case_id from prevention.case_signal where signal_id = :signal
                                            """)
                                    .param("signal", signal.value())
                                    .query((rs, n) -> new CaseId(rs.getObject(1, UUID.class)))
                                    .single());
        }

        public int count(String sql) {
            return board.ask(actor, db -> db.sql(sql).query(Integer.class).single());
        }
    }

    public Scene scene() {
        var board = boards.make();
        return new Scene(board, board.coordinator());
    }

    public static NewPerson living(String given, String street) {
        return NewPerson.of(given, "Prövad", null)
                .livingAt(new NewAddress(null, street, "1203", "11331", "Teststad"));
    }
}
