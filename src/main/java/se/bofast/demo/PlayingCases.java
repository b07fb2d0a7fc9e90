package se.bofast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.prevention.CaseViews;
import se.bofast.prevention.Closing;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.Deciding;
import se.bofast.prevention.LostHome;
import se.bofast.prevention.MakingDecisions;
import se.bofast.prevention.WorkingOnCase;

/// Decisions in a case, and how it ends.
@Component
class PlayingCases {

    private static final DateTimeFormatter SWEDISH_MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.of("sv"));

    private final MakingDecisions decisions;
    private final ClosingCase closing;
    private final CaseViews views;
    private final WorkingOnCase working;
    private final DemoCases cases;
    private final DemoLandlords landlords;
    private final Clock clock;

    PlayingCases(
            MakingDecisions decisions,
            ClosingCase closing,
            CaseViews views,
            WorkingOnCase working,
            DemoCases cases,
            DemoLandlords landlords,
            Clock clock) {
        this.decisions = decisions;
        this.closing = closing;
        this.views = views;
        this.working = working;
        this.cases = cases;
        this.landlords = landlords;
        this.clock = clock;
    }

    /// Reads the case that was handed over.
    void read(Actor actor, Threat threat) {
        views.whole(actor, cases.of(threat));
    }

    /// What is to be done at once when children live in the home.
    void weighConcern(Actor actor, Threat threat) {
        working.record(
                actor,
                cases.of(threat),
                null,
                Fact.on(FactKind.CHILD_CONCERN_WEIGHED_ON, HouseClock.today(clock)),
                "Bedömt vid mottagandet av signalen.");
    }

    /// Kronofogden is told the same day that the board knows, and the person gets a copy.
    void confirmEviction(Actor actor, Threat threat) {
        for (var kind : List.of(FactKind.EVICTION_CONFIRMED_ON, FactKind.CONFIRMATION_COPIED_ON)) {
            working.record(
                    actor,
                    cases.of(threat),
                    null,
                    Fact.on(kind, HouseClock.today(clock)),
                    "Skickat per säker e-post.");
        }
    }

    void inquiry(Actor actor, Threat threat) {
        var open = threat.life().inquiry();
        required(
                decisions.inquiry(
                        actor,
                        cases.of(threat),
                        open,
                        HouseClock.today(clock),
                        open
                                ? "Barn eller ohälsa i hemmet gör att behovet behöver utredas."
                                : "Rådgivning räcker. Hyresgästen har själv en plan för hyran."));
    }

    /// @param delegate who decides by delegation
    void undertake(Actor actor, Threat threat, EmployeeId delegate) {
        var today = HouseClock.today(clock);
        required(
                decisions.undertake(
                        actor,
                        cases.of(threat),
                        new Deciding.Undertaking(
                                Money.kronor(threat.kronor()),
                                SWEDISH_MONTH.format(today.minusMonths(1)),
                                landlords.id(threat.landlord()),
                                delegate,
                                today,
                                "Hyran är rimlig, skulden är den första och inkomsten åter i ordning.",
                                false)));
    }

    void declineUndertaking(Actor actor, Threat threat) {
        required(
                decisions.decline(
                        actor,
                        cases.of(threat),
                        HouseClock.today(clock),
                        "Hyresgästen har tillgångar som räcker till skulden."));
    }

    /// The undertaking goes to the landlord as a registered letter.
    void send(Actor actor, Threat threat) {
        var id = cases.of(threat);
        decisions.of(id).stream()
                .filter(decision ->
                        decision.kind() == Deciding.Kind.UNDERTAKING
                                && decision.sentOn() == null
                                && !decision.withdrawn())
                .findFirst()
                .ifPresent(decision ->
                        decisions.sent(
                                actor,
                                id,
                                decision.id(),
                                HouseClock.today(clock),
                                "REK RR%08dSE".formatted(threat.dice(90_000_000, "rek"))));
    }

    void end(Actor actor, Threat threat) {
        var life = threat.life();
        var endedOn = life.endedOn();
        if (endedOn == null) {
            return;
        }
        var touched = new ArrayList<Closing.TouchedChild>();
        if (life.outcome() == Closing.Outcome.EVICTED) {
            for (var child : threat.person().children()) {
                touched.add(
                        new Closing.TouchedChild(
                                Closing.ChildStay.valueOf(child.stay().name()), false));
            }
        }
        var ended =
                closing.end(
                        actor,
                        cases.of(threat),
                        new Closing.Ended(
                                life.outcome(),
                                endedOn,
                                life.executedOn(),
                                life.executedOn() == null ? null : true,
                                touched,
                                null));
        if (ended instanceof Closing.Refused(var reason)) {
            throw new IllegalStateException("the demo's case is not ended: " + reason);
        }
    }

    /// What was due after a lost home by today is done, but for what is left for the alarms.
    void followLostHome(Actor actor, Threat threat, LocalDate until) {
        var id = cases.of(threat);
        closing.steps(id).stream()
                .filter(LostHome.Line::isLeft)
                .filter(line -> !line.dueOn().isAfter(until))
                .forEach(line -> closing.step(actor, id, line.step(), until, false, null));
    }

    private static void required(Deciding deciding) {
        if (deciding instanceof Deciding.Refused(var reason)) {
            throw new IllegalStateException("the demo's decision: " + reason);
        }
    }
}
