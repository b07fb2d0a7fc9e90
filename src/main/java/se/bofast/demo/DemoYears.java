package se.bofast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.Logins;
import se.bofast.database.Reach;
import se.bofast.intake.ReadingSignals;
import se.bofast.intake.RegisteringSignals;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;
import se.bofast.kernel.HouseClock;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Closing;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.MakingDecisions;
import se.bofast.prevention.WorkingOnCase;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;

/// Plays the two years day by day, through the use cases, in one transaction a day. An interrupted
/// run goes on at the day after the last one committed.
@Component
class DemoYears implements JobKind {

    static final String KIND = "demo";
    private static final long SEED = 20_100_406;

    private final RegisteringSignals registering;
    private final ReadingSignals reading;
    private final CaseLists cases;
    private final WorkingOnCase working;
    private final MakingDecisions decisions;
    private final ClosingCase closing;
    private final LoggingContact contacts;
    private final Actors actors;
    private final Logins logins;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoYears(
            RegisteringSignals registering,
            ReadingSignals reading,
            CaseLists cases,
            WorkingOnCase working,
            MakingDecisions decisions,
            ClosingCase closing,
            LoggingContact contacts,
            Actors actors,
            Logins logins,
            TransactionTemplate transaction,
            Clock clock) {
        this.registering = registering;
        this.reading = reading;
        this.cases = cases;
        this.working = working;
        this.decisions = decisions;
        this.closing = closing;
        this.contacts = contacts;
        this.actors = actors;
        this.logins = logins;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Two calendar years back to back, the second with at least half a year in it.
    static LocalDate firstDay(LocalDate today) {
        return LocalDate.of(today.minusMonths(6).getYear() - 1, 1, 1);
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var since = LocalDate.parse(run.payload().get("since"));
        var today = HouseClock.today(clock);
        var plan = new DemoPlan(SEED, since, today);
        var days = since.datesUntil(today.plusDays(1)).toList();
        var contact = new HashMap<LocalDate, List<DemoPlan.Threat>>();
        var decide = new HashMap<LocalDate, List<DemoPlan.Threat>>();
        var end = new HashMap<LocalDate, List<DemoPlan.Threat>>();
        plan.all().values().stream()
                .flatMap(List::stream)
                .forEach(threat -> {
                    if (threat.triedOn() != null) {
                        contact.computeIfAbsent(threat.triedOn(), d -> new ArrayList<>())
                                .add(threat);
                    }
                    if (threat.reachedOn() != null) {
                        contact.computeIfAbsent(threat.reachedOn(), d -> new ArrayList<>())
                                .add(threat);
                    }
                    if (threat.decidedOn() != null) {
                        decide.computeIfAbsent(threat.decidedOn(), d -> new ArrayList<>())
                                .add(threat);
                    }
                    var last = threat.executedOn() != null ? threat.executedOn() : threat.endedOn();
                    if (last != null) {
                        end.computeIfAbsent(last, d -> new ArrayList<>()).add(threat);
                    }
                });
        for (var i = (int) run.doneBefore(); i < days.size(); i++) {
            var day = days.get(i);
            var done = i + 1;
            HouseClock.at(
                    day.atTime(9, 0).atZone(HouseClock.ZONE).toInstant(),
                    () -> {
                        var coordinator = actor("samordnare");
                        coordinator
                                .reach()
                                .within(() -> {
                                    transaction.executeWithoutResult(status -> {
                                        receive(coordinator, plan.on(day));
                                        contact(contact.getOrDefault(day, List.of()), day);
                                        decide(decide.getOrDefault(day, List.of()), day);
                                        end(end.getOrDefault(day, List.of()));
                                    });
                                    return null;
                                });
                        return null;
                    });
            run.progress(done, days.size());
        }
    }

    private void receive(Actor coordinator, List<DemoPlan.Threat> threats) {
        if (threats.isEmpty()) {
            return;
        }
        registering.register(
                coordinator,
                Action.REGISTER_SIGNAL,
                threats.stream().map(DemoPlan.Threat::signal).toList());
        var found = casesOf(threats);
        for (var threat : threats) {
            var id = found.get(threat.reference());
            if (threat.carrier() != null && id != null) {
                var carrier = actor(threat.carrier());
                working.assign(coordinator, id, carrier.unit(), carrier.id());
            }
        }
    }

    private void contact(List<DemoPlan.Threat> threats, LocalDate day) {
        var found = casesOf(threats);
        for (var threat : threats) {
            var id = found.get(threat.reference());
            if (id == null || threat.carrier() == null) {
                continue;
            }
            var reached = day.equals(threat.reachedOn());
            var contact =
                    new NewContact(
                            Contact.With.TENANT,
                            reached && threat.person().children() > 0
                                    ? Contact.By.HOME_VISIT
                                    : Contact.By.PHONE,
                            reached ? Contact.Outcome.PERSONAL_CONTACT : Contact.Outcome.NO_ANSWER,
                            false,
                            clock.instant(),
                            reached ? "Pratade om hyran och vilken hjälp som finns." : null,
                            reached ? Set.of(Contact.Advice.TENANCY_ADVICE) : Set.of(),
                            null,
                            null);
            as(threat.carrier(), actor -> contacts.log(actor, id.subject(), contact));
        }
    }

    private void decide(List<DemoPlan.Threat> threats, LocalDate day) {
        var found = casesOf(threats);
        for (var threat : threats) {
            var id = found.get(threat.reference());
            if (id != null && threat.carrier() != null) {
                as(
                        threat.carrier(),
                        actor ->
                                decisions.inquiry(
                                        actor,
                                        id,
                                        threat.inquiry(),
                                        day,
                                        threat.inquiry()
                                                ? "Barn eller ohälsa i hemmet gör att behovet behöver utredas."
                                                : "Rådgivning räcker. Hyresgästen har själv en plan för hyran."));
            }
        }
    }

    private void end(List<DemoPlan.Threat> threats) {
        var found = casesOf(threats);
        for (var threat : threats) {
            var id = found.get(threat.reference());
            if (id == null || threat.carrier() == null || threat.endedOn() == null) {
                continue;
            }
            var touched = new ArrayList<Closing.TouchedChild>();
            if (threat.outcome() == Closing.Outcome.EVICTED) {
                for (var i = 0; i < threat.person().children(); i++) {
                    touched.add(
                            new Closing.TouchedChild(
                                    i == 0
                                            ? Closing.ChildStay.PERMANENT
                                            : Closing.ChildStay.VISITING,
                                    false));
                }
            }
            var ended =
                    new Closing.Ended(
                            threat.outcome(),
                            threat.endedOn(),
                            threat.executedOn(),
                            threat.executedOn() == null ? null : true,
                            touched,
                            null);
            as(threat.carrier(), actor -> closing.end(actor, id, ended));
        }
    }

    private Map<String, CaseId> casesOf(List<DemoPlan.Threat> threats) {
        var found = new HashMap<String, CaseId>();
        if (threats.isEmpty()) {
            return found;
        }
        var signals =
                reading.byReference(threats.stream().map(DemoPlan.Threat::reference).toList());
        var byCase = cases.ofSignals(signals.values());
        signals.forEach((reference, signal) -> {
            var id = byCase.get(signal);
            if (id != null) {
                found.put(reference, id);
            }
        });
        return found;
    }

    private interface Work<T> {
        T by(Actor actor);
    }

    /// Within the transaction of the day: the same board and areas, another hand.
    private <T> void as(String login, Work<T> work) {
        var actor = actor(login);
        var ignored = actor.reach().within(() -> work.by(actor));
    }

    private Actor actor(String login) {
        var id = logins.find(login);
        return Reach.ofAccount(id).within(() -> actors.find(id, null)).orElseThrow();
    }
}
