package se.bofast.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.access.Pace;
import se.bofast.access.Paces;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// The one who got the letter answers it with the code (A3; guard rails in product.md H). The one
/// use case without an employee: whoever has the paper has the appointment, and nothing more.
@Component
public class AnsweringByCode {

    private static final int OTHERS = 12;

    /// A time to choose instead.
    public record Free(Slot.SlotId id, Instant startAt, Instant endAt, String place) {}

    /// What the door says.
    public sealed interface Answer {

        /// @param whose "kommunen", never the board's name
        /// @param state how it stands now; {@link Appointment.State#DECLINED} can still be changed
        /// @param done what was asked for is so; false also when only looking
        record Shown(
                Appointment.State state,
                boolean done,
                Instant startAt,
                Instant endAt,
                String place,
                String whose,
                List<Free> others)
                implements Answer {
            public Shown {
                others = List.copyOf(others);
            }
        }

        /// No such code, or its time is over: both look alike.
        record NotValid() implements Answer {}

        /// Too many tries from this address within the hour.
        record TooMany(Duration pause) implements Answer {}
    }

    /// What the person does.
    public sealed interface Reply {
        record Look() implements Reply {}

        record Confirm() implements Reply {}

        record Decline() implements Reply {}

        record Move(Slot.SlotId to) implements Reply {}
    }

    private final Codes codes;
    private final Paces paces;
    private final Slots slots;
    private final AppointmentBook book;
    private final TransactionTemplate transaction;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Clock clock;

    AnsweringByCode(
            Codes codes,
            Paces paces,
            Slots slots,
            AppointmentBook book,
            TransactionTemplate transaction,
            Log log,
            ApplicationEventPublisher events,
            JdbcClient db,
            Clock clock) {
        this.codes = codes;
        this.paces = paces;
        this.slots = slots;
        this.book = book;
        this.transaction = transaction;
        this.log = log;
        this.events = events;
        this.db = db;
        this.clock = clock;
    }

    /// @param typed the code as typed
    /// @param address where the request comes from, for counting only
    public Answer answer(String typed, String address, Reply reply) {
        var wait = paces.wait(Pace.CODE, Paces.Whom.address(address));
        if (wait.isPresent()) {
            return new Answer.TooMany(wait.get());
        }
        var found = codes.find(typed);
        if (found.isEmpty()) {
            return new Answer.NotValid();
        }
        // Behind the wall of the board that gave the code, and of no other.
        var answer =
                found.get()
                        .reach()
                        .within(() -> transaction.execute(s -> within(found.get().hash(), reply)));
        return answer == null ? new Answer.NotValid() : answer;
    }

    private Answer within(String hash, Reply reply) {
        var appointment = book.lock(hash).filter(AnsweringByCode::isAnswerable);
        if (appointment.isEmpty()) {
            return new Answer.NotValid();
        }
        var before = appointment.get();
        log.record(
                LogEntry.of(Action.ANSWER_BY_CODE)
                        .about(Appointments.KIND, before.id().value())
                        .because(
                                reply.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT))
                        .touching(before.person()));
        return switch (reply) {
            case Reply.Look look -> shown(before, false);
            case Reply.Confirm confirm -> confirm(before);
            case Reply.Decline decline -> decline(before);
            case Reply.Move move -> move(before, move.to());
        };
    }

    private static boolean isAnswerable(Appointment appointment) {
        return appointment.state().isOpen() || appointment.state() == Appointment.State.DECLINED;
    }

    private Answer confirm(Appointment before) {
        return switch (before.state()) {
            case PROPOSED -> become(before, Appointment.State.CONFIRMED, before.slot());
            // The time was given back when it was declined; it is taken again if nobody has it.
            case DECLINED ->
                    slots.lockFree(before.slot().id(), clock.instant())
                            .map(slot -> become(before, Appointment.State.CONFIRMED, slot))
                            .orElseGet(() -> shown(before, false));
            case CONFIRMED, MOVED, CAME, DID_NOT_COME, CANCELLED -> shown(before, true);
        };
    }

    private Answer decline(Appointment before) {
        if (before.state() == Appointment.State.DECLINED) {
            return shown(before, true);
        }
        slots.free(List.of(before.id()));
        return become(before, Appointment.State.DECLINED, before.slot());
    }

    private Answer move(Appointment before, Slot.SlotId to) {
        if (before.slot().id().equals(to)) {
            return confirm(before);
        }
        var offered =
                others(before).stream().anyMatch(slot -> slot.id().equals(to))
                        ? slots.lockFree(to, clock.instant())
                        : Optional.<Slot>empty();
        if (offered.isEmpty()) {
            return shown(before, false);
        }
        slots.free(List.of(before.id()));
        return become(before, Appointment.State.MOVED, offered.get());
    }

    private Answer become(Appointment before, Appointment.State state, Slot slot) {
        book.set(before, state, slot, true, false);
        if (state != Appointment.State.DECLINED) {
            slots.take(List.of(slot.id()), List.of(before.id()));
        }
        events.publishEvent(
                new AppointmentChanged(before.matter(), before.id(), state, true, clock.instant()));
        return shown(
                new Appointment(
                        before.id(),
                        before.matter(),
                        before.person(),
                        state,
                        slot,
                        before.interpreterLanguage()),
                true);
    }

    private Answer shown(Appointment appointment, boolean done) {
        return new Answer.Shown(
                appointment.state(),
                done,
                appointment.slot().startAt(),
                appointment.slot().endAt(),
                appointment.slot().place(),
                whose(),
                others(appointment).stream()
                        .map(s -> new Free(s.id(), s.startAt(), s.endAt(), s.place()))
                        .toList());
    }

    /// Other free times of the same unit, with the interpreter the person needs or with none.
    private List<Slot> others(Appointment appointment) {
        return slots
                .nextFree(
                        new UUID[] {appointment.slot().unit().value()},
                        clock.instant(),
                        appointment.interpreterLanguage(),
                        OTHERS)
                .stream()
                .filter(slot ->
                        // Declined, the own time is free again: one may think better of it.
                        appointment.state() == Appointment.State.DECLINED
                                || !slot.id().equals(appointment.slot().id()))
                .toList();
    }

    private String whose() {
        return db.sql(
                        """
                        select neutral_name from access.v_neutral_name
                        where board_id = framework.board_id()
                        """)
                .query(String.class)
                .single();
    }
}
