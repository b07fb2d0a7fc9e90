package se.bofast.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.Logins;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;

/// Plays the two years day by day, through the use cases, in one transaction a day.
@Component
class DemoYears implements JobKind {

    static final String KIND = "demo";
    private static final long SEED = 20_100_406;

    private final RegisteringSignals registering;
    private final Actors actors;
    private final Logins logins;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoYears(
            RegisteringSignals registering,
            Actors actors,
            Logins logins,
            TransactionTemplate transaction,
            Clock clock) {
        this.registering = registering;
        this.actors = actors;
        this.logins = logins;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Two calendar years: last year whole, and this one so far.
    static LocalDate firstDay(LocalDate today) {
        return LocalDate.of(today.getYear() - 1, 1, 1);
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var since = LocalDate.parse(run.payload().get("since"));
        var today = HouseClock.today(clock);
        var days = since.datesUntil(today.plusDays(1)).toList();
        var people = new InventedPeople(new Random(SEED));
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var threats = threats(day, people, new Random(SEED + day.toEpochDay()));
            if (i < run.doneBefore()) {
                continue;
            }
            var done = i + 1;
            HouseClock.at(
                    day.atTime(9, 0).atZone(HouseClock.ZONE).toInstant(),
                    () -> {
                        transaction.executeWithoutResult(status -> {
                            play(threats);
                            run.progress(done, days.size());
                        });
                        return null;
                    });
        }
    }

    private void play(List<NewSignal> threats) {
        if (threats.isEmpty()) {
            return;
        }
        var coordinator = actor("samordnare");
        coordinator
                .reach()
                .within(() -> registering.register(coordinator, Action.REGISTER_SIGNAL, threats));
    }

    private Actor actor(String login) {
        return actors.find(logins.find(login), null).orElseThrow();
    }

    private static List<NewSignal> threats(LocalDate day, InventedPeople people, Random random) {
        var signals = new ArrayList<NewSignal>();
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return signals;
        }
        // About 140 a year over some 250 working days.
        var count = random.nextInt(100) < 44 ? 1 + (random.nextInt(100) < 20 ? 1 : 0) : 0;
        for (var i = 0; i < count; i++) {
            signals.add(threat(day, people.next(day), random));
        }
        return signals;
    }

    private static NewSignal threat(LocalDate day, InventedPeople.Person person, Random random) {
        var dice = random.nextInt(100);
        var amount = Money.kronor(4_000 + random.nextInt(30) * 700L);
        if (dice < 55) {
            return signal(
                    SignalKind.RENT_ARREARS,
                    SignalSource.LANDLORD,
                    Channel.REGISTERED_MAIL,
                    person,
                    false,
                    ThreatReason.RENT_DEBT,
                    day,
                    List.of(
                            Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, day.minusDays(2)),
                            Fact.on(FactKind.TENANT_SERVED_ON, day.minusDays(random.nextInt(5))),
                            Fact.amount(FactKind.NOTICE_AMOUNT, amount)));
        }
        if (dice < 80) {
            return signal(
                    SignalKind.PAYMENT_ORDER,
                    SignalSource.ENFORCEMENT_AUTHORITY,
                    Channel.MAIL,
                    person,
                    true,
                    ThreatReason.RENT_DEBT,
                    day,
                    List.of(
                            Fact.on(FactKind.ORDER_SERVED_ON, day.minusDays(1)),
                            Fact.amount(FactKind.NOTICE_AMOUNT, amount)));
        }
        if (dice < 92) {
            return signal(
                    SignalKind.DISTURBANCE,
                    SignalSource.LANDLORD,
                    Channel.EMAIL,
                    person,
                    false,
                    ThreatReason.DISTURBANCE,
                    day,
                    List.of(Fact.on(FactKind.DISTURBANCE_WARNING_ON, day.minusDays(3))));
        }
        return signal(
                SignalKind.EVICTION_DATE,
                SignalSource.ENFORCEMENT_AUTHORITY,
                Channel.SECURE_MAIL,
                person,
                true,
                ThreatReason.RENT_DEBT,
                day,
                List.of(Fact.on(FactKind.EVICTION_ON, day.plusDays(24))));
    }

    private static NewSignal signal(
            SignalKind kind,
            SignalSource source,
            Channel channel,
            InventedPeople.Person person,
            boolean withNumber,
            ThreatReason reason,
            LocalDate day,
            List<Fact> facts) {
        return new NewSignal(
                kind,
                source,
                channel,
                null,
                source == SignalSource.LANDLORD ? "Björkstadshem" : "Kronofogden",
                null,
                null,
                new NewSignal.Written(
                        person.written(), withNumber ? person.number() : null, null, null),
                new NewSignal.Place(
                        person.street(), person.apartment(), person.postalCode(), "Björkstad", 2),
                person.children() > 0 ? person.children() : null,
                reason,
                null,
                day.minusDays(1),
                day.atTime(8, 30).atZone(HouseClock.ZONE).toInstant(),
                facts,
                null);
    }
}
