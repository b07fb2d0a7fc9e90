package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Logins;
import se.bofast.debt.Payer;
import se.bofast.demo.Threat.Life;
import se.bofast.demo.Threat.Way;
import se.bofast.intake.Known;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.HouseClock;
import se.bofast.person.Protection;
import se.bofast.prevention.Closing.Outcome;
import se.bofast.support.Contact;

/// Turns the plan into a diary: who does what at which hour of which day.
@Component
class DemoStory {

    private final DemoSettings settings;
    private final DemoToday demoToday;
    private final PlayingHomes homes;
    private final PlayingReview review;
    private final PlayingWalls walls;
    private final PlayingSignals signals;
    private final PlayingPeople people;
    private final PlayingNumbers numbers;
    private final PlayingLives lives;
    private final PlayingLeases leases;
    private final PlayingRents rents;
    private final PlayingReferrals referrals;
    private final PlayingCount count;
    private final PlayingContacts contacts;
    private final PlayingCases cases;
    private final PlayingDebts debts;
    private final PlayingTimes times;
    private final DemoActors actors;
    private final Logins logins;

    DemoStory(
            DemoSettings settings,
            DemoToday demoToday,
            PlayingHomes homes,
            PlayingReview review,
            PlayingWalls walls,
            PlayingSignals signals,
            PlayingPeople people,
            PlayingNumbers numbers,
            PlayingLives lives,
            PlayingLeases leases,
            PlayingRents rents,
            PlayingReferrals referrals,
            PlayingCount count,
            PlayingContacts contacts,
            PlayingCases cases,
            PlayingDebts debts,
            PlayingTimes times,
            DemoActors actors,
            Logins logins) {
        this.settings = settings;
        this.demoToday = demoToday;
        this.homes = homes;
        this.review = review;
        this.walls = walls;
        this.signals = signals;
        this.people = people;
        this.numbers = numbers;
        this.lives = lives;
        this.leases = leases;
        this.rents = rents;
        this.referrals = referrals;
        this.count = count;
        this.contacts = contacts;
        this.cases = cases;
        this.debts = debts;
        this.times = times;
        this.actors = actors;
        this.logins = logins;
    }

    private static final List<Protection> HIDING =
            List.of(Protection.MARKED, Protection.HIDDEN_REGISTRATION, Protection.FICTITIOUS);

    List<Diary.Step> steps(DemoPlan plan) {
        var diary = new Diary();
        settings.begin(plan, diary);
        homes.write(plan, diary);
        before(plan, diary);
        new DemoLists(plan).all().forEach(list -> diary.add("samordnare", list));
        byHand(plan, diary);
        round(plan, diary);
        for (var threat : plan.threats()) {
            new Course(plan, diary, threat).write();
        }
        demoToday.write(plan, diary);
        review.write(plan, diary);
        walls.write(plan, diary);
        numbers.write(plan, diary);
        lives.write(plan, diary);
        leases.write(plan, diary);
        rents.write(plan, diary);
        referrals.write(plan, diary);
        count.write(plan, diary);
        return diary.steps();
    }

    /// Who is known to a unit, or was, is entered the first day.
    private void before(DemoPlan plan, Diary diary) {
        var minute = 0;
        for (var threat : plan.threats()) {
            if (threat.known() == Known.UNKNOWN) {
                continue;
            }
            var hidden = isHidden(threat);
            diary.add(
                    plan.since(),
                    LocalTime.of(6, 30).plusMinutes(minute++ / 20),
                    hidden ? "chef" : "samordnare",
                    actor ->
                            people.knownBefore(
                                    actor,
                                    threat,
                                    actors.of(unitOf(threat)),
                                    hidden
                                            ? HIDING.get(threat.dice(HIDING.size(), "how"))
                                            : Protection.NONE));
        }
        for (var day = plan.since(); !day.isAfter(plan.today()); day = day.plusMonths(6)) {
            diary.add(
                    day,
                    LocalTime.of(8, 30),
                    "chef",
                    actor -> people.entrust(actor, List.of(actor.id(), logins.find("samordnare"))));
        }
    }

    /// Some live with a protected identity; only those who may know carry their cases.
    static boolean isHidden(Threat threat) {
        return threat.known() == Known.FORMERLY
                && threat.way() != Way.ROUND
                && threat.kind() != SignalKind.EVICTION_DATE
                && threat.dice(100, "hidden") < 14;
    }

    /// What came last about a home with children has not been weighed yet: there is something to do
    /// for who works with families.
    static Optional<Threat> latestOfFamilies(DemoPlan plan) {
        return plan.threats().stream()
                .filter(threat ->
                        threat.hasChildren()
                                && threat.life().carrier() != null
                                && !threat.isOver()
                                && !isHidden(threat))
                .max(Comparator.comparing(Threat::day));
    }

    /// By log-in, the caseworker of the unit where the person would be known.
    private static String unitOf(Threat threat) {
        var age = threat.day().getYear() - threat.person().birthOn().getYear();
        return threat.hasChildren() ? "familj" : age >= 65 ? "aldre" : "handlaggare";
    }

    private void byHand(DemoPlan plan, Diary diary) {
        plan.threats().stream()
                .filter(threat -> threat.way() == Way.BY_HAND)
                .collect(Collectors.groupingBy(Threat::day, TreeMap::new, Collectors.toList()))
                .forEach((day, threats) ->
                        diary.add(
                                day,
                                LocalTime.of(9, 0),
                                "samordnare",
                                actor -> signals.register(actor, threats)));
    }

    private void round(DemoPlan plan, Diary diary) {
        var round = plan.threats().stream().filter(threat -> threat.way() == Way.ROUND).toList();
        var monday = PlayingTimes.mondayOf(plan.roundOn()).plusWeeks(1);
        diary.add(
                plan.roundOn(),
                LocalTime.of(13, 0),
                "samordnare",
                actor -> times.offerForRound(actor, monday));
        diary.print(
                DemoPlan.workdayFrom(plan.roundOn().plusDays(1)),
                LocalTime.of(10, 30),
                "samordnare",
                round,
                monday);
        monday.datesUntil(monday.plusWeeks(3))
                .filter(DemoPlan::isWorkday)
                .forEach(day ->
                        diary.add(
                                day,
                                LocalTime.of(16, 30),
                                "samordnare",
                                actor -> times.mark(actor, plan.threats(), day)));
    }

    /// The course of one threat.
    private final class Course {

        private final DemoPlan plan;
        private final Diary diary;
        private final Threat threat;
        private final Life life;
        private final @Nullable String carrier;

        Course(DemoPlan plan, Diary diary, Threat threat) {
            this.plan = plan;
            this.diary = diary;
            this.threat = threat;
            this.life = threat.life();
            this.carrier = life.carrier() != null && isHidden(threat) ? "chef" : life.carrier();
        }

        /// By the one who carries the case, if the day has come.
        private void add(@Nullable LocalDate day, int hour, int minute, Diary.Work work) {
            if (day != null && carrier != null && !day.isAfter(plan.today())) {
                diary.add(day, LocalTime.of(hour, minute), carrier, work);
            }
        }

        void write() {
            if (carrier == null) {
                return;
            }
            diary.add(
                    threat.day(),
                    LocalTime.of(9, 30),
                    "samordnare",
                    actor -> signals.assign(actor, threat, actors.of(carrier)));
            add(life.triedOn(), 9, 50, actor -> cases.read(actor, threat));
            if (threat.hasChildren() && !latestOfFamilies(plan).equals(Optional.of(threat))) {
                add(life.triedOn(), 9, 55, actor -> cases.weighConcern(actor, threat));
            }
            if (threat.kind() == SignalKind.EVICTION_DATE) {
                add(threat.day(), 9, 58, actor -> cases.confirmEviction(actor, threat));
            }
            attempts();
            meeting();
            add(life.decidedOn(), 14, 0, actor -> cases.inquiry(actor, threat));
            if (threat.isAboutMoney() && life.helpedOn() != null) {
                money(life.helpedOn());
            }
            end();
        }

        private void attempts() {
            var tried = life.triedOn();
            if (tried == null || carrier == null) {
                return;
            }
            var hidden = isHidden(threat);
            var until = life.reachedOn() == null ? life.endedOn() : life.reachedOn();
            if (threat.way() != Way.ROUND) {
                add(tried, 10, 0, actor -> contacts.attempt(actor, threat, 0, hidden));
                if (threat.kind() != SignalKind.OWN_CALL
                        && threat.kind() != SignalKind.EVICTION_DATE
                        && threat.dice(100, "told") < 70) {
                    add(tried, 10, 20, actor -> contacts.tellLandlord(actor, threat));
                }
            }
            var again = threat.way() == Way.ROUND ? tried.plusDays(27) : tried;
            for (var turn = 1; turn < 3; turn++) {
                var day = DemoPlan.workdayFrom(again.plusDays(turn * 2L));
                var number = turn;
                if (until != null && day.isBefore(until)
                        || until == null && threat.dice(3, "goes on" + turn) > 0) {
                    add(day, 10, 10, actor -> contacts.attempt(actor, threat, number, hidden));
                }
            }
        }

        private void meeting() {
            var reached = life.reachedOn();
            if (reached != null && carrier != null) {
                if (!threat.named()) {
                    diary.add(
                            reached,
                            LocalTime.of(9, 45),
                            "samordnare",
                            actor -> signals.identify(actor, threat));
                }
                if (PlayingContacts.way(threat) == Contact.By.HOME_VISIT) {
                    visit(reached);
                }
                add(reached, 13, 0, actor -> contacts.reach(actor, threat));
            }
            var helped = life.helpedOn();
            add(helped, 13, 20, actor -> people.meet(actor, threat));
            if (helped != null && !isHidden(threat) && threat.dice(100, "consent") < 55) {
                add(helped, 13, 30, actor -> people.consent(actor, threat));
                add(
                        DemoPlan.workdayFrom(helped.plusDays(1)),
                        10,
                        40,
                        actor -> people.tell(actor, threat));
                if (threat.dice(100, "changes mind") < 7) {
                    add(
                            DemoPlan.workdayFrom(helped.plusDays(30)),
                            11,
                            0,
                            actor -> people.withdrawConsent(actor, threat));
                }
            }
        }

        private void visit(LocalDate day) {
            var waits = "chef".equals(carrier) ? "samordnare" : "chef";
            var alone = threat.dice(3, "alone") > 0;
            add(
                    DemoPlan.workdayBefore(day.minusDays(1)),
                    15,
                    30,
                    actor ->
                            contacts.planVisit(
                                    actor,
                                    threat,
                                    alone ? null : logins.find("uppsokare"),
                                    logins.find(waits),
                                    day.atTime(12, 30).atZone(HouseClock.ZONE).toInstant()));
            add(day, 13, 40, actor -> contacts.checkIn(actor, day));
        }

        private void money(LocalDate helped) {
            add(helped, 13, 50, actor -> debts.record(actor, threat));
            if (threat.dice(100, "referred") < 17) {
                add(helped, 14, 20, actor -> debts.refer(actor, threat, logins.find("radgivare")));
                add(
                        DemoPlan.workdayFrom(helped.plusDays(6)),
                        9,
                        10,
                        actor -> debts.answerReferral(actor, threat));
                add(
                        DemoPlan.workdayFrom(helped.plusDays(95)),
                        9,
                        10,
                        actor -> debts.endReferral(actor, threat));
            }
            switch (life.outcome()) {
                case PAID_BY_TENANT -> {
                    if (threat.dice(100, "half") < 35) {
                        add(
                                DemoPlan.workdayFrom(helped.plusDays(4)),
                                15,
                                0,
                                actor -> debts.pay(actor, threat, Payer.TENANT, 2));
                    }
                    add(life.endedOn(), 15, 0, actor -> debts.pay(actor, threat, Payer.TENANT, 1));
                }
                case PAID_BY_OTHER ->
                        add(
                                life.endedOn(),
                                15,
                                0,
                                actor ->
                                        debts.pay(
                                                actor,
                                                threat,
                                                threat.dice(2, "payer") == 0
                                                        ? Payer.RELATIVE
                                                        : Payer.FUND,
                                                1));
                case PAYMENT_PLAN -> instalments(DemoPlan.workdayFrom(helped.plusDays(3)));
                case BOARD_UNDERTAKING -> undertaking(helped);
                case WITHDRAWN,
                        MOVED,
                        EVICTED,
                        SETTLED_ALONE,
                        DISTURBANCE_CEASED,
                        DIED,
                        NO_THREAT,
                        UNKNOWN -> {}
            }
        }

        /// Three of four keep what they agreed on; the others stop after one or two.
        private void instalments(LocalDate agreed) {
            add(agreed, 15, 10, actor -> debts.plan(actor, threat));
            var kept = threat.dice(100, "keeps") < 75;
            var paid = kept ? PlayingDebts.instalments(threat) : 1 + threat.dice(2, "stops");
            var first = PlayingDebts.firstInstalmentOn(agreed);
            for (var i = 0; i < paid; i++) {
                add(
                        DemoPlan.workdayBefore(first.plusMonths(i)),
                        15,
                        20,
                        actor -> debts.payInstalment(actor, threat));
            }
        }

        private void undertaking(LocalDate helped) {
            var decided = DemoPlan.workdayFrom(helped.plusDays(1));
            var sent = DemoPlan.workdayFrom(decided.plusDays(1));
            var ended = life.endedOn();
            if (ended != null && !sent.isBefore(ended)) {
                return;
            }
            add(decided, 14, 30, actor -> cases.undertake(actor, threat, logins.find("chef")));
            add(sent, 11, 0, actor -> cases.send(actor, threat));
            add(
                    DemoPlan.workdayFrom(sent.plusDays(5)),
                    15,
                    0,
                    actor -> debts.pay(actor, threat, Payer.BOARD, 1));
            var due = YearMonth.from(sent).plusMonths(1).atEndOfMonth();
            add(sent, 11, 10, actor -> debts.promise(actor, threat, due, 2));
            for (var month = 0; month < 2; month++) {
                add(
                        DemoPlan.workdayBefore(due.plusMonths(month).minusDays(3)),
                        15,
                        30,
                        actor -> debts.payPromised(actor, threat));
            }
        }

        private void end() {
            var ended = life.endedOn();
            var last = life.executedOn() == null ? ended : life.executedOn();
            if (life.outcome() == Outcome.MOVED
                    && threat.isAboutMoney()
                    && life.helpedOn() != null
                    && threat.dice(2, "declined") == 0) {
                add(
                        DemoPlan.workdayFrom(life.helpedOn().plusDays(2)),
                        14,
                        40,
                        actor -> cases.declineUndertaking(actor, threat));
            }
            add(last, 16, 0, actor -> cases.end(actor, threat));
            if (life.outcome() == Outcome.EVICTED && last != null) {
                for (var weeks : List.of(1, 5, 14, 27)) {
                    var day = DemoPlan.workdayFrom(last.plusWeeks(weeks));
                    add(day, 11, 30, actor -> cases.followLostHome(actor, threat, day));
                }
            }
        }
    }
}
