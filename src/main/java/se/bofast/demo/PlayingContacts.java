package se.bofast.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.support.Contact;
import se.bofast.support.Contact.Advice;
import se.bofast.support.Contact.By;
import se.bofast.support.Contact.Outcome;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;
import se.bofast.support.SafeVisits;
import se.bofast.support.Visit;

/// Attempts to reach people, conversations, home visits.
@Component
class PlayingContacts {

    private final LoggingContact contacts;
    private final SafeVisits visits;
    private final DemoCases cases;
    private final Clock clock;

    PlayingContacts(LoggingContact contacts, SafeVisits visits, DemoCases cases, Clock clock) {
        this.contacts = contacts;
        this.visits = visits;
        this.cases = cases;
        this.clock = clock;
    }

    private void log(
            Actor actor,
            Threat threat,
            Contact.With with,
            By by,
            Outcome outcome,
            @Nullable String note,
            Set<Advice> advice) {
        contacts.log(
                actor,
                cases.of(threat).subject(),
                new NewContact(
                        with, by, outcome, false, clock.instant(), note, advice, null, null));
    }

    /// @param turn which attempt it is, from 0
    /// @param hidden a protected person gets neither letter nor text message by routine
    void attempt(Actor actor, Threat threat, int turn, boolean hidden) {
        var dice = threat.dice(100, "attempt" + turn);
        var by =
                turn == 0
                        ? dice < 50 || hidden ? By.PHONE : dice < 80 ? By.LETTER : By.SMS
                        : dice < 45 || hidden
                                ? By.PHONE
                                : dice < 60 ? By.SMS : dice < 70 ? By.EMAIL : By.HOME_VISIT;
        if (by == By.SMS && threat.person().phone() == null
                || by == By.EMAIL && threat.person().email() == null) {
            by = By.PHONE;
        }
        var outcome =
                switch (by) {
                    case LETTER ->
                            threat.dice(100, "returned") < 6 ? Outcome.RETURNED : Outcome.SENT;
                    case SMS, EMAIL -> Outcome.SENT;
                    case PHONE ->
                            threat.dice(100, "voice" + turn) < 30
                                    ? Outcome.LEFT_MESSAGE
                                    : Outcome.NO_ANSWER;
                    case HOME_VISIT, OFFICE, DIGITAL_MEETING -> Outcome.NO_ANSWER;
                };
        log(actor, threat, Contact.With.TENANT, by, outcome, null, Set.of());
    }

    /// What the landlord gets to know without anybody's permission: that the notice has come.
    void tellLandlord(Actor actor, Threat threat) {
        log(
                actor,
                threat,
                Contact.With.LANDLORD,
                threat.dice(2, "landlord") == 0 ? By.EMAIL : By.PHONE,
                Outcome.INFORMATION_GIVEN,
                "Bekräftat att meddelandet har kommit fram och vem man kan ringa.",
                Set.of());
    }

    /// The conversation that everything aims at.
    void reach(Actor actor, Threat threat) {
        log(
                actor,
                threat,
                Contact.With.TENANT,
                way(threat),
                Outcome.PERSONAL_CONTACT,
                note(threat),
                advice(threat));
    }

    /// The one who was given a time has come.
    void came(Actor actor, Threat threat, Instant at) {
        contacts.log(
                actor,
                cases.of(threat).subject(),
                new NewContact(
                        Contact.With.TENANT,
                        By.OFFICE,
                        Outcome.PERSONAL_CONTACT,
                        false,
                        at,
                        note(threat),
                        advice(threat),
                        null,
                        null));
    }

    static By way(Threat threat) {
        var dice = threat.dice(100, "way");
        return threat.hasChildren() || dice < 25
                ? By.HOME_VISIT
                : dice < 70 ? By.PHONE : dice < 92 ? By.OFFICE : By.DIGITAL_MEETING;
    }

    private static String note(Threat threat) {
        return switch (threat.reason()) {
            case DISTURBANCE -> "Pratade om klagomålen och om vad som kan bli lugnare hemma.";
            default ->
                    switch (threat.dice(4, "note")) {
                        case 0 -> "Pratade om hyran och vilken hjälp som finns.";
                        case 1 -> "Har bytt jobb och fått lön sent. Vill göra en plan.";
                        case 2 -> "Sjukskriven sedan i höstas, väntar på besked om ersättning.";
                        default -> "Gick igenom räkningarna tillsammans och ringde värden.";
                    };
        };
    }

    private static Set<Advice> advice(Threat threat) {
        return switch (threat.dice(5, "advice")) {
            case 0 -> Set.of(Advice.BUDGET_ADVICE);
            case 1 -> Set.of(Advice.TENANCY_ADVICE, Advice.HELP_WITH_PAPERS);
            case 2 -> Set.of(Advice.SENT_TO_BUDGET_ADVISER, Advice.TENANCY_ADVICE);
            case 3 ->
                    threat.isAboutMoney()
                            ? Set.of(Advice.SENT_TO_INCOME_SUPPORT)
                            : Set.of(Advice.WARNING_HELPED);
            default -> Set.of(Advice.TENANCY_ADVICE);
        };
    }

    /// What one must know before knocking.
    void noteBeforeVisit(Actor actor, Threat threat, String note, boolean twoPeople) {
        if (cases.person(cases.of(threat)) != null) {
            visits.note(
                    actor,
                    cases.of(threat).subject(),
                    note,
                    twoPeople,
                    HouseClock.today(clock).plusDays(120));
        }
    }

    /// A visit with a colleague who waits to hear that all is well.
    void planVisit(
            Actor actor,
            Threat threat,
            @Nullable EmployeeId with,
            EmployeeId waits,
            Instant startAt) {
        var planned =
                visits.plan(
                        actor,
                        cases.of(threat).subject(),
                        new SafeVisits.Plan(
                                actor.id(), with, false, startAt, Duration.ofMinutes(90), waits));
        if (planned instanceof SafeVisits.Planned.Refused(var reason)) {
            throw new IllegalStateException("the demo's visit: " + reason);
        }
    }

    /// Says after the visits of the day that all is well.
    void checkIn(Actor actor, LocalDate day) {
        visits.on(actor, day).stream()
                .map(SafeVisits.Row::visit)
                .filter(Visit::isOpen)
                .filter(visit -> !visit.startAt().isAfter(clock.instant()))
                .forEach(visit -> visits.checkIn(actor, visit.id()));
    }
}
