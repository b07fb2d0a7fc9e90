package se.bofast.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.LetterCode;
import se.bofast.letter.Pressed;
import se.bofast.letter.StoredFiles;
import se.bofast.letter.WritingLetters;
import se.bofast.prevention.LetterDrafts.Draft;
import se.bofast.prevention.LetterDrafts.Drafted;
import se.bofast.prevention.LetterRefusal.LetterHindrance;
import se.bofast.support.Appointment;
import se.bofast.support.Appointments;
import se.bofast.support.Slot;

/// Writes one letter of a case: shows it first, then makes it, once.
@Component
public class WritingCaseLetters {

    /// The kind of {@link se.bofast.access.Subject} a letter is in the log.
    public static final String KIND = "letter";

    /// A letter needs so many days to arrive before the time it proposes.
    public static final int DAYS_BY_POST = 4;

    private static final int CHOICES = 40;

    private final LetterDrafts drafts;
    private final KeptLetters kept;
    private final StoredFiles files;
    private final CaseLetterLinks links;
    private final Appointments appointments;
    private final ObjectProvider<WritingLetters> letters;
    private final Access access;
    private final Log log;
    private final Clock clock;

    WritingCaseLetters(
            LetterDrafts drafts,
            KeptLetters kept,
            StoredFiles files,
            CaseLetterLinks links,
            Appointments appointments,
            ObjectProvider<WritingLetters> letters,
            Access access,
            Log log,
            Clock clock) {
        this.drafts = drafts;
        this.kept = kept;
        this.files = files;
        this.links = links;
        this.appointments = appointments;
        this.letters = letters;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Times the person can be proposed, the letter's days on the way taken off.
    @Transactional(readOnly = true)
    public List<Slot> times(Actor actor, CaseId id) {
        access.require(actor, Action.WRITE_LETTER, id.subject());
        var person = drafts.known(id).person();
        return person == null ? List.of() : free(actor, person);
    }

    private List<Slot> free(Actor actor, PersonId person) {
        return appointments.nextFreeSlots(
                actor, person, CHOICES, HouseClock.today(clock).plusDays(DAYS_BY_POST));
    }

    /// The letter as it would be, with a sample where the code will stand; on record.
    @Transactional
    public Writing show(Actor actor, CaseId id, LetterWish wish) {
        require(actor, id, wish);
        return switch (draft(actor, id, wish)) {
            case Drafted.Refused refused -> new Writing.Refused(refused.why());
            case Drafted.Ready ready -> {
                record(id, ready.drafts().getFirst(), "SHOWN");
                yield new Writing.Shown(
                        ready.drafts().stream()
                                .map(draft ->
                                        new Writing.Sheet(
                                                letters.getObject().use(draft.letter()),
                                                letters.getObject().preview(draft.letter())))
                                .toList());
            }
        };
    }

    /// Makes the letter: takes the time, presses the file, keeps both. In one transaction, since
    /// the code stands on the paper alone.
    @Transactional
    public Writing make(Actor actor, CaseId id, LetterWish wish) {
        require(actor, id, wish);
        var drafted = draft(actor, id, wish);
        if (drafted instanceof Drafted.Refused refused) {
            return new Writing.Refused(refused.why());
        }
        var slot = slot(wish);
        if (slot.isEmpty()) {
            return made(id, ((Drafted.Ready) drafted).drafts(), null);
        }
        var known = drafts.known(id);
        var person = known.person();
        if (person == null) {
            return refused(LetterHindrance.UNKNOWN_PERSON);
        }
        return switch (appointments.propose(actor, id.subject(), person, slot.get())) {
            case Appointments.Proposal.Refused refused -> refused(reason(refused.reason()));
            case Appointments.Proposal.Proposed proposed -> {
                var real =
                        drafts.withTime(
                                wish,
                                known,
                                proposed.slot(),
                                LetterCode.read(proposed.code()).orElseThrow());
                if (real instanceof Drafted.Ready ready) {
                    yield made(id, ready.drafts(), proposed.id());
                }
                throw new IllegalStateException("a letter that could be shown could not be made");
            }
        };
    }

    private Drafted draft(Actor actor, CaseId id, LetterWish wish) {
        return switch (wish) {
            case LetterWish.Invite invite -> timed(actor, id, wish, invite.slot());
            case LetterWish.Remind remind -> timed(actor, id, wish, remind.slot());
            case LetterWish.Receipt receipt -> drafts.receipt(actor, id, receipt);
            case LetterWish.Confirm confirm -> drafts.confirmation(actor, id, confirm);
            case LetterWish.Undertake undertake -> drafts.undertaking(id, undertake);
        };
    }

    private Drafted timed(Actor actor, CaseId id, LetterWish wish, Slot.SlotId slot) {
        var known = drafts.known(id);
        var person = known.person();
        var stop = known.stop();
        if (stop != null || person == null) {
            return new Drafted.Refused(
                    stop == null
                            ? LetterRefusal.of(LetterHindrance.UNKNOWN_PERSON)
                            : LetterRefusal.of(stop));
        }
        if (known.booked()) {
            return new Drafted.Refused(LetterRefusal.of(LetterHindrance.ALREADY_BOOKED));
        }
        return free(actor, person).stream()
                .filter(free -> free.id().equals(slot))
                .findFirst()
                .map(free -> drafts.withTime(wish, known, free, LetterCode.sample()))
                .orElseGet(() -> new Drafted.Refused(LetterRefusal.of(LetterHindrance.SLOT_TAKEN)));
    }

    private Writing made(
            CaseId id,
            List<Draft> ready,
            Appointment.@org.jspecify.annotations.Nullable AppointmentId appointment) {
        var made = new ArrayList<LetterId>();
        for (var draft : ready) {
            var file =
                    switch (letters.getObject().press(draft.letter())) {
                        case Pressed.Printed printed -> files.keep(printed.file());
                        case Pressed.Stopped stopped ->
                                throw new IllegalStateException(
                                        "stopped by " + stopped.character().written());
                    };
            var letter = kept.made(draft.kept(), letters.getObject().use(draft.letter()), file);
            links.add(letter, id, appointment, draft.signal(), draft.decision());
            log.record(
                    LogEntry.of(action(draft))
                            .about(KIND, letter.value())
                            .because("MADE_" + draft.kept().template().name())
                            .touching(draft.kept().person()));
            made.add(letter);
        }
        return new Writing.Made(made);
    }

    private static Action action(Draft draft) {
        return switch (draft.kept().receiver()) {
            case LANDLORD -> Action.TELL_LANDLORD;
            case PERSON, ENFORCEMENT -> Action.WRITE_LETTER;
        };
    }

    private void record(CaseId id, Draft draft, String what) {
        log.record(
                LogEntry.of(action(draft))
                        .about(CaseId.KIND, id.value())
                        .because(what + "_" + draft.kept().template().name())
                        .touching(draft.kept().person()));
    }

    private void require(Actor actor, CaseId id, LetterWish wish) {
        access.require(
                actor,
                switch (wish) {
                    case LetterWish.Invite i -> Action.WRITE_LETTER;
                    case LetterWish.Remind r -> Action.WRITE_LETTER;
                    case LetterWish.Confirm c -> Action.WRITE_LETTER;
                    case LetterWish.Receipt r -> Action.TELL_LANDLORD;
                    case LetterWish.Undertake u -> Action.GRANT_UNDERTAKING;
                },
                id.subject());
    }

    private static Optional<Slot.SlotId> slot(LetterWish wish) {
        return switch (wish) {
            case LetterWish.Invite invite -> Optional.of(invite.slot());
            case LetterWish.Remind remind -> Optional.of(remind.slot());
            case LetterWish.Receipt r -> Optional.empty();
            case LetterWish.Confirm c -> Optional.empty();
            case LetterWish.Undertake u -> Optional.empty();
        };
    }

    private static LetterHindrance reason(Appointments.Reason reason) {
        return switch (reason) {
            case PROTECTED -> LetterHindrance.PROTECTED;
            case SLOT_TAKEN -> LetterHindrance.SLOT_TAKEN;
            case NO_FREE_SLOT -> LetterHindrance.NO_FREE_SLOT;
            case ALREADY_BOOKED -> LetterHindrance.ALREADY_BOOKED;
            case NO_SUCH_PERSON -> LetterHindrance.UNKNOWN_PERSON;
        };
    }

    private static Writing refused(LetterHindrance reason) {
        return new Writing.Refused(LetterRefusal.of(reason));
    }

    /// The first day a new letter can propose.
    public LocalDate earliest() {
        return HouseClock.today(clock).plusDays(DAYS_BY_POST);
    }
}
