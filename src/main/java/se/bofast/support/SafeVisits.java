package se.bofast.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Home visits one comes back from (product.md H): a note that expires, two where it says two, and
/// a colleague who wonders in time.
@Component
public class SafeVisits {

    /// The kind of {@link Subject} a visit is in the log.
    public static final String KIND = "visit";

    /// A note holds at most so many days; then somebody must look again.
    public static final int NOTE_DAYS = 183;

    /// The latest check-in after the visit began.
    public static final Duration LONGEST = Duration.ofHours(6);

    /// @param checkIn how long after the start one must be heard of
    public record Plan(
            EmployeeId who,
            @Nullable EmployeeId with,
            boolean withLandlord,
            Instant startAt,
            Duration checkIn,
            EmployeeId checkInTo) {}

    public sealed interface Planned {
        record Done(Visit.VisitId id) implements Planned {}

        record Refused(Reason reason) implements Planned {}
    }

    public enum Reason {
        /// A note says never alone.
        NEEDS_TWO,
        NO_CONSENT,
        NOBODY_TO_ASK,
        /// The colleague who waits must be somebody who stays behind.
        SOMEBODY_ELSE_MUST_WAIT,
        CHECK_IN_TOO_LATE
    }

    /// A visit for a day list, with the way to its matter.
    public record Row(Visit visit, @Nullable String number, @Nullable String href, String who) {}

    private final Visits visits;
    private final MatterBook matters;
    private final JointVisits jointVisits;
    private final Units units;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SafeVisits(
            Visits visits,
            MatterBook matters,
            JointVisits jointVisits,
            Units units,
            Access access,
            Log log,
            Clock clock) {
        this.visits = visits;
        this.matters = matters;
        this.jointVisits = jointVisits;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public Planned plan(Actor actor, Subject subject, Plan plan) {
        access.require(actor, Action.LOG_CONTACT, subject);
        var matter = matters.get(subject);
        var person = matter.person();
        var day = LocalDate.ofInstant(plan.startAt(), HouseClock.ZONE);
        if (plan.checkInTo().equals(plan.who()) || plan.checkInTo().equals(plan.with())) {
            return new Planned.Refused(Reason.SOMEBODY_ELSE_MUST_WAIT);
        }
        if (!plan.checkIn().isPositive() || plan.checkIn().compareTo(LONGEST) > 0) {
            return new Planned.Refused(Reason.CHECK_IN_TOO_LATE);
        }
        if (plan.with() == null
                && person != null
                && visits.notes(person, day).stream().anyMatch(VisitNote::twoPeople)) {
            return new Planned.Refused(Reason.NEEDS_TWO);
        }
        if (plan.withLandlord()) {
            var refused = jointVisits.refusal(matter, plan.startAt());
            if (refused.isPresent()) {
                return new Planned.Refused(
                        refused.get() == LoggingContact.Reason.NO_CONSENT
                                ? Reason.NO_CONSENT
                                : Reason.NOBODY_TO_ASK);
            }
        }
        var id = new Visit.VisitId(NewId.at(clock));
        visits.add(
                new Visit(
                        id,
                        subject,
                        person,
                        plan.who(),
                        plan.with(),
                        plan.withLandlord(),
                        plan.startAt(),
                        plan.startAt().plus(plan.checkIn()),
                        plan.checkInTo(),
                        null,
                        null));
        record(id.value(), person, "VISIT_PLANNED");
        return new Planned.Done(id);
    }

    /// Says that all is well after a visit. Whoever was on it, and the one who waits, may say so.
    ///
    /// @throws NotFound if there is no such visit within reach
    @Transactional
    public Subject checkIn(Actor actor, Visit.VisitId id) {
        var visit = visits.find(id).orElseThrow(NotFound::new);
        var own = List.of(Access.own(actor));
        if (!own.contains(visit.who().value()) && !own.contains(visit.checkInTo().value())) {
            access.require(actor, Action.LOG_CONTACT, visit.matter());
        }
        if (visits.checkIn(id)) {
            record(id.value(), visit.person(), "CHECKED_IN");
        }
        return visit.matter();
    }

    @Transactional
    public Subject cancel(Actor actor, Visit.VisitId id) {
        var visit = visits.find(id).orElseThrow(NotFound::new);
        access.require(actor, Action.LOG_CONTACT, visit.matter());
        if (visits.cancel(id)) {
            record(id.value(), visit.person(), "VISIT_CANCELLED");
        }
        return visit.matter();
    }

    /// Visits after which nobody has been heard of and whom this actor, or the one they cover for,
    /// waits for: an alarm for Min dag, the longest overdue first.
    @Transactional
    public List<Row> overdueCheckIns(Actor actor) {
        access.require(actor, Action.SEE_DAY);
        return rows(visits.overdue(Access.own(actor), clock.instant()));
    }

    /// The visits of the actor on a day, in order.
    @Transactional
    public List<Row> on(Actor actor, LocalDate day) {
        access.require(actor, Action.SEE_DAY);
        return rows(
                visits.between(
                        Access.own(actor),
                        day.atStartOfDay(HouseClock.ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant()));
    }

    private List<Row> rows(List<Visit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, Matters.Matter> known =
                matters.find(found.stream().map(visit -> visit.matter().id()).toList());
        var names = units.names(found.stream().map(Visit::who).toList());
        log.record(
                LogEntry.of(Action.SEE_DAY)
                        .because("VISITS")
                        .touching(
                                found.stream()
                                        .map(Visit::person)
                                        .filter(java.util.Objects::nonNull)
                                        .map(java.util.Objects::requireNonNull)
                                        .toList()));
        return found.stream()
                .map(visit -> {
                    var matter = known.get(visit.matter().id());
                    return new Row(
                            visit,
                            matter == null ? null : matter.number(),
                            matter == null ? null : matter.href(),
                            names.getOrDefault(visit.who(), ""));
                })
                .toList();
    }

    /// Writes what the next visitor must know: facts, not judgements. It is shown until the day and
    /// no longer.
    ///
    /// @param untilOn from today on, at most {@link #NOTE_DAYS} days ahead
    /// @throws IllegalArgumentException if the day is outside
    /// @throws NotFound if the matter names no person
    @Transactional
    public VisitNote.VisitNoteId note(
            Actor actor, Subject subject, String note, boolean twoPeople, LocalDate untilOn) {
        access.require(actor, Action.LOG_CONTACT, subject);
        var today = HouseClock.today(clock);
        if (untilOn.isBefore(today) || untilOn.isAfter(today.plusDays(NOTE_DAYS))) {
            throw new IllegalArgumentException("a note ends within " + NOTE_DAYS + " days");
        }
        var person = person(subject);
        var id = new VisitNote.VisitNoteId(NewId.at(clock));
        visits.note(new VisitNote(id, person, note.strip(), twoPeople, untilOn));
        record(id.value(), person, "VISIT_NOTE");
        return id;
    }

    /// Ends a note before its day. It stays on record.
    @Transactional
    public void endNote(Actor actor, Subject subject, VisitNote.VisitNoteId id) {
        access.require(actor, Action.LOG_CONTACT, subject);
        var person = person(subject);
        if (visits.endNote(person, id)) {
            record(id.value(), person, "VISIT_NOTE_ENDED");
        }
    }

    private PersonId person(Subject subject) {
        var person = matters.get(subject).person();
        if (person == null) {
            throw new NotFound();
        }
        return person;
    }

    private void record(UUID id, @Nullable PersonId person, String what) {
        log.record(LogEntry.of(Action.LOG_CONTACT).about(KIND, id).because(what).touching(person));
    }
}
