package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.DelegatedDecision;
import se.bofast.access.Logins;
import se.bofast.access.ManagingCover;
import se.bofast.access.ManagingDelegation;
import se.bofast.intake.SettingRouting;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.Money;

/// What the board has settled: landlords, delegation order, who gets which signals, who stands in
/// for whom.
@Component
class DemoSettings {

    private final DemoLandlords landlords;
    private final ManagingDelegation delegation;
    private final ManagingCover cover;
    private final SettingRouting routing;
    private final DemoActors actors;
    private final Logins logins;

    DemoSettings(
            DemoLandlords landlords,
            ManagingDelegation delegation,
            ManagingCover cover,
            SettingRouting routing,
            DemoActors actors,
            Logins logins) {
        this.landlords = landlords;
        this.delegation = delegation;
        this.cover = cover;
        this.routing = routing;
        this.actors = actors;
        this.logins = logins;
    }

    void begin(DemoPlan plan, Diary diary) {
        diary.add(plan.since(), LocalTime.of(6, 0), "samordnare", landlords::make);
        diary.add(plan.since(), LocalTime.of(6, 5), "chef", actor -> delegate(actor, plan.since()));
        diary.add(plan.since(), LocalTime.of(6, 10), "chef", this::route);
        var monday = PlayingTimes.mondayOf(plan.today());
        diary.add(
                DemoPlan.workdayBefore(monday.minusDays(1)),
                LocalTime.of(15, 0),
                "chef",
                actor ->
                        cover.add(
                                actor,
                                new ManagingCover.NewCover(
                                        logins.find("aldre"),
                                        logins.find("handlaggare"),
                                        monday,
                                        monday.plusDays(11),
                                        true)));
    }

    private void delegate(Actor actor, LocalDate since) {
        delegate(actor, "chef", DelegatedDecision.PAYMENT_UNDERTAKING, "4.2.1", null, since);
        delegate(
                actor,
                "samordnare",
                DelegatedDecision.PAYMENT_UNDERTAKING,
                "4.2.2",
                Money.kronor(15_000),
                since);
        for (var login : new String[] {"samordnare", "handlaggare", "familj", "aldre"}) {
            delegate(actor, login, DelegatedDecision.INQUIRY, "2.1.3", null, since);
        }
    }

    private void delegate(
            Actor actor,
            String login,
            DelegatedDecision decision,
            String point,
            @Nullable Money upTo,
            LocalDate since) {
        delegation.add(
                actor,
                new ManagingDelegation.NewDelegation(
                        logins.find(login), decision, point, upTo, since, null));
    }

    private void route(Actor actor) {
        route(actor, "Störningar", SignalKind.DISTURBANCE, null, null, "samordnare");
        route(actor, "Barn i hemmet", null, true, null, "familj");
        route(actor, "65 år och äldre", null, null, 65, "aldre");
        route(actor, "Betalningsförelägganden", SignalKind.PAYMENT_ORDER, null, null, "samordnare");
        route(actor, "Övriga vuxna", null, false, null, "handlaggare");
    }

    /// To the unit of the one with the log-in, without an owner there.
    private void route(
            Actor actor,
            String name,
            @Nullable SignalKind kind,
            @Nullable Boolean children,
            @Nullable Integer ageFrom,
            String login) {
        routing.add(
                actor,
                new SettingRouting.NewRule(
                        name, kind, children, ageFrom, null, null, actors.of(login).unit(), null));
    }
}
