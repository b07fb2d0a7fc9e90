package se.bofast.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.Landlord;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.ReadingSignals;
import se.bofast.intake.SignalCard;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.letter.Appointment;
import se.bofast.letter.Caseworker;
import se.bofast.letter.EvictionConfirmation;
import se.bofast.letter.EvictionConfirmationCopy;
import se.bofast.letter.Invitation;
import se.bofast.letter.KeptLetter.Matter;
import se.bofast.letter.KeptLetter.Receiver;
import se.bofast.letter.LandlordReceipt;
import se.bofast.letter.Letter;
import se.bofast.letter.LetterCode;
import se.bofast.letter.LetterContent;
import se.bofast.letter.NewLetter;
import se.bofast.letter.PaymentUndertaking;
import se.bofast.letter.Recipient;
import se.bofast.letter.Reminder;
import se.bofast.letter.Sender;
import se.bofast.letter.Senders;
import se.bofast.letter.Unprintable;
import se.bofast.letter.WritingLetters;
import se.bofast.prevention.LetterRefusal.LetterField;
import se.bofast.prevention.LetterRefusal.LetterHindrance;
import se.bofast.support.Slot;

/// Puts letters together from what is known of a case, or says why not.
@Component
class LetterDrafts {

    /// Kronofogden's name on the envelope.
    private static final String ENFORCEMENT = "Kronofogden";

    /// A letter ready to be pressed, with what it was written upon.
    record Draft(
            Letter letter,
            NewLetter kept,
            @Nullable SignalId signal,
            @Nullable DecisionId decision) {}

    sealed interface Drafted {
        record Ready(List<Draft> drafts) implements Drafted {}

        record Refused(LetterRefusal why) implements Drafted {}
    }

    private final Cases cases;
    private final LetterFacts facts;
    private final CaseFacts caseFacts;
    private final MakingDecisions decisions;
    private final ReadingSignals signals;
    private final Landlords landlords;
    private final Senders senders;
    private final ObjectProvider<WritingLetters> letters;
    private final Units units;
    private final Access access;
    private final JdbcClient db;
    private final Clock clock;

    LetterDrafts(
            Cases cases,
            LetterFacts facts,
            CaseFacts caseFacts,
            MakingDecisions decisions,
            ReadingSignals signals,
            Landlords landlords,
            Senders senders,
            ObjectProvider<WritingLetters> letters,
            Units units,
            Access access,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.caseFacts = caseFacts;
        this.decisions = decisions;
        this.signals = signals;
        this.landlords = landlords;
        this.senders = senders;
        this.letters = letters;
        this.units = units;
        this.access = access;
        this.db = db;
        this.clock = clock;
    }

    LetterFacts.Known known(CaseId id) {
        var found = facts.of(List.of(id.value()), today()).get(id.value());
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    // ---- to the person, with a time

    /// @param slot the time; taken already when the code is a real one
    Drafted withTime(LetterWish wish, LetterFacts.Known known, Slot slot, LetterCode code) {
        var sender = senders.find();
        if (sender.isEmpty()) {
            return refused(LetterHindrance.NO_SENDER);
        }
        var stop = known.stop();
        if (stop != null) {
            return new Drafted.Refused(LetterRefusal.of(stop));
        }
        var reminds = wish instanceof LetterWish.Remind;
        var missed = known.missedOn();
        var on = LocalDate.ofInstant(slot.startAt(), HouseClock.ZONE);
        if (reminds && (missed == null || !missed.isBefore(on))) {
            return refused(LetterHindrance.NOTHING_MISSED);
        }
        var adviser = units.names(List.of(slot.adviser())).get(slot.adviser());
        var letter =
                reminds && missed != null
                        ? letter(
                                new Reminder(missed, appointment(slot, adviser), code),
                                known,
                                sender.get())
                        : invitation(known, slot, adviser, code, sender.get());
        var bad = unprintable(letter);
        return bad.isPresent()
                ? new Drafted.Refused(bad.get())
                : ready(letter, toPerson(letter, known), known.newest(), null);
    }

    Letter invitation(
            LetterFacts.Known known,
            Slot slot,
            @Nullable String adviser,
            LetterCode code,
            Sender sender) {
        var reason = known.reason();
        return letter(
                new Invitation(
                        reason,
                        reason.isAboutMoney() ? known.debt() : null,
                        reason.isAboutMoney() ? known.lastDay() : null,
                        known.children(),
                        appointment(slot, adviser),
                        code),
                known,
                sender);
    }

    private Letter letter(LetterContent content, LetterFacts.Known known, Sender sender) {
        return new Letter(
                content,
                known.recipient(),
                sender.details(),
                today(),
                known.language(),
                known.number());
    }

    private static Appointment appointment(Slot slot, @Nullable String adviser) {
        var start = slot.startAt().atZone(HouseClock.ZONE);
        return new Appointment(
                start.toLocalDate(),
                start.toLocalTime(),
                slot.place(),
                adviser,
                slot.language() == null ? null : Locale.forLanguageTag(slot.language()));
    }

    static NewLetter toPerson(Letter letter, LetterFacts.Known known) {
        return new NewLetter(
                letter.content().template(),
                Receiver.PERSON,
                matter(known.id()),
                known.person(),
                null,
                letter.writtenOn());
    }

    static Matter matter(UUID id) {
        return new Matter(CaseId.KIND, id);
    }

    // ---- to the landlord

    Drafted receipt(Actor actor, CaseId id, LetterWish.Receipt wish) {
        var sender = senders.find();
        if (sender.isEmpty()) {
            return refused(LetterHindrance.NO_SENDER);
        }
        var notice = notice(id, wish.notice());
        if (notice.source() != SignalSource.LANDLORD) {
            return refused(LetterHindrance.NOT_FROM_LANDLORD);
        }
        if (isProtected(id) && !access.allows(actor, Action.SEE_PROTECTED_PERSON)) {
            return refused(LetterHindrance.PROTECTED_ADDRESS);
        }
        var landlord = landlord(notice.landlord());
        var recipient = landlord.flatMap(LetterDrafts::recipient);
        if (landlord.isEmpty() || recipient.isEmpty()) {
            return withoutAddress(notice.landlord());
        }
        // Only what the landlord wrote, so that the receipt is the same whether or not the person
        // is known, and also where the person's address is hidden from us (req A5).
        var letter =
                new Letter(
                        new LandlordReceipt(written(notice)),
                        recipient.get(),
                        sender.get().details(),
                        today(),
                        null,
                        null);
        var bad = unprintable(letter);
        return bad.isPresent()
                ? new Drafted.Refused(bad.get())
                : ready(
                        letter,
                        new NewLetter(
                                letter.content().template(),
                                Receiver.LANDLORD,
                                matter(id.value()),
                                null,
                                landlord.get().id().value(),
                                letter.writtenOn()),
                        notice.id(),
                        null);
    }

    private LandlordReceipt.@Nullable ReceivedNotice written(SignalCard notice) {
        return db.sql(
                        """
                        select street, apartment, sender_reference from intake.v_signal
                        where board_id = framework.board_id() and signal_id = :id
                        """)
                .param("id", notice.id().value())
                .query((rs, n) -> {
                    var dwelling =
                            dwelling(rs.getString("street"), rs.getString("apartment"), null);
                    return dwelling.isEmpty()
                            ? Optional.<LandlordReceipt.ReceivedNotice>empty()
                            : Optional.of(
                                    new LandlordReceipt.ReceivedNotice(
                                            LocalDate.ofInstant(
                                                    notice.receivedAt(), HouseClock.ZONE),
                                            dwelling,
                                            emptyToNull(rs.getString("sender_reference"))));
                })
                .single()
                .orElse(null);
    }

    /// The board's word that it answers for the rent. Without a delegate it cannot be written.
    Drafted undertaking(CaseId id, LetterWish.Undertake wish) {
        var sender = senders.find();
        if (sender.isEmpty()) {
            return refused(LetterHindrance.NO_SENDER);
        }
        var decision =
                decisions.of(id).stream()
                        .filter(d -> d.id().equals(wish.decision()))
                        .filter(d -> d.kind() == Deciding.Kind.UNDERTAKING && !d.withdrawn())
                        .findFirst();
        var amount = decision.map(Deciding.Decision::amount);
        if (decision.isEmpty() || amount.isEmpty()) {
            return refused(LetterHindrance.NO_DECISION);
        }
        var delegate =
                decisions.delegates(decision.get().decidedOn()).stream()
                        .filter(d -> d.id().equals(decision.get().decidedBy()))
                        .filter(d -> d.upTo() == null || d.upTo().compareTo(amount.get()) >= 0)
                        .findFirst();
        if (delegate.isEmpty()) {
            return refused(LetterHindrance.NO_DELEGATE);
        }
        var known = known(id);
        if (known.isProtected()) {
            return refused(LetterHindrance.PROTECTED);
        }
        if (known.name().isEmpty()) {
            return refused(LetterHindrance.UNKNOWN_PERSON);
        }
        var landlord = landlord(decision.get().landlord());
        var recipient = landlord.flatMap(LetterDrafts::recipient);
        if (landlord.isEmpty() || recipient.isEmpty()) {
            return withoutAddress(decision.get().landlord());
        }
        var home = cases.find(id).orElseThrow(NotFound::new);
        var dwelling = dwelling(home.street(), home.apartment(), home.city());
        if (dwelling.isEmpty()) {
            return refused(LetterHindrance.NO_ADDRESS);
        }
        var letter =
                new Letter(
                        new PaymentUndertaking(
                                known.name(),
                                dwelling,
                                amount.get(),
                                wish.months(),
                                new PaymentUndertaking.Delegate(
                                        delegate.get().name(),
                                        wish.title(),
                                        delegate.get().point()),
                                decision.get().decidedOn(),
                                recoveryEndsOn(id),
                                wish.paidBy(),
                                wish.reference()),
                        recipient.get(),
                        sender.get().details(),
                        today(),
                        null,
                        known.number());
        var bad = unprintable(letter);
        return bad.isPresent()
                ? new Drafted.Refused(bad.get())
                : ready(
                        letter,
                        new NewLetter(
                                letter.content().template(),
                                Receiver.LANDLORD,
                                matter(id.value()),
                                known.person(),
                                landlord.get().id().value(),
                                letter.writtenOn()),
                        null,
                        decision.get().id());
    }

    /// The first day any notice's recovery period ends, if one runs.
    private @Nullable LocalDate recoveryEndsOn(CaseId id) {
        return db.sql(
                        """
                        select min(day) as day from prevention.clock_day
                        where board_id = framework.board_id() and case_id = :id and rule = 'recovery-period'
                          and status = 'RUNS' and day >= :today
                        """)
                .param("id", id.value())
                .param("today", today())
                .query((rs, n) -> Optional.ofNullable(rs.getObject("day", LocalDate.class)))
                .single()
                .orElse(null);
    }

    // ---- to Kronofogden

    /// The confirmation, and the copy to the person where there is somebody to send it to.
    Drafted confirmation(Actor actor, CaseId id, LetterWish.Confirm wish) {
        var sender = senders.find();
        if (sender.isEmpty()) {
            return refused(LetterHindrance.NO_SENDER);
        }
        if (sender.get().enforcementAddress().isEmpty()) {
            return refused(LetterHindrance.NO_ENFORCEMENT_ADDRESS);
        }
        var known = known(id);
        if (known.isProtected()) {
            return refused(LetterHindrance.PROTECTED);
        }
        var notice = notice(id, wish.notice());
        var on = evictionOn(id, notice);
        if (on.isEmpty()) {
            return refused(LetterHindrance.NO_EVICTION_DAY);
        }
        var written = LetterFacts.text(notice.writtenName());
        var name = written.isEmpty() ? known.name() : written;
        var dwelling = dwelling(notice.street(), notice.apartment(), notice.city());
        if (name.isEmpty()) {
            return refused(LetterHindrance.UNKNOWN_PERSON);
        }
        if (dwelling.isEmpty()) {
            return refused(LetterHindrance.NO_ADDRESS);
        }
        var confirmation =
                new EvictionConfirmation(
                        wish.enforcement(),
                        wish.enforcementCase(),
                        name,
                        dwelling,
                        LocalDate.ofInstant(notice.receivedAt(), HouseClock.ZONE),
                        on.get(),
                        wish.at(),
                        new Caseworker(
                                responsible(actor, id), wish.title(), wish.phone(), wish.email()));
        var kronofogden = new Recipient(ENFORCEMENT, sender.get().enforcementAddress());
        var first =
                new Letter(
                        confirmation,
                        kronofogden,
                        sender.get().details(),
                        today(),
                        null,
                        known.number());
        var drafts = new ArrayList<Draft>();
        drafts.add(
                new Draft(
                        first,
                        new NewLetter(
                                confirmation.template(),
                                Receiver.ENFORCEMENT,
                                matter(id.value()),
                                known.person(),
                                null,
                                first.writtenOn()),
                        notice.id(),
                        null));
        if (wish.enforcement() == EvictionConfirmation.Enforcement.EVICTION) {
            receiverOfCopy(known, name, notice)
                    .map(receiver ->
                            new Letter(
                                    new EvictionConfirmationCopy(
                                            confirmation, kronofogden, known.children()),
                                    receiver,
                                    sender.get().details(),
                                    today(),
                                    known.language(),
                                    known.number()))
                    .ifPresent(copy ->
                            drafts.add(new Draft(copy, toPerson(copy, known), notice.id(), null)));
        }
        for (var draft : drafts) {
            var bad = unprintable(draft.letter());
            if (bad.isPresent()) {
                return new Drafted.Refused(bad.get());
            }
        }
        return new Drafted.Ready(drafts);
    }

    /// The person by the name we know, else by the name Kronofogden wrote, at the home.
    private static Optional<Recipient> receiverOfCopy(
            LetterFacts.Known known, String written, SignalCard notice) {
        var lines =
                known.address().isEmpty()
                        ? LetterFacts.address(
                                null,
                                notice.street(),
                                notice.apartment(),
                                notice.postalCode(),
                                notice.city())
                        : known.address();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Recipient(known.name().isEmpty() ? written : known.name(), lines));
    }

    private String responsible(Actor actor, CaseId id) {
        var carries = cases.find(id).orElseThrow(NotFound::new).responsible();
        return carries == null
                ? actor.name()
                : units.names(List.of(carries)).getOrDefault(carries, actor.name());
    }

    /// The day as corrected in the case, else as Kronofogden wrote it.
    private Optional<LocalDate> evictionOn(CaseId id, SignalCard notice) {
        var corrected =
                caseFacts
                        .current(id, notice.id(), FactKind.EVICTION_ON, 1)
                        .or(() -> caseFacts.current(id, null, FactKind.EVICTION_ON, 1));
        return corrected
                .or(() ->
                        notice.facts().stream()
                                .filter(stated -> stated.kind() == FactKind.EVICTION_ON)
                                .map(SignalCard.Stated::fact)
                                .findFirst())
                .flatMap(fact ->
                        fact instanceof Fact.OnDay day ? Optional.of(day.on()) : Optional.empty());
    }

    // ---- of all

    /// A notice of the case.
    private SignalCard notice(CaseId id, SignalId notice) {
        var belongs =
                db.sql(
                                """
                                select count(*) > 0 from prevention.case_signal
                                where board_id = framework.board_id() and case_id = :case and signal_id = :signal
                                """)
                        .param("case", id.value())
                        .param("signal", notice.value())
                        .query(Boolean.class)
                        .single();
        if (!belongs) {
            throw new NotFound();
        }
        return signals.cards(List.of(notice)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private boolean isProtected(CaseId id) {
        return known(id).isProtected();
    }

    private Optional<Landlord> landlord(@Nullable LandlordId id) {
        return id == null ? Optional.empty() : landlords.find(id);
    }

    private static Optional<Recipient> recipient(Landlord landlord) {
        var details = landlord.details();
        var lines =
                LetterFacts.address(
                        null, details.street(), null, details.postalCode(), details.city());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recipient(details.name(), lines));
    }

    private static String dwelling(
            @Nullable String street, @Nullable String apartment, @Nullable String city) {
        var dwelling = LetterFacts.text(street);
        if (dwelling.isEmpty()) {
            return "";
        }
        if (!LetterFacts.text(apartment).isEmpty()) {
            dwelling += " lgh " + LetterFacts.text(apartment);
        }
        return LetterFacts.text(city).isEmpty() ? dwelling : dwelling + ", " + city;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return LetterFacts.text(text).isEmpty() ? null : text;
    }

    /// Name and address have only characters that can be printed.
    boolean isPrintable(LetterFacts.Known known) {
        return letters.getObject()
                .unprintable(known.name() + "\n" + String.join("\n", known.address()))
                .isEmpty();
    }

    /// The first text of the letter with a character that cannot be printed.
    Optional<LetterRefusal> unprintable(Letter letter) {
        for (var text : texts(letter).entrySet()) {
            var bad = letters.getObject().unprintable(text.getValue());
            if (bad.isPresent()) {
                return Optional.of(refusal(text.getKey(), bad.get()));
            }
        }
        return Optional.empty();
    }

    private static LetterRefusal refusal(LetterField field, Unprintable character) {
        return new LetterRefusal(LetterHindrance.UNPRINTABLE, field, character, null);
    }

    private static Map<LetterField, String> texts(Letter letter) {
        var texts = new EnumMap<LetterField, String>(LetterField.class);
        texts.put(LetterField.NAME, letter.recipient().name());
        texts.put(LetterField.ADDRESS, String.join("\n", letter.recipient().addressLines()));
        var sender = letter.sender();
        texts.put(
                LetterField.SENDER,
                String.join(
                        "\n",
                        sender.municipality(),
                        sender.unit(),
                        sender.board(),
                        sender.contactFunction(),
                        sender.phone(),
                        sender.email(),
                        sender.visitingAddress(),
                        sender.returnAddress()));
        switch (letter.content()) {
            case Invitation i -> appointment(texts, i.appointment());
            case Reminder r -> appointment(texts, r.appointment());
            case LandlordReceipt r -> {
                var notice = r.notice();
                if (notice != null) {
                    texts.put(LetterField.DWELLING, notice.dwelling());
                    texts.put(LetterField.REFERENCE, LetterFacts.text(notice.landlordsReference()));
                }
            }
            case EvictionConfirmation c -> confirmation(texts, c);
            case EvictionConfirmationCopy c -> confirmation(texts, c.confirmation());
            case PaymentUndertaking u -> {
                texts.put(LetterField.OTHER, u.tenant());
                texts.put(LetterField.DWELLING, u.dwelling());
                texts.put(LetterField.REFERENCE, LetterFacts.text(u.landlordsReference()));
                texts.put(
                        LetterField.CASEWORKER,
                        u.decidedBy().name() + "\n" + u.decidedBy().title());
            }
        }
        return texts;
    }

    private static void appointment(Map<LetterField, String> texts, Appointment appointment) {
        texts.put(LetterField.PLACE, appointment.place());
        texts.put(LetterField.ADVISER, LetterFacts.text(appointment.meets()));
    }

    private static void confirmation(Map<LetterField, String> texts, EvictionConfirmation c) {
        texts.put(LetterField.OTHER, c.person());
        texts.put(LetterField.DWELLING, c.dwelling());
        texts.put(LetterField.REFERENCE, c.enforcementCase());
        texts.put(
                LetterField.CASEWORKER,
                String.join(
                        "\n",
                        c.responsible().name(),
                        c.responsible().title(),
                        c.responsible().phone(),
                        c.responsible().email()));
    }

    private static Drafted ready(
            Letter letter,
            NewLetter kept,
            @Nullable SignalId signal,
            @Nullable DecisionId decision) {
        return new Drafted.Ready(List.of(new Draft(letter, kept, signal, decision)));
    }

    private static Drafted withoutAddress(@Nullable LandlordId landlord) {
        return new Drafted.Refused(
                LetterRefusal.withoutAddress(landlord == null ? null : landlord.value()));
    }

    private static Drafted refused(LetterHindrance reason) {
        return new Drafted.Refused(LetterRefusal.of(reason));
    }

    private LocalDate today() {
        return HouseClock.today(clock);
    }
}
