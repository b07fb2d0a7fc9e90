package se.bofast.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.letter.LetterCode;

/// Gives times to people (A3): proposed in a letter or agreed on the phone, and afterwards whether
/// they came.
@Component
public class Appointments {

    /// The kind of {@link Subject} an appointment is.
    public static final String KIND = "appointment";

    /// Whom to propose a time to.
    public record Invited(Subject matter, PersonId person) {}

    /// What came of proposing a time.
    public sealed interface Proposal {

        /// @param code as it stands on the letter; it is kept nowhere, so write the letter now
        record Proposed(Appointment.AppointmentId id, Slot slot, String code) implements Proposal {

            /// Without the code, so that it cannot land in a log by accident.
            @Override
            public String toString() {
                return "Proposed[" + id.value() + "]";
            }
        }

        record Refused(Reason reason) implements Proposal {}
    }

    public enum Reason {
        /// A protected identity gets no letter and no code by routine (product.md H).
        PROTECTED,
        /// Somebody else took it, or it is past.
        SLOT_TAKEN,
        NO_FREE_SLOT,
        /// The person has confirmed a time in this matter that is still to come.
        ALREADY_BOOKED,
        NO_SUCH_PERSON
    }

    /// What came of saying how it went.
    public enum Marking {
        DONE,
        /// The time has not begun.
        NOT_YET,
        /// It was called off, declined or marked already.
        NOT_OPEN
    }

    private final Slots slots;
    private final AppointmentBook book;
    private final Invitees invitees;
    private final Codes codes;
    private final Access access;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(
            Slots slots,
            AppointmentBook book,
            Invitees invitees,
            Codes codes,
            Access access,
            Log log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.slots = slots;
        this.book = book;
        this.invitees = invitees;
        this.codes = codes;
        this.access = access;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// The next free times of the actor's units, without interpreter, in order.
    ///
    /// @param from the first day
    @Transactional(readOnly = true)
    public List<Slot> nextFreeSlots(Actor actor, int count, LocalDate from) {
        access.require(actor, Action.SEE_APPOINTMENTS);
        return slots.nextFree(Access.units(actor), start(from), null, count);
    }

    /// The same for one person: with the interpreter they need, or with none.
    @Transactional(readOnly = true)
    public List<Slot> nextFreeSlots(Actor actor, PersonId person, int count, LocalDate from) {
        access.require(actor, Action.SEE_APPOINTMENTS);
        var invited = invitees.of(List.of(person)).get(person);
        return slots.nextFree(
                Access.units(actor),
                start(from),
                invited == null ? null : invited.interpreterLanguage(),
                count);
    }

    /// Proposes one time in a letter. A time proposed before and not confirmed is called off, and
    /// its code dies.
    @Transactional
    public Proposal propose(Actor actor, Subject matter, PersonId person, Slot.SlotId slot) {
        access.require(actor, Action.WRITE_LETTER, matter);
        return one(actor, matter, person, slot, Appointment.State.PROPOSED);
    }

    /// Books a time the person has agreed to, on the phone or at the desk.
    @Transactional
    public Proposal book(Actor actor, Subject matter, PersonId person, Slot.SlotId slot) {
        access.require(actor, Action.LOG_CONTACT, matter);
        return one(actor, matter, person, slot, Appointment.State.CONFIRMED);
    }

    private Proposal one(
            Actor actor,
            Subject matter,
            PersonId person,
            Slot.SlotId slot,
            Appointment.State state) {
        var free = slots.lockFree(slot, clock.instant());
        if (free.isEmpty()) {
            return new Proposal.Refused(Reason.SLOT_TAKEN);
        }
        var proposal =
                give(
                                actor,
                                List.of(new Invited(matter, person)),
                                state,
                                (language, count) -> List.of(free.get()))
                        .getFirst();
        if (proposal instanceof Proposal.Proposed done) {
            events.publishEvent(
                    new AppointmentChanged(matter, done.id(), state, false, clock.instant()));
        }
        return proposal;
    }

    /// Proposes the next free times of the actor's units in a print run, one each, in the order of
    /// the list. Two runs at once never get the same time. Who needs an interpreter gets a time
    /// with one in their language where there is any, else an ordinary one (see {@link
    /// Appointment#needsInterpreterBooked}).
    ///
    /// No event is published; the caller tells of its run. The caller has chosen matters within the
    /// actor's reach.
    ///
    /// @param from the first day
    /// @return in the order of the list
    @Transactional
    public List<Proposal> proposeMany(Actor actor, List<Invited> invited, LocalDate from) {
        access.require(actor, Action.PRINT_LETTERS);
        var units = Access.units(actor);
        var earliest = start(from);
        return give(
                actor,
                invited,
                Appointment.State.PROPOSED,
                (language, count) -> slots.lockNextFree(units, earliest, language, count));
    }

    /// Locks free slots.
    private interface Supply {
        List<Slot> of(@Nullable String language, int count);
    }

    private List<Proposal> give(
            Actor actor, List<Invited> invited, Appointment.State state, Supply supply) {
        var known = invitees.of(invited.stream().map(Invited::person).toList());
        var proposals = new LinkedHashMap<Integer, Proposal>();
        var earlier = new HashMap<UUID, List<Appointment>>();
        book.lockLive(invited.stream().map(i -> i.matter().id()).toList())
                .forEach(a ->
                        earlier.computeIfAbsent(a.matter().id(), m -> new ArrayList<>()).add(a));
        var willing = new ArrayList<Integer>();
        for (var i = 0; i < invited.size(); i++) {
            var refusal = refusal(invited.get(i), known, earlier);
            if (refusal == null) {
                willing.add(i);
            } else {
                proposals.put(i, new Proposal.Refused(refusal));
            }
        }
        var given = shareOut(willing, invited, known, supply);
        write(actor, invited, given, known, earlier, state, proposals);
        var inOrder = new ArrayList<Proposal>();
        for (var i = 0; i < invited.size(); i++) {
            inOrder.add(proposals.getOrDefault(i, new Proposal.Refused(Reason.NO_FREE_SLOT)));
        }
        return inOrder;
    }

    private static @Nullable Reason refusal(
            Invited one,
            Map<PersonId, Invitees.Invitee> known,
            Map<UUID, List<Appointment>> earlier) {
        var invitee = known.get(one.person());
        if (invitee == null) {
            return Reason.NO_SUCH_PERSON;
        }
        if (invitee.isProtected()) {
            return Reason.PROTECTED;
        }
        var booked =
                earlier.getOrDefault(one.matter().id(), List.of()).stream()
                        .filter(a -> a.person().equals(one.person()))
                        .anyMatch(a ->
                                a.state() == Appointment.State.CONFIRMED
                                        || a.state() == Appointment.State.MOVED);
        return booked ? Reason.ALREADY_BOOKED : null;
    }

    /// First those who need an interpreter, then the others in order.
    private static Map<Integer, Slot> shareOut(
            List<Integer> willing,
            List<Invited> invited,
            Map<PersonId, Invitees.Invitee> known,
            Supply supply) {
        var byLanguage = new LinkedHashMap<String, List<Integer>>();
        for (var i : willing) {
            var language = known.get(invited.get(i).person());
            if (language != null && language.interpreterLanguage() != null) {
                byLanguage
                        .computeIfAbsent(language.interpreterLanguage(), l -> new ArrayList<>())
                        .add(i);
            }
        }
        var given = new HashMap<Integer, Slot>();
        var used = new HashSet<Slot.SlotId>();
        byLanguage.forEach(
                (language, who) -> pair(who, supply.of(language, who.size()), given, used));
        var rest = willing.stream().filter(i -> !given.containsKey(i)).toList();
        if (!rest.isEmpty()) {
            pair(rest, supply.of(null, rest.size()), given, used);
        }
        return given;
    }

    private static void pair(
            List<Integer> who,
            List<Slot> free,
            Map<Integer, Slot> given,
            HashSet<Slot.SlotId> used) {
        for (var i = 0; i < Math.min(who.size(), free.size()); i++) {
            if (used.add(free.get(i).id())) {
                given.put(who.get(i), free.get(i));
            }
        }
    }

    private void write(
            Actor actor,
            List<Invited> invited,
            Map<Integer, Slot> given,
            Map<PersonId, Invitees.Invitee> known,
            Map<UUID, List<Appointment>> earlier,
            Appointment.State state,
            Map<Integer, Proposal> proposals) {
        if (given.isEmpty()) {
            return;
        }
        var key = codes.key();
        var rows = new ArrayList<AppointmentBook.NewAppointment>();
        var replaced = new ArrayList<Appointment>();
        given.forEach((i, slot) -> {
            var one = invited.get(i);
            var code = LetterCode.random();
            var id = new Appointment.AppointmentId(NewId.at(clock));
            var invitee = known.get(one.person());
            rows.add(
                    new AppointmentBook.NewAppointment(
                            id,
                            one.matter(),
                            one.person(),
                            slot,
                            state,
                            invitee == null ? null : invitee.interpreterLanguage(),
                            code.hash(key)));
            earlier.getOrDefault(one.matter().id(), List.of()).stream()
                    .filter(a -> a.person().equals(one.person()))
                    .forEach(replaced::add);
            proposals.put(i, new Proposal.Proposed(id, slot, code.written()));
        });
        book.replace(replaced);
        slots.free(replaced.stream().map(Appointment::id).toList());
        book.add(rows);
        slots.take(
                rows.stream().map(row -> row.slot().id()).toList(),
                rows.stream().map(AppointmentBook.NewAppointment::id).toList());
        log.record(
                LogEntry.of(
                                state == Appointment.State.PROPOSED
                                        ? Action.WRITE_LETTER
                                        : Action.LOG_CONTACT)
                        .about(KIND, rows.getFirst().id().value())
                        .because(state.name())
                        .touching(
                                rows.stream()
                                        .map(AppointmentBook.NewAppointment::person)
                                        .toList()));
    }

    /// Says whether the person came. {@link #undo} takes it back.
    ///
    /// @throws NotFound if there is no such appointment within reach
    @Transactional
    public Marking mark(Actor actor, Appointment.AppointmentId id, boolean came) {
        var appointment = required(actor, id);
        if (!appointment.state().isOpen()) {
            return Marking.NOT_OPEN;
        }
        if (appointment.slot().startAt().isAfter(clock.instant())) {
            return Marking.NOT_YET;
        }
        set(appointment, came ? Appointment.State.CAME : Appointment.State.DID_NOT_COME, false);
        return Marking.DONE;
    }

    /// Takes back "came" or "did not come": it stands as it did before.
    @Transactional
    public Marking undo(Actor actor, Appointment.AppointmentId id) {
        var appointment = required(actor, id);
        if (appointment.state() != Appointment.State.CAME
                && appointment.state() != Appointment.State.DID_NOT_COME) {
            return Marking.NOT_OPEN;
        }
        var before =
                book.events(id).stream()
                        .map(Appointment.Event::state)
                        .filter(Appointment.State::isOpen)
                        .reduce((first, last) -> last)
                        .orElse(Appointment.State.PROPOSED);
        set(appointment, before, true);
        return Marking.DONE;
    }

    /// Calls the time off; it is free for somebody else and the code is dead.
    @Transactional
    public Marking cancel(Actor actor, Appointment.AppointmentId id) {
        var appointment = required(actor, id);
        if (!appointment.state().isOpen()) {
            return Marking.NOT_OPEN;
        }
        slots.free(List.of(id));
        set(appointment, Appointment.State.CANCELLED, false);
        return Marking.DONE;
    }

    /// Calls off times whose letter never goes out, where nobody has answered. The caller has
    /// required the action and logs.
    @Transactional(propagation = Propagation.MANDATORY)
    public void letterStopped(Collection<Appointment.AppointmentId> ids) {
        var proposed = book.lockProposed(ids);
        book.replace(proposed);
        slots.free(proposed.stream().map(Appointment::id).toList());
    }

    private Appointment required(Actor actor, Appointment.AppointmentId id) {
        var appointment = book.lock(id).orElseThrow(NotFound::new);
        access.require(actor, Action.LOG_CONTACT, appointment.matter());
        return appointment;
    }

    private void set(Appointment appointment, Appointment.State state, boolean undo) {
        book.set(appointment, state, appointment.slot(), false, undo);
        log.record(
                LogEntry.of(Action.LOG_CONTACT)
                        .about(KIND, appointment.id().value())
                        .because(undo ? "UNDO" : state.name())
                        .touching(appointment.person()));
        events.publishEvent(
                new AppointmentChanged(
                        appointment.matter(), appointment.id(), state, false, clock.instant()));
    }

    private Instant start(LocalDate from) {
        var start = from.atStartOfDay(HouseClock.ZONE).toInstant();
        var now = clock.instant();
        return start.isBefore(now) ? now : start;
    }
}
