package se.bofast.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.AnsweringMatchQuestion;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.prevention.WorkingOnCase;

/// What a coordinator does with what comes in: registers letters and calls, finds out whom they are
/// about, hands the cases out.
@Component
class PlayingSignals {

    private final RegisteringSignals registering;
    private final AnsweringMatchQuestion answering;
    private final WorkingOnCase working;
    private final DemoCases cases;
    private final DemoLandlords landlords;

    PlayingSignals(
            RegisteringSignals registering,
            AnsweringMatchQuestion answering,
            WorkingOnCase working,
            DemoCases cases,
            DemoLandlords landlords) {
        this.registering = registering;
        this.answering = answering;
        this.working = working;
        this.cases = cases;
        this.landlords = landlords;
    }

    void register(Actor actor, List<Threat> threats) {
        registering.register(
                actor, Action.REGISTER_SIGNAL, threats.stream().map(this::signal).toList());
    }

    private NewSignal signal(Threat threat) {
        var person = threat.person();
        var own = threat.kind() == SignalKind.OWN_CALL;
        var day = threat.day();
        return new NewSignal(
                threat.kind(),
                own ? SignalSource.THE_PERSON : SignalSource.LANDLORD,
                own
                        ? Channel.PHONE
                        : threat.kind() == SignalKind.RENT_ARREARS
                                ? Channel.REGISTERED_MAIL
                                : Channel.MAIL,
                landlords.id(threat.landlord()),
                own ? null : threat.landlord(),
                threat.reference(),
                null,
                new NewSignal.Written(
                        person.written(),
                        own ? person.number() : null,
                        threat.named() ? person.birthOn() : null,
                        own ? person.phone() : null),
                new NewSignal.Place(
                        person.street(),
                        person.apartment(),
                        person.postalCode().replace(" ", ""),
                        "Björkstad",
                        2),
                threat.hasChildren() ? person.children().size() : null,
                threat.reason(),
                note(threat),
                own ? null : day.minusDays(1),
                day.atTime(8, 30).atZone(HouseClock.ZONE).toInstant(),
                facts(threat),
                null);
    }

    private static @Nullable String note(Threat threat) {
        return switch (threat.kind()) {
            case DISTURBANCE ->
                    switch (threat.dice(3, "disturbance")) {
                        case 0 -> "Hög musik på nätterna, tre klagomål från grannar.";
                        case 1 -> "Många besökare och bråk i trapphuset två helger i rad.";
                        default -> "Hyresvärden har lämnat en tillsägelse om spring i porten.";
                    };
            case OWN_CALL -> "Ringer själv. Hyran är sen och lönen har varit lägre än vanligt.";
            default -> null;
        };
    }

    private static List<Fact> facts(Threat threat) {
        var facts = new ArrayList<Fact>();
        var day = threat.day();
        switch (threat.kind()) {
            case RENT_ARREARS -> {
                facts.add(Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, day.minusDays(2)));
                facts.add(
                        Fact.on(
                                FactKind.TENANT_SERVED_ON,
                                day.minusDays(threat.dice(4, "served"))));
            }
            case DISTURBANCE ->
                    facts.add(Fact.on(FactKind.DISTURBANCE_WARNING_ON, day.minusDays(3)));
            default -> {}
        }
        if (threat.isAboutMoney()) {
            facts.add(Fact.amount(FactKind.NOTICE_AMOUNT, Money.kronor(threat.kronor())));
        }
        return facts;
    }

    /// The notice says too little; somebody calls the landlord and asks who lives there.
    void identify(Actor actor, Threat threat) {
        answering.answer(
                actor,
                cases.signal(threat),
                new AnsweringMatchQuestion.Answer.TheOneWith(
                        threat.person().number(), threat.person().written()));
    }

    void assign(Actor actor, Threat threat, Actor carrier) {
        working.assign(actor, cases.of(threat), carrier.unit(), carrier.id());
    }
}
