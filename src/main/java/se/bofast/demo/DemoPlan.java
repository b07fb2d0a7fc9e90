package se.bofast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.DayKind;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.demo.InventedPeople.Person;
import se.bofast.demo.Threat.Answer;
import se.bofast.demo.Threat.Life;
import se.bofast.demo.Threat.Way;
import se.bofast.intake.Known;
import se.bofast.intake.SignalKind;
import se.bofast.intake.ThreatReason;
import se.bofast.prevention.Closing.Outcome;

/// Which threats come on which day of the two years, and what becomes of them: the same for the
/// same seed and the same today.
///
/// The size is that of the sources: about 140 threats a year; a round of 407 payment orders, 76 of
/// the people formerly known, about 80 coming when asked to and six in ten settling by themselves;
/// 16 evictions for rent debt in the first year, 10 in the second of which 3 were decided in the
/// first.
final class DemoPlan {

    static final int ROUND = 407;
    static final int ROUND_FORMERLY_KNOWN = 76;
    static final int ROUND_CAME = 80;
    static final int EVICTED_FIRST_YEAR = 16;
    static final int EVICTED_SECOND_YEAR = 10;
    static final int DECIDED_THE_YEAR_BEFORE = 3;

    /// Days after the round on which Kronofogden tells which claims have been paid or withdrawn.
    static final List<Integer> SETTLED_AFTER = List.of(15, 29, 43);

    private static final SwedishWorkingDays DAYS = new SwedishWorkingDays();

    private static final int OLD = 9;

    private final Random random;
    private final InventedPeople people;
    private final LocalDate since;
    private final LocalDate today;
    private final LocalDate roundOn;
    private final List<Threat> threats = new ArrayList<>();
    private final List<Person> others;
    private final List<Person> old;
    private final DemoLives lives;
    private final DemoHomes homes;
    private final DemoLeases leases;

    DemoPlan(long seed, LocalDate since, LocalDate today) {
        this.random = new Random(seed);
        this.people = new InventedPeople(new Random(seed + 1));
        this.since = since;
        this.today = today;
        this.roundOn = workdayFrom(LocalDate.of(since.getYear() + 1, 3, 9));
        ordinaryDays();
        round();
        evictions();
        comingBack();
        doubtful();
        this.others = Stream.generate(() -> people.next(today)).limit(24).toList();
        this.old = Stream.generate(() -> people.next(today)).limit(OLD).toList();
        this.lives = new DemoLives(seed + 2, people, today);
        this.homes = new DemoHomes(since, today);
        this.leases = new DemoLeases(homes, lives, since, today);
    }

    LocalDate since() {
        return since;
    }

    LocalDate today() {
        return today;
    }

    /// The day of the round of payment orders.
    LocalDate roundOn() {
        return roundOn;
    }

    List<Threat> threats() {
        return List.copyOf(threats);
    }

    /// People without a home of their own, and families who live where they may not stay.
    DemoLives lives() {
        return lives;
    }

    /// The board's apartments.
    DemoHomes homes() {
        return homes;
    }

    /// Who rents which of them.
    DemoLeases leases() {
        return leases;
    }

    /// People who were known long ago, and never since.
    List<Person> old() {
        return old;
    }

    /// People of whom nothing has come yet.
    List<Person> others() {
        return others;
    }

    private void ordinaryDays() {
        since.datesUntil(today.plusDays(1))
                .filter(DemoPlan::isWorkday)
                .forEach(day -> {
                    // About 140 a year, less the evictions, over some 250 working days.
                    var times = random.nextInt(1000) < 400 ? 1 : 0;
                    times += random.nextInt(1000) < 70 ? 1 : 0;
                    for (var i = 0; i < times; i++) {
                        ordinary(day);
                    }
                });
    }

    private void ordinary(LocalDate on) {
        var known = random.nextInt(100);
        var before = known < 18 ? Known.FORMERLY : known < 25 ? Known.ACTIVE : Known.UNKNOWN;
        var dice = random.nextInt(100);
        var person = people.next(on);
        if (dice < 62) {
            var landlord = landlord();
            var listed = !landlord.equals(DemoLandlords.LINDAASEN);
            var tuesday = workdayFrom(on.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)));
            var inTime = listed && !tuesday.isAfter(today);
            add(
                    person,
                    before,
                    inTime ? Way.LANDLORD_LIST : Way.BY_HAND,
                    SignalKind.RENT_ARREARS,
                    ThreatReason.RENT_DEBT,
                    landlord,
                    inTime ? tuesday : on,
                    of(
                            Outcome.PAID_BY_TENANT, 34,
                            Outcome.PAYMENT_PLAN, 22,
                            Outcome.SETTLED_ALONE, 16,
                            Outcome.BOARD_UNDERTAKING, 10,
                            Outcome.WITHDRAWN, 10,
                            Outcome.PAID_BY_OTHER, 4,
                            Outcome.MOVED, 4));
        } else if (dice < 82) {
            add(
                    person,
                    before,
                    Way.BY_HAND,
                    SignalKind.DISTURBANCE,
                    ThreatReason.DISTURBANCE,
                    landlord(),
                    on,
                    of(
                            Outcome.DISTURBANCE_CEASED, 70,
                            Outcome.MOVED, 10,
                            Outcome.WITHDRAWN, 15,
                            Outcome.NO_THREAT, 5));
        } else {
            add(
                    person,
                    before,
                    Way.BY_HAND,
                    SignalKind.OWN_CALL,
                    ThreatReason.LATE_RENT,
                    landlord(),
                    on,
                    of(
                            Outcome.PAYMENT_PLAN, 50,
                            Outcome.PAID_BY_TENANT, 30,
                            Outcome.NO_THREAT, 20));
        }
    }

    private void add(
            Person person,
            Known known,
            Way way,
            SignalKind kind,
            ThreatReason reason,
            String landlord,
            LocalDate day,
            Outcome outcome) {
        // A statutory notice has no number; most landlords write the day of birth all the same.
        var named = kind == SignalKind.OWN_CALL || known != Known.UNKNOWN || random.nextInt(4) > 0;
        threats.add(
                new Threat(
                        reference(landlord),
                        person,
                        known,
                        way,
                        named,
                        kind,
                        reason,
                        landlord,
                        reason == ThreatReason.DISTURBANCE ? 0 : kronor(),
                        day,
                        life(person, day, outcome)));
    }

    private Life life(Person person, LocalDate day, Outcome outcome) {
        // A handful is forgotten, so that the alarms have something to say.
        var forgotten = day.isAfter(today.minusDays(25)) && random.nextInt(100) < 30;
        var tried = workdayFrom(day.plusDays(random.nextInt(3)));
        var reached = workdayFrom(tried.plusDays(1 + random.nextInt(6)));
        var decided = workdayFrom(day.plusDays(1 + random.nextInt(9)));
        var ended = workdayFrom(day.plusDays(16 + random.nextInt(50)));
        var alone = outcome == Outcome.SETTLED_ALONE;
        var carrier = carrier(person);
        if (forgotten || day.isAfter(today.minusDays(1))) {
            return new Life(null, null, null, null, null, false, null, null, outcome, null);
        }
        return new Life(
                carrier,
                by(tried),
                alone ? null : by(reached),
                alone ? null : by(reached),
                by(decided),
                random.nextInt(100) < 22,
                by(ended),
                null,
                outcome,
                null);
    }

    /// The day, if it has come.
    private @Nullable LocalDate by(LocalDate day) {
        return day.isAfter(today) ? null : day;
    }

    /// The round of payment orders: one list, in the spring of the second year.
    private void round() {
        var came = 0;
        for (var i = 0; i < ROUND; i++) {
            var person = people.next(roundOn);
            var outcome =
                    of(
                            Outcome.SETTLED_ALONE, 60,
                            Outcome.PAID_BY_TENANT, 16,
                            Outcome.PAYMENT_PLAN, 10,
                            Outcome.WITHDRAWN, 9,
                            Outcome.BOARD_UNDERTAKING, 3,
                            Outcome.MOVED, 2);
            var alone = outcome == Outcome.SETTLED_ALONE;
            var answer = answer(alone, came);
            var comes = answer == Answer.COMES || answer == Answer.MOVES_AND_COMES;
            came += comes ? 1 : 0;
            var settled = roundOn.plusDays(SETTLED_AFTER.get(random.nextInt(3)));
            var helped = workdayFrom(roundOn.plusDays(31 + random.nextInt(9)));
            var reached = !alone && !comes && random.nextInt(100) < 70 ? helped : null;
            threats.add(
                    new Threat(
                            reference("Kronofogden"),
                            person,
                            i < ROUND_FORMERLY_KNOWN
                                    ? Known.FORMERLY
                                    : i < ROUND_FORMERLY_KNOWN + 9 ? Known.ACTIVE : Known.UNKNOWN,
                            Way.ROUND,
                            true,
                            SignalKind.PAYMENT_ORDER,
                            ThreatReason.RENT_DEBT,
                            landlord(),
                            kronor(),
                            roundOn,
                            new Life(
                                    carrier(person),
                                    workdayFrom(roundOn.plusDays(1)),
                                    reached,
                                    comes || reached != null ? helped : null,
                                    workdayFrom(roundOn.plusDays(1 + random.nextInt(10))),
                                    random.nextInt(100) < 12,
                                    workdayFrom(
                                            alone || outcome == Outcome.WITHDRAWN
                                                    ? settled
                                                    : helped.plusDays(10 + random.nextInt(40))),
                                    null,
                                    outcome,
                                    answer)));
        }
    }

    private Answer answer(boolean alone, int came) {
        var dice = random.nextInt(100);
        if (alone) {
            return dice < 12 ? Answer.DECLINES : Answer.STAYS_AWAY;
        }
        if (came < ROUND_CAME && dice < 62) {
            return dice < 10 ? Answer.MOVES_AND_COMES : Answer.COMES;
        }
        return dice < 75 ? Answer.DECLINES : Answer.STAYS_AWAY;
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
        var length = end.toEpochDay() - second.toEpochDay();
        for (var i = 0; i < EVICTED_SECOND_YEAR; i++) {
            if (i < DECIDED_THE_YEAR_BEFORE) {
                evicted(
                        second.minusDays(30 - i),
                        workdayBefore(second.minusDays(12 - i)),
                        workdayFrom(second.plusDays(6 + i * 4L)));
            } else {
                var executed = workdayFrom(second.plusDays(40 + (length - 45) * (i - 3) / 7));
                evicted(executed.minusDays(24), executed.minusDays(10), executed);
            }
        }
    }

    private void evicted(LocalDate noticed, LocalDate decided, LocalDate executed) {
        var day = workdayFrom(noticed);
        // The round has its day for itself, so that its figures can be told apart.
        day = day.equals(roundOn) ? workdayFrom(day.plusDays(1)) : day;
        var person = people.next(day);
        threats.add(
                new Threat(
                        reference("Kronofogden"),
                        person,
                        random.nextBoolean() ? Known.FORMERLY : Known.UNKNOWN,
                        Way.AUTHORITY_LIST,
                        true,
                        SignalKind.EVICTION_DATE,
                        ThreatReason.RENT_DEBT,
                        landlord(),
                        kronor(),
                        day,
                        new Life(
                                carrier(person),
                                day,
                                workdayFrom(day.plusDays(2)),
                                workdayFrom(day.plusDays(2)),
                                workdayFrom(day.plusDays(1)),
                                true,
                                decided.isBefore(day) ? day : decided,
                                executed,
                                Outcome.EVICTED,
                                null)));
    }

    /// Some of those who paid are behind again within the year.
    private void comingBack() {
        threats.stream()
                .filter(threat ->
                        threat.life().outcome() == Outcome.PAID_BY_TENANT
                                && threat.life().helpedOn() != null
                                && threat.named()
                                && threat.way() != Way.ROUND)
                .filter(threat -> threat.dice(100, "back") < 22)
                .toList()
                .forEach(threat -> {
                    var ended = threat.life().endedOn();
                    if (ended != null && ended.plusDays(160).isBefore(today)) {
                        var day = workdayFrom(ended.plusDays(90 + random.nextInt(60)));
                        add(
                                threat.person(),
                                Known.UNKNOWN,
                                Way.BY_HAND,
                                SignalKind.OWN_CALL,
                                ThreatReason.LATE_RENT,
                                threat.landlord(),
                                day,
                                of(Outcome.PAYMENT_PLAN, 60, Outcome.PAID_BY_TENANT, 40));
                    }
                });
    }

    /// Payment orders of the last days about people with a number the house knows under another
    /// name: somebody must say who is who.
    private void doubtful() {
        var day = workdayBefore(today.minusDays(2));
        threats.stream()
                .filter(threat -> threat.way() == Way.ROUND && threat.known() == Known.FORMERLY)
                .limit(2)
                .toList()
                .forEach(threat -> {
                    var was = threat.person();
                    var person =
                            new Person(
                                    people.next(day).given(),
                                    "Fagerlind",
                                    was.number(),
                                    was.street(),
                                    was.apartment(),
                                    was.postalCode(),
                                    List.of(),
                                    "sv",
                                    null,
                                    null);
                    threats.add(
                            new Threat(
                                    reference("Kronofogden"),
                                    person,
                                    Known.UNKNOWN,
                                    Way.AUTHORITY_LIST,
                                    true,
                                    SignalKind.PAYMENT_ORDER,
                                    ThreatReason.RENT_DEBT,
                                    threat.landlord(),
                                    kronor(),
                                    day,
                                    new Life(
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            false,
                                            null,
                                            null,
                                            Outcome.UNKNOWN,
                                            null)));
                });
    }

    private String carrier(Person person) {
        if (!person.children().isEmpty()) {
            return "familj";
        }
        var age = today.getYear() - person.birthOn().getYear();
        return age >= 65 ? "aldre" : random.nextInt(100) < 70 ? "handlaggare" : "samordnare";
    }

    private String landlord() {
        var dice = random.nextInt(100);
        return dice < 58
                ? DemoLandlords.BJOERKSTADSHEM
                : dice < 82 ? DemoLandlords.KVARNHUS : DemoLandlords.LINDAASEN;
    }

    private int kronor() {
        return 3_900 + random.nextInt(38) * 640;
    }

    /// A number as the sender has them.
    private String reference(String sender) {
        var count = threats.size() + 1;
        return sender.equals("Kronofogden")
                ? "U-%05d-%d".formatted(10_000 + count, since.getYear() % 100)
                : "%s%04d".formatted(sender.substring(0, 2).toUpperCase(Locale.ROOT), count);
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

    static boolean isWorkday(LocalDate day) {
        return DAYS.kindOf(day) == DayKind.WORKING_DAY;
    }

    static LocalDate workdayFrom(LocalDate day) {
        return isWorkday(day) ? day : workdayFrom(day.plusDays(1));
    }

    static LocalDate workdayBefore(LocalDate day) {
        return isWorkday(day) ? day : workdayBefore(day.minusDays(1));
    }
}
