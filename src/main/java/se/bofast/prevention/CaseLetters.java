package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.ReadingSignals;
import se.bofast.intake.SignalCard;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.letter.KeptLetter;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.LetterPages;
import se.bofast.letter.LetterState;
import se.bofast.letter.Sender;
import se.bofast.letter.Senders;
import se.bofast.letter.StopReason;
import se.bofast.letter.StoredFile;
import se.bofast.letter.StoredFiles;
import se.bofast.letter.TemplateCode;
import se.bofast.person.Counterpart;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosures;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;

/// The letters of a case: what was made, and what became of each.
@Component
public class CaseLetters {

    /// Why the house sets a fact when a letter goes out; shown in the case's history.
    private static final String SENT = "Brevet skickades";

    private static final String LAW_OF_CONFIRMATION = "SoF (2025:468) 11 kap. 3 §";
    private static final String LAW_OF_UNDERTAKING =
            "Åtagandet gäller först när hyresvärden har fått det skriftligt, JB 12 kap. 44 §";

    /// A letter with its file.
    public record Line(KeptLetter letter, @Nullable StoredFile file) {}

    /// The case's letters, and what can be written now.
    ///
    /// @param receipts landlords' notices to receipt, the newest first
    /// @param evictions Kronofogden's notices to confirm, the newest first
    /// @param undertakings decisions to undertake the rent that are not sent
    /// @param names of everyone who did something
    public record View(
            CaseId id,
            String number,
            boolean open,
            boolean hasPerson,
            boolean isProtected,
            boolean lettersStopped,
            boolean missedTime,
            List<Line> lines,
            List<SignalCard> receipts,
            List<SignalCard> evictions,
            List<Deciding.Decision> undertakings,
            @Nullable Sender sender,
            Map<EmployeeId, String> names,
            boolean mayWrite,
            boolean mayTellLandlord,
            boolean mayUndertake) {

        public String name(@Nullable EmployeeId who) {
            return who == null ? "" : names.getOrDefault(who, "");
        }

        /// True if there is a letter the reader could write now.
        public boolean hasSomethingToWrite() {
            return open
                    && (mayWrite && (!evictions.isEmpty() || !isProtected)
                            || mayTellLandlord && !receipts.isEmpty()
                            || mayUndertake && !undertakings.isEmpty());
        }

        /// Those that stand in a file of their own and wait to be sent.
        public List<Line> waiting() {
            return lines.stream()
                    .filter(line -> line.letter().state() == LetterState.MADE)
                    .toList();
        }
    }

    private final Cases cases;
    private final ReadingCase reading;
    private final LetterDrafts drafts;
    private final CaseLetterLinks links;
    private final StoppingLetters stopping;
    private final MakingDecisions decisions;
    private final WorkingOnCase working;
    private final ReadingSignals signals;
    private final Landlords landlords;
    private final KeptLetters kept;
    private final StoredFiles files;
    private final Senders senders;
    private final LoggingContact contacts;
    private final Disclosures disclosures;
    private final Units units;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;
    private final HouseEyes eyes;

    CaseLetters(
            Cases cases,
            ReadingCase reading,
            LetterDrafts drafts,
            CaseLetterLinks links,
            StoppingLetters stopping,
            MakingDecisions decisions,
            WorkingOnCase working,
            ReadingSignals signals,
            Landlords landlords,
            KeptLetters kept,
            StoredFiles files,
            Senders senders,
            LoggingContact contacts,
            Disclosures disclosures,
            Units units,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock,
            HouseEyes eyes) {
        this.cases = cases;
        this.reading = reading;
        this.drafts = drafts;
        this.links = links;
        this.stopping = stopping;
        this.decisions = decisions;
        this.working = working;
        this.signals = signals;
        this.landlords = landlords;
        this.kept = kept;
        this.files = files;
        this.senders = senders;
        this.contacts = contacts;
        this.disclosures = disclosures;
        this.units = units;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
        this.eyes = eyes;
    }

    /// The letters, and what can be written; on record.
    ///
    /// @throws NotFound if the case is not within reach
    @Transactional
    public View view(Actor actor, CaseId id) {
        access.require(actor, Action.SEE_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var known = drafts.known(id);
        var lines =
                shown(kept.of(LetterDrafts.matter(id.value()))).stream()
                        .map(letter ->
                                new Line(
                                        letter,
                                        letter.file() == null
                                                ? null
                                                : files.find(letter.file()).orElse(null)))
                        .toList();
        var cards = signals.cards(reading.signalsOf(id));
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .about(CaseId.KIND, id.value())
                        .because("LETTERS")
                        .touching(found.person()));
        return new View(
                id,
                found.number(),
                found.stage() != Stage.CLOSED,
                found.person() != null,
                known.isProtected(),
                known.settled(),
                known.missedOn() != null,
                lines,
                cards.stream()
                        .filter(card ->
                                card.source() == SignalSource.LANDLORD && card.kind().isThreat())
                        .toList(),
                cards.stream().filter(card -> card.kind() == SignalKind.EVICTION_DATE).toList(),
                decisions.of(id).stream()
                        .filter(d ->
                                d.kind() == Deciding.Kind.UNDERTAKING
                                        && !d.withdrawn()
                                        && d.sentOn() == null)
                        .toList(),
                senders.find().orElse(null),
                units.names(everyone(lines)),
                access.allows(actor, Action.WRITE_LETTER),
                access.allows(actor, Action.TELL_LANDLORD),
                access.allows(actor, Action.GRANT_UNDERTAKING));
    }

    /// All that were made, and the last one that was stopped before it was.
    private static List<KeptLetter> shown(List<KeptLetter> letters) {
        var stopped =
                letters.stream()
                        .filter(letter -> letter.file() == null)
                        .filter(letter -> letter.state() == LetterState.STOPPED)
                        .toList();
        return letters.stream()
                .filter(letter -> !stopped.contains(letter) || letter == stopped.getFirst())
                .toList();
    }

    private static Set<EmployeeId> everyone(List<Line> lines) {
        var who = new HashSet<EmployeeId>();
        for (var line : lines) {
            line.letter().events().stream()
                    .flatMap(event -> Stream.ofNullable(event.by()))
                    .forEach(who::add);
            if (line.file() != null) {
                line.file().fetches().stream()
                        .flatMap(fetch -> Stream.ofNullable(fetch.by()))
                        .forEach(who::add);
            }
        }
        return who;
    }

    /// The letter's own pages; on record as taken out.
    ///
    /// @throws NotFound if there is no such letter within reach, or it was never made
    @Transactional
    public byte[] fetch(Actor actor, CaseId id, LetterId letter) {
        var found = letter(actor, Action.SEE_CASE, id, letter);
        if (found.receiver() == KeptLetter.Receiver.LANDLORD
                && drafts.known(id).isProtected()
                && !access.allows(actor, Action.SEE_PROTECTED_PERSON)) {
            throw new NotFound();
        }
        var file = found.file();
        var first = found.firstPage();
        if (file == null || first == null) {
            throw new NotFound();
        }
        var whole = files.fetch(file);
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .about(WritingCaseLetters.KIND, letter.value())
                        .because("LETTER_FETCHED")
                        .touching(found.person()));
        if (found.run() == null) {
            return whole;
        }
        var last =
                // Also of letters one may not see: theirs begin where this one ends.
                eyes.open(() -> kept.lastPage(file, first))
                        .orElseGet(() -> files.find(file).orElseThrow(NotFound::new).pages());
        return LetterPages.of(whole, first, last);
    }

    /// The letter went out. What the law and the follow-up want to know of that is set in the same
    /// transaction: the contact, the clock's facts, what was told to whom.
    ///
    /// @param proof how it can be shown that an undertaking was sent; needed for that letter alone
    @Transactional
    public void sent(
            Actor actor, CaseId id, LetterId letter, LocalDate on, @Nullable String proof) {
        var found = locked(actor, Action.WRITE_LETTER, id, letter);
        if (found.state() != LetterState.MADE) {
            throw new Conflict("prevention.letters.notWaiting");
        }
        if (on.isAfter(today()) || on.isBefore(found.writtenOn())) {
            throw new Conflict("prevention.letters.dayWrong");
        }
        kept.become(List.of(letter), LetterState.SENT, null, on);
        record(letter, found, "LETTER_SENT");
        var link = links.of(letter).orElseThrow(NotFound::new);
        switch (found.template()) {
            case INVITATION, REMINDER ->
                    contact(actor, id, Contact.With.TENANT, Contact.Outcome.SENT, on);
            case LANDLORD_RECEIPT -> {
                contact(actor, id, Contact.With.LANDLORD, Contact.Outcome.INFORMATION_GIVEN, on);
                told(
                        actor,
                        new Disclosure.Intended(
                                null,
                                id.subject(),
                                landlord(found),
                                Disclosure.Ground.RECEIPT,
                                null,
                                "Kvittens och allmän information",
                                null));
            }
            case EVICTION_CONFIRMATION -> {
                contact(
                        actor,
                        id,
                        Contact.With.ENFORCEMENT_AUTHORITY,
                        Contact.Outcome.INFORMATION_GIVEN,
                        on);
                working.record(
                        actor,
                        id,
                        link.signal(),
                        Fact.on(FactKind.EVICTION_CONFIRMED_ON, on),
                        SENT);
                if (found.person() != null) {
                    told(
                            actor,
                            new Disclosure.Intended(
                                    found.person(),
                                    id.subject(),
                                    new Counterpart(
                                            Counterpart.CounterpartKind.AUTHORITY,
                                            null,
                                            "Kronofogden"),
                                    Disclosure.Ground.DUTY,
                                    null,
                                    "Bekräftelse av underrättelse",
                                    LAW_OF_CONFIRMATION));
                }
            }
            case EVICTION_CONFIRMATION_COPY -> {
                contact(actor, id, Contact.With.TENANT, Contact.Outcome.SENT, on);
                working.record(
                        actor,
                        id,
                        link.signal(),
                        Fact.on(FactKind.CONFIRMATION_COPIED_ON, on),
                        SENT);
            }
            case PAYMENT_UNDERTAKING -> {
                if (proof == null || link.decision() == null) {
                    throw new Conflict("prevention.undertaking.sent.missing");
                }
                // Noted as sent on the case already, it stays as noted there.
                decisions.sent(actor, id, link.decision(), on, proof);
                contact(actor, id, Contact.With.LANDLORD, Contact.Outcome.SENT, on);
                told(
                        actor,
                        new Disclosure.Intended(
                                found.person(),
                                id.subject(),
                                landlord(found),
                                Disclosure.Ground.NECESSARY,
                                null,
                                "Åtagande om hyran",
                                LAW_OF_UNDERTAKING));
            }
        }
    }

    /// All letters of the case that wait went out today, but for undertakings, which need a proof.
    ///
    /// @return how many
    @Transactional
    public int allSent(Actor actor, CaseId id) {
        access.require(actor, Action.WRITE_LETTER, id.subject());
        var waiting =
                kept.of(LetterDrafts.matter(id.value())).stream()
                        .filter(letter -> letter.state() == LetterState.MADE)
                        .filter(letter -> letter.template() != TemplateCode.PAYMENT_UNDERTAKING)
                        .toList();
        waiting.forEach(letter -> sent(actor, id, letter.id(), today(), null));
        return waiting.size();
    }

    /// The letter came back undelivered. The case is in alarm until somebody tries another way.
    @Transactional
    public void returned(Actor actor, CaseId id, LetterId letter, LocalDate on) {
        var found = locked(actor, Action.WRITE_LETTER, id, letter);
        if (found.state() != LetterState.SENT) {
            throw new Conflict("prevention.letters.notSent");
        }
        if (on.isAfter(today()) || on.isBefore(found.writtenOn())) {
            throw new Conflict("prevention.letters.dayWrong");
        }
        kept.become(List.of(letter), LetterState.RETURNED, null, on);
        record(letter, found, "LETTER_RETURNED");
        if (found.receiver() != KeptLetter.Receiver.PERSON) {
            return;
        }
        contact(actor, id, Contact.With.TENANT, Contact.Outcome.RETURNED, on);
        db.sql(
                        """
                        update prevention.prevention_case set letter_returned_at = :at
                        where board_id = framework.board_id() and id = :id and stage <> 'CLOSED'
                        """)
                .param("at", Timestamp.from(moment(on)))
                .param("id", id.value())
                .update();
    }

    /// The letter was made by mistake and never goes out; the time it proposed is free again.
    @Transactional
    public void stop(Actor actor, CaseId id, LetterId letter) {
        var found = locked(actor, Action.WRITE_LETTER, id, letter);
        if (found.state() != LetterState.MADE) {
            throw new Conflict("prevention.letters.notWaiting");
        }
        stopping.stop(List.of(found), StopReason.MISTAKE);
        record(letter, found, "LETTER_STOPPED");
    }

    private KeptLetter locked(Actor actor, Action action, CaseId id, LetterId letter) {
        access.require(actor, action, id.subject());
        return kept.lock(letter).filter(found -> isOf(id, found)).orElseThrow(NotFound::new);
    }

    private KeptLetter letter(Actor actor, Action action, CaseId id, LetterId letter) {
        access.require(actor, action, id.subject());
        return kept.of(LetterDrafts.matter(id.value())).stream()
                .filter(found -> found.id().equals(letter))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static boolean isOf(CaseId id, KeptLetter letter) {
        return letter.matter().equals(LetterDrafts.matter(id.value()));
    }

    private void contact(
            Actor actor, CaseId id, Contact.With with, Contact.Outcome outcome, LocalDate on) {
        var written =
                contacts.log(
                        actor,
                        id.subject(),
                        new NewContact(
                                with,
                                Contact.By.LETTER,
                                outcome,
                                false,
                                moment(on),
                                null,
                                Set.of(),
                                null,
                                null));
        if (written instanceof LoggingContact.Written.Refused refused) {
            throw new IllegalStateException("a letter is no contact: " + refused.reason());
        }
    }

    private void told(Actor actor, Disclosure.Intended intended) {
        if (disclosures.record(actor, intended) instanceof Disclosure.Telling.Refused refused) {
            throw new IllegalStateException("a letter without a ground: " + refused.reason());
        }
    }

    private Counterpart landlord(KeptLetter letter) {
        var id =
                Optional.ofNullable(letter.landlord())
                        .map(LandlordId::new)
                        .orElseThrow(NotFound::new);
        var name = landlords.find(id).orElseThrow(NotFound::new).details().name();
        return Counterpart.landlord(id.value(), name);
    }

    private void record(LetterId letter, KeptLetter found, String why) {
        log.record(
                LogEntry.of(Action.WRITE_LETTER)
                        .about(WritingCaseLetters.KIND, letter.value())
                        .because(why)
                        .touching(found.person()));
    }

    /// Now for today; noon for a day before.
    private Instant moment(LocalDate on) {
        return on.equals(today())
                ? clock.instant()
                : on.atTime(LocalTime.NOON).atZone(HouseClock.ZONE).toInstant();
    }

    private LocalDate today() {
        return HouseClock.today(clock);
    }
}
