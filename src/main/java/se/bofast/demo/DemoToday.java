package se.bofast.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.bofast.access.Logins;
import se.bofast.intake.Known;
import se.bofast.kernel.HouseClock;
import se.bofast.prevention.Closing.Outcome;

/// What makes the last day a working day like any: times and visits of the week, rents to pay, a
/// visit nobody has been heard of from, cases with those who are no caseworkers.
@Component
class DemoToday {

    private final PlayingSignals signals;
    private final PlayingPeople people;
    private final PlayingContacts contacts;
    private final PlayingDebts debts;
    private final PlayingTimes times;
    private final DemoActors actors;
    private final Logins logins;

    DemoToday(
            PlayingSignals signals,
            PlayingPeople people,
            PlayingContacts contacts,
            PlayingDebts debts,
            PlayingTimes times,
            DemoActors actors,
            Logins logins) {
        this.signals = signals;
        this.people = people;
        this.contacts = contacts;
        this.debts = debts;
        this.times = times;
        this.actors = actors;
        this.logins = logins;
    }

    void write(DemoPlan plan, Diary diary) {
        var today = plan.today();
        var before = DemoPlan.workdayBefore(today.minusDays(1));
        var open = open(plan, before);
        hours(today, diary);
        var monday = PlayingTimes.mondayOf(today);
        var booked = open.stream().limit(7).toList();
        for (var i = 0; i < booked.size(); i++) {
            var threat = booked.get(i);
            // Some for the days of the week that are over: did they come?
            var from = i < 3 ? monday : today;
            diary.add(
                    i < 3 ? DemoPlan.workdayBefore(monday.minusDays(1)) : before,
                    LocalTime.of(17, 40),
                    "samordnare",
                    actor -> times.book(actor, threat, from));
        }
        visits(diary, today, before, open);
        rents(diary, today, before, open);
        handOver(plan, diary, before, open);
        doubles(plan, diary, before);
    }

    /// Two who are known came to the counter and were entered once more.
    private void doubles(DemoPlan plan, Diary diary, LocalDate before) {
        var known =
                plan.threats().stream()
                        .filter(threat ->
                                threat.known() == Known.ACTIVE && !DemoStory.isHidden(threat))
                        .limit(2)
                        .toList();
        for (var i = 0; i < known.size(); i++) {
            var threat = known.get(i);
            var home = i == 0;
            diary.add(
                    before,
                    LocalTime.of(16, 20),
                    "samordnare",
                    actor -> people.enterAgain(actor, threat, home));
        }
        diary.add(before, LocalTime.of(16, 30), "samordnare", actor -> people.lookForDoubles());
    }

    /// Cases that go on, whose person is known and has been met.
    private static List<Threat> open(DemoPlan plan, LocalDate before) {
        var met = new ArrayList<Threat>();
        plan.threats().stream()
                .filter(threat ->
                        !threat.isOver()
                                && threat.life().helpedOn() != null
                                && threat.life().helpedOn().isBefore(before)
                                && !DemoStory.isHidden(threat))
                .forEach(met::add);
        return met;
    }

    private static List<Threat> some(List<Threat> open, Predicate<Threat> which, int most) {
        return open.stream().filter(which).limit(most).toList();
    }

    /// Times this week and next, some with an interpreter in Arabic.
    private void hours(LocalDate today, Diary diary) {
        var made = DemoPlan.workdayBefore(today.minusWeeks(2));
        for (var day = 0; day < 5; day++) {
            var on = PlayingTimes.mondayOf(today).plusDays(day);
            if (!DemoPlan.isWorkday(on)) {
                continue;
            }
            var language = day == 2 ? "ar" : null;
            diary.add(
                    made,
                    LocalTime.of(11, 0),
                    "samordnare",
                    actor -> {
                        times.offer(actor, "samordnare", on, LocalTime.of(9, 0), 4, 2, language);
                        times.offer(actor, "bolots", on, LocalTime.of(13, 0), 3, 2, null);
                    });
        }
    }

    private void visits(Diary diary, LocalDate today, LocalDate before, List<Threat> open) {
        var samordnare = some(open, threat -> "samordnare".equals(threat.life().carrier()), 2);
        var familj = some(open, Threat::hasChildren, 2);
        for (var threat : familj) {
            diary.add(
                    before,
                    LocalTime.of(14, 50),
                    "familj",
                    actor ->
                            contacts.noteBeforeVisit(
                                    actor,
                                    threat,
                                    "Stor hund i hemmet. Ring innan, så stängs den in.",
                                    false));
            diary.add(
                    before,
                    LocalTime.of(15, 0),
                    "familj",
                    actor ->
                            contacts.planVisit(
                                    actor,
                                    threat,
                                    logins.find("uppsokare"),
                                    logins.find("chef"),
                                    at(today, 13)));
        }
        // The visit of the day before that nobody has been heard of from.
        for (var threat : samordnare.stream().limit(1).toList()) {
            diary.add(
                    before,
                    LocalTime.of(9, 20),
                    "samordnare",
                    actor ->
                            contacts.planVisit(
                                    actor, threat, null, logins.find("chef"), at(before, 15)));
        }
        for (var threat : samordnare.stream().skip(1).toList()) {
            diary.add(
                    before,
                    LocalTime.of(15, 10),
                    "samordnare",
                    actor ->
                            contacts.planVisit(
                                    actor,
                                    threat,
                                    logins.find("bolots"),
                                    logins.find("chef"),
                                    at(today, 10)));
        }
    }

    /// One rent that must be sent today, one that should have been, one in some days.
    private void rents(Diary diary, LocalDate today, LocalDate before, List<Threat> open) {
        var promised =
                some(
                        open,
                        threat ->
                                threat.isAboutMoney()
                                        && threat.life().outcome() != Outcome.BOARD_UNDERTAKING,
                        3);
        var due = List.of(today, today.minusDays(3), today.plusDays(4));
        var made = DemoPlan.workdayBefore(before.minusDays(4));
        for (var i = 0; i < promised.size(); i++) {
            var threat = promised.get(i);
            var on = due.get(i);
            var carrier = threat.life().carrier();
            if (carrier != null) {
                diary.add(
                        DemoPlan.workdayBefore(on.isBefore(made) ? on.minusDays(4) : made),
                        LocalTime.of(17, 0),
                        carrier,
                        actor -> debts.promise(actor, threat, on, i(on, today)));
            }
        }
    }

    /// The rent that waits for its day goes on for some months.
    private static int i(LocalDate on, LocalDate today) {
        return on.isAfter(today) ? 3 : 1;
    }

    /// Some cases are with those who work beside the caseworkers: those nobody above has a part in.
    /// Last of all, since the caseworkers work in them until then.
    private void handOver(DemoPlan plan, Diary diary, LocalDate before, List<Threat> open) {
        var kept =
                Stream.concat(open.stream().limit(3), DemoStory.latestOfFamilies(plan).stream())
                        .toList();
        var others =
                plan.threats().stream()
                        .filter(threat ->
                                !threat.isOver()
                                        && threat.life().carrier() != null
                                        && threat.day().isBefore(before)
                                        && !kept.contains(threat)
                                        && !DemoStory.isHidden(threat))
                        .toList();
        for (var i = 0; i < Math.min(HELPERS.size(), others.size()); i++) {
            var threat = others.get(i);
            var login = HELPERS.get(i);
            diary.add(
                    plan.today(),
                    LocalTime.of(23, 0),
                    "samordnare",
                    actor -> signals.assign(actor, threat, actors.of(login)));
        }
    }

    private static final List<String> HELPERS =
            List.of(
                    "bolots",
                    "radgivare",
                    "forsorjning",
                    "uppsokare",
                    "bolots",
                    "radgivare",
                    "forsorjning",
                    "uppsokare",
                    "bolots",
                    "forsorjning");

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(HouseClock.ZONE).toInstant();
    }
}
