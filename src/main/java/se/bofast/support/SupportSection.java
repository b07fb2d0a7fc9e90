package se.bofast.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.bofast.page.Section;
import se.bofast.person.People;

/// The card of a matter's page: how far one has come in reaching the person, contacts, visits and
/// times.
@Component
public class SupportSection {

    /// @param names of everyone who wrote, visits or waits
    public record View(
            Matters.Matter matter,
            List<VisitNote> notes,
            List<AttemptPlan.Tried> tried,
            AttemptPlan.Next next,
            List<Contact> contacts,
            List<Visit> visits,
            List<Appointment> appointments,
            Map<Appointment.AppointmentId, List<Appointment.Event>> events,
            Map<EmployeeId, String> names,
            boolean isProtected,
            boolean mayLog,
            Instant now) {

        public List<Visit> openVisits() {
            return visits.stream().filter(Visit::isOpen).toList();
        }

        public String name(EmployeeId who) {
            return names.getOrDefault(who, "");
        }
    }

    private final MatterBook matters;
    private final Contacts contacts;
    private final Visits visits;
    private final AppointmentBook appointments;
    private final People people;
    private final Units units;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SupportSection(
            MatterBook matters,
            Contacts contacts,
            Visits visits,
            AppointmentBook appointments,
            People people,
            Units units,
            Access access,
            Log log,
            Clock clock) {
        this.matters = matters;
        this.contacts = contacts;
        this.visits = visits;
        this.appointments = appointments;
        this.people = people;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// For the page of the matter, within the reach of the actor. Requires and logs SEE_CASE.
    @Transactional
    public Section section(Actor actor, Subject subject) {
        return new Section("support/web/section", Map.of("view", view(actor, subject)));
    }

    @Transactional
    public View view(Actor actor, Subject subject) {
        access.require(actor, Action.SEE_CASE, subject);
        var matter = matters.get(subject);
        var person = matter.person();
        var today = HouseClock.today(clock);
        var written = contacts.of(subject);
        var planned = visits.of(subject);
        var times = appointments.of(subject);
        var events =
                times.stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Appointment::id, a -> appointments.events(a.id())));
        var card = person == null ? null : people.find(person).orElse(null);
        var isProtected = card != null && card.isProtected();
        var plan = plan(isProtected, card != null && hasOwnNumber(card));
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .about(subject.kind(), subject.id())
                        .because("CONTACTS")
                        .touching(person));
        return new View(
                matter,
                person == null ? List.of() : visits.notes(person, today),
                plan.tried(written),
                plan.next(written, matter.beganOn()),
                written,
                planned,
                times,
                events,
                units.names(everyone(written, planned, times)),
                isProtected,
                access.allows(actor, Action.LOG_CONTACT),
                clock.instant());
    }

    private static AttemptPlan plan(boolean isProtected, boolean ownNumber) {
        if (isProtected) {
            return AttemptPlan.SUGGESTED.forProtected();
        }
        return ownNumber ? AttemptPlan.SUGGESTED : AttemptPlan.SUGGESTED.withoutSms();
    }

    /// An SMS goes only to a number the person gave (product.md H).
    private static boolean hasOwnNumber(se.bofast.person.PersonCard card) {
        return card.ways().stream()
                .anyMatch(way ->
                        way.givenByPerson()
                                && way.kind() == se.bofast.person.ContactWay.WayKind.PHONE);
    }

    private static List<EmployeeId> everyone(
            List<Contact> contacts, List<Visit> visits, List<Appointment> appointments) {
        var who = new ArrayList<EmployeeId>();
        contacts.forEach(c -> add(who, c.recordedBy()));
        visits.forEach(v -> {
            add(who, v.who());
            add(who, v.with());
            add(who, v.checkInTo());
        });
        appointments.forEach(a -> add(who, a.slot().adviser()));
        return who;
    }

    private static void add(
            List<EmployeeId> who, @org.jspecify.annotations.Nullable EmployeeId one) {
        if (one != null) {
            who.add(one);
        }
    }

    /// The day of a moment, in Swedish time, for the template.
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, HouseClock.ZONE);
    }
}
