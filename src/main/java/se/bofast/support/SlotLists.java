package se.bofast.support;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// The times of a week, one's own or the unit's, and who has them.
@Component
public class SlotLists {

    /// @param begun the time has begun, so one may say whether the person came
    public record Row(
            Slot slot,
            LocalDate on,
            String adviser,
            @Nullable Appointment appointment,
            @Nullable PersonName person,
            Matters.@Nullable Matter matter,
            boolean begun,
            boolean mayWithdraw) {}

    /// @param monday the first day of the week
    public record Week(LocalDate monday, List<Row> rows, boolean mine, boolean mayMake) {

        public int free() {
            return (int) rows.stream().filter(row -> row.slot().isFree()).count();
        }

        public int booked() {
            return rows.size() - free();
        }

        /// Times that are over and where nobody has said whether the person came.
        public int unmarked() {
            return (int)
                    rows.stream()
                            .filter(row ->
                                    row.begun()
                                            && row.appointment() != null
                                            && row.appointment().state().isOpen())
                            .count();
        }

        public List<LocalDate> days() {
            return rows.stream().map(Row::on).distinct().toList();
        }

        public List<Row> on(LocalDate day) {
            return rows.stream().filter(row -> row.on().equals(day)).toList();
        }
    }

    private final Slots slots;
    private final AppointmentBook book;
    private final MatterBook matters;
    private final People people;
    private final Units units;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SlotLists(
            Slots slots,
            AppointmentBook book,
            MatterBook matters,
            People people,
            Units units,
            Access access,
            Log log,
            Clock clock) {
        this.slots = slots;
        this.book = book;
        this.matters = matters;
        this.people = people;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// The week of the day.
    ///
    /// @param mine false: all one may see
    @Transactional
    public Week week(Actor actor, LocalDate day, boolean mine) {
        var scope = access.require(actor, Action.SEE_APPOINTMENTS);
        var making =
                access.allows(actor, Action.MANAGE_SLOTS)
                        ? access.require(actor, Action.MANAGE_SLOTS)
                        : Scope.NONE;
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var narrow = mine || scope == Scope.OWN;
        var rows =
                rows(
                        actor,
                        slots.between(
                                monday.atStartOfDay(HouseClock.ZONE).toInstant(),
                                monday.plusWeeks(1).atStartOfDay(HouseClock.ZONE).toInstant(),
                                scope == Scope.BOARD && !narrow ? null : Access.own(actor),
                                narrow || scope == Scope.BOARD ? null : Access.units(actor)),
                        making);
        return new Week(monday, rows, narrow, making != Scope.NONE);
    }

    /// One's own booked times of a day, and those of whom one covers for, in order.
    @Transactional
    public List<Row> bookedOn(Actor actor, LocalDate day) {
        access.require(actor, Action.SEE_APPOINTMENTS);
        return rows(
                        actor,
                        slots
                                .between(
                                        day.atStartOfDay(HouseClock.ZONE).toInstant(),
                                        day.plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant(),
                                        Access.own(actor),
                                        null)
                                .stream()
                                .filter(slot -> !slot.isFree())
                                .toList(),
                        Scope.NONE)
                .stream()
                .filter(row -> row.appointment() != null && row.appointment().state().isOpen())
                .toList();
    }

    private List<Row> rows(Actor actor, List<Slot> found, Scope making) {
        if (found.isEmpty()) {
            return List.of();
        }
        var appointments = appointments(found);
        var known = matters.find(appointments.values().stream().map(a -> a.matter().id()).toList());
        var persons = appointments.values().stream().map(Appointment::person).toList();
        var names = people.names(persons);
        var advisers = units.names(found.stream().map(Slot::adviser).toList());
        var now = clock.instant();
        log.record(LogEntry.of(Action.SEE_APPOINTMENTS).touching(persons));
        return found.stream()
                .map(slot -> {
                    var appointment =
                            slot.appointment() == null
                                    ? null
                                    : appointments.get(slot.appointment().value());
                    return new Row(
                            slot,
                            SupportSection.day(slot.startAt()),
                            advisers.getOrDefault(slot.adviser(), ""),
                            appointment,
                            appointment == null ? null : names.get(appointment.person()),
                            appointment == null ? null : known.get(appointment.matter().id()),
                            !slot.startAt().isAfter(now),
                            slot.isFree() && MakingSlots.reaches(actor, making, slot));
                })
                .toList();
    }

    private Map<UUID, Appointment> appointments(List<Slot> found) {
        var ids =
                found.stream()
                        .map(Slot::appointment)
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .toList();
        var appointments = new HashMap<UUID, Appointment>();
        if (!ids.isEmpty()) {
            book.of(ids).forEach(a -> appointments.put(a.id().value(), a));
        }
        return appointments;
    }
}
