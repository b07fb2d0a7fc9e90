package se.bofast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.prevention.Closing.Outcome;

/// What happens on which day of the two years: the same for the same seed and the same today.
///
/// The size is that of the sources: about 140 threats a year; a round of 407 payment orders, 76 of
/// the people formerly known, about six in ten settling by themselves; 16 evictions for rent debt
/// in the first year, 10 in the second of which 3 were decided in the first.
final class DemoPlan {

    static final int ROUND = 407;
    static final int ROUND_FORMERLY_KNOWN = 76;
    static final int EVICTED_FIRST_YEAR = 16;
    static final int EVICTED_SECOND_YEAR = 10;
    static final int DECIDED_THE_YEAR_BEFORE = 3;

    /// A threat and what becomes of it. Days are null where it is still going on.
    ///
    /// @param reference finds its case again
    /// @param carrier who gets the case, by log-in
    /// @param reachedOn personal contact; those who settle by themselves are never reached
    record Threat(
            String reference,
            InventedPeople.Person person,
            boolean formerlyKnown,
            NewSignal signal,
            @Nullable String carrier,
            @Nullable LocalDate triedOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate decidedOn,
            boolean inquiry,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate executedOn,
            Outcome outcome) {}

    private final Random random;
    private final InventedPeople people;
    private final LocalDate since;
    private final LocalDate today;
    private final TreeMap<LocalDate, List<Threat>> threats = new TreeMap<>();
    private int count;

    DemoPlan(long seed, LocalDate since, LocalDate today) {
        this.random = new Random(seed);
        this.people = new InventedPeople(new Random(seed + 1));
        this.since = since;
        this.today = today;
        ordinaryDays();
        round();
        evictions();
    }

    List<Threat> on(LocalDate day) {
        return threats.getOrDefault(day, List.of());
    }

    Map<LocalDate, List<Threat>> all() {
        return threats;
    }

    private void ordinaryDays() {
        since.datesUntil(today.plusDays(1))
                .filter(DemoPlan::isWorkday)
                .forEach(day -> {
                    // About 140 a year, less the evictions, over some 250 working days.
                    var times = random.nextInt(1000) < 440 ? 1 : 0;
                    times += random.nextInt(1000) < 70 ? 1 : 0;
                    for (var i = 0; i < times; i++) {
                        add(day, ordinary(day));
                    }
                });
    }

    private Threat ordinary(LocalDate day) {
        var person = people.next(day);
        var dice = random.nextInt(100);
        var known = random.nextInt(100) < 25;
        if (dice < 62) {
            return ending(
                    person,
                    known,
                    signal(
                            SignalKind.RENT_ARREARS,
                            person,
                            day,
                            ThreatReason.RENT_DEBT,
                            List.of(
                                    Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, day.minusDays(2)),
                                    Fact.on(
                                            FactKind.TENANT_SERVED_ON,
                                            day.minusDays(random.nextInt(4))),
                                    amount())),
                    day,
                    of(
                            Outcome.PAID_BY_TENANT, 34,
                            Outcome.PAYMENT_PLAN, 22,
                            Outcome.SETTLED_ALONE, 16,
                            Outcome.BOARD_UNDERTAKING, 10,
                            Outcome.WITHDRAWN, 10,
                            Outcome.PAID_BY_OTHER, 4,
                            Outcome.MOVED, 4));
        }
        if (dice < 82) {
            return ending(
                    person,
                    known,
                    signal(
                            SignalKind.DISTURBANCE,
                            person,
                            day,
                            ThreatReason.DISTURBANCE,
                            List.of(Fact.on(FactKind.DISTURBANCE_WARNING_ON, day.minusDays(3)))),
                    day,
                    of(
                            Outcome.DISTURBANCE_CEASED, 70,
                            Outcome.MOVED, 10,
                            Outcome.WITHDRAWN, 15,
                            Outcome.NO_THREAT, 5));
        }
        return ending(
                person,
                known,
                signal(SignalKind.OWN_CALL, person, day, ThreatReason.LATE_RENT, List.of(amount())),
                day,
                of(
                        Outcome.PAYMENT_PLAN, 50,
                        Outcome.PAID_BY_TENANT, 30,
                        Outcome.NO_THREAT, 20));
    }

    /// The round of payment orders: one list, in the spring of the second year.
    private void round() {
        var day = workdayFrom(LocalDate.of(since.getYear() + 1, 3, 9));
        if (day.isAfter(today)) {
            day = workdayFrom(LocalDate.of(since.getYear(), 9, 8));
        }
        for (var i = 0; i < ROUND; i++) {
            var person = people.next(day);
            add(
                    day,
                    ending(
                            person,
                            i < ROUND_FORMERLY_KNOWN,
                            signal(
                                    SignalKind.PAYMENT_ORDER,
                                    person,
                                    day,
                                    ThreatReason.RENT_DEBT,
                                    List.of(
                                            Fact.on(FactKind.ORDER_SERVED_ON, day.minusDays(1)),
                                            amount())),
                            day,
                            of(
                                    Outcome.SETTLED_ALONE, 60,
                                    Outcome.PAID_BY_TENANT, 16,
                                    Outcome.PAYMENT_PLAN, 10,
                                    Outcome.WITHDRAWN, 9,
                                    Outcome.BOARD_UNDERTAKING, 3,
                                    Outcome.MOVED, 2)));
        }
    }

    private void evictions() {
        for (var i = 0; i < EVICTED_FIRST_YEAR; i++) {
            var executed = workdayFrom(since.plusDays(55 + i * 18L));
            evicted(executed.minusDays(24), executed.minusDays(10), executed);
        }
        var second = LocalDate.of(since.getYear() + 1, 1, 1);
        var end =
                today.isBefore(LocalDate.of(since.getYear() + 1, 12, 31))
                        ? today
                        : second.plusDays(364);
        var length = Math.max(60, end.toEpochDay() - second.toEpochDay());
        for (var i = 0; i < EVICTED_SECOND_YEAR; i++) {
            if (i < DECIDED_THE_YEAR_BEFORE) {
                var executed = workdayFrom(second.plusDays(6 + i * 4L));
                evicted(
                        second.minusDays(30 - i),
                        workdayBefore(second.minusDays(12 - i)),
                        executed);
            } else {
                var executed = workdayFrom(second.plusDays(40 + (length - 45) * (i - 3) / 7));
                if (!executed.isAfter(today)) {
                    evicted(executed.minusDays(24), executed.minusDays(10), executed);
                }
            }
        }
    }

    private void evicted(LocalDate noticed, LocalDate decided, LocalDate executed) {
        var day = workdayFrom(noticed);
        var person = people.next(day);
        var signal =
                signal(
                        SignalKind.EVICTION_DATE,
                        person,
                        day,
                        ThreatReason.RENT_DEBT,
                        List.of(Fact.on(FactKind.EVICTION_ON, executed), amount()));
        add(
                day,
                new Threat(
                        reference(signal),
                        person,
                        random.nextBoolean(),
                        signal,
                        carrier(person),
                        day,
                        day.plusDays(2),
                        day.plusDays(1),
                        true,
                        decided.isBefore(day) ? day : decided,
                        executed,
                        Outcome.EVICTED));
    }

    private Threat ending(
            InventedPeople.Person person,
            boolean known,
            NewSignal signal,
            LocalDate day,
            Outcome outcome) {
        // A handful is forgotten, so that the alarms have something to say.
        var forgotten = day.isAfter(today.minusDays(25)) && random.nextInt(100) < 30;
        var tried = day.plusDays(random.nextInt(3));
        var reached = tried.plusDays(1 + random.nextInt(6));
        var decided = day.plusDays(1 + random.nextInt(9));
        var ended = day.plusDays(12 + random.nextInt(50));
        return new Threat(
                reference(signal),
                person,
                known,
                signal,
                forgotten ? null : carrier(person),
                forgotten || tried.isAfter(today) ? null : tried,
                forgotten || reached.isAfter(today) || outcome == Outcome.SETTLED_ALONE
                        ? null
                        : reached,
                forgotten || decided.isAfter(today) ? null : decided,
                random.nextInt(100) < 22,
                forgotten || ended.isAfter(today) ? null : ended,
                null,
                outcome);
    }

    private String carrier(InventedPeople.Person person) {
        if (person.children() > 0) {
            return "familj";
        }
        var age = today.getYear() - Integer.parseInt(person.number().digits().substring(0, 4));
        return age >= 65 ? "aldre" : random.nextInt(100) < 70 ? "handlaggare" : "samordnare";
    }

    private Fact amount() {
        return Fact.amount(FactKind.NOTICE_AMOUNT, Money.kronor(3_900 + random.nextInt(38) * 640L));
    }

    private NewSignal signal(
            SignalKind kind,
            InventedPeople.Person person,
            LocalDate day,
            ThreatReason reason,
            List<Fact> facts) {
        var official = kind == SignalKind.PAYMENT_ORDER || kind == SignalKind.EVICTION_DATE;
        var own = kind == SignalKind.OWN_CALL;
        count++;
        return new NewSignal(
                kind,
                official
                        ? SignalSource.ENFORCEMENT_AUTHORITY
                        : own ? SignalSource.THE_PERSON : SignalSource.LANDLORD,
                official ? Channel.SECURE_MAIL : own ? Channel.PHONE : Channel.REGISTERED_MAIL,
                null,
                official ? "Kronofogden" : own ? null : "Björkstadshem",
                "D-" + count,
                null,
                new NewSignal.Written(
                        person.written(), official || own ? person.number() : null, null, null),
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

    private static String reference(NewSignal signal) {
        return String.valueOf(signal.senderReference());
    }

    private Outcome of(Object... weighted) {
        var dice = random.nextInt(100);
        for (var i = 0; i < weighted.length; i += 2) {
            dice -= (Integer) weighted[i + 1];
            if (dice < 0) {
                return (Outcome) weighted[i];
            }
        }
        return (Outcome) weighted[0];
    }

    private void add(LocalDate day, Threat threat) {
        if (!day.isAfter(today)) {
            threats.computeIfAbsent(day, d -> new ArrayList<>()).add(threat);
        }
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalDate workdayFrom(LocalDate day) {
        return isWorkday(day) ? day : workdayFrom(day.plusDays(1));
    }

    private static LocalDate workdayBefore(LocalDate day) {
        return isWorkday(day) ? day : workdayBefore(day.minusDays(1));
    }
}
