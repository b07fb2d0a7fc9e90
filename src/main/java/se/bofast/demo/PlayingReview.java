package se.bofast.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Logins;
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonSearch;
import se.bofast.person.ReadingPerson;
import se.bofast.review.Judgement;
import se.bofast.review.Judging;
import se.bofast.review.OpeningRounds;
import se.bofast.review.OwnAddresses;
import se.bofast.review.ReviewRule;
import se.bofast.review.Rounds;
import se.bofast.review.SigningRounds;

/// A colleague who looks where there is no reason to, in the evening; the round in which it was
/// found and signed, and the round that is open.
@Component
class PlayingReview {

    private static final String CURIOUS = "aldre";
    private static final String STREET = "Granitvägen 8";
    private static final int SEARCHES = 6;
    private static final int HASTE = 32;
    private static final int LATE = 5;

    private final People people;
    private final PersonSearch search;
    private final ReadingPerson reading;
    private final Households households;
    private final OwnAddresses addresses;
    private final OpeningRounds opening;
    private final Rounds rounds;
    private final Judging judging;
    private final SigningRounds signing;
    private final Access access;
    private final Logins logins;
    private final Clock clock;

    PlayingReview(
            People people,
            PersonSearch search,
            ReadingPerson reading,
            Households households,
            OwnAddresses addresses,
            OpeningRounds opening,
            Rounds rounds,
            Judging judging,
            SigningRounds signing,
            Access access,
            Logins logins,
            Clock clock) {
        this.people = people;
        this.search = search;
        this.reading = reading;
        this.households = households;
        this.addresses = addresses;
        this.opening = opening;
        this.rounds = rounds;
        this.judging = judging;
        this.signing = signing;
        this.access = access;
        this.logins = logins;
        this.clock = clock;
    }

    void write(DemoPlan plan, Diary diary) {
        var month = YearMonth.from(plan.today()).minusMonths(1);
        var before = month.minusMonths(1);
        diary.add(plan.since().plusDays(6), LocalTime.of(10, 5), "chef", this::meetNamesakes);
        diary.add(
                plan.since().plusDays(6),
                LocalTime.of(10, 30),
                "admin",
                actor -> addresses.keep(actor, logins.find(CURIOUS), STREET));
        look(diary, before);
        look(diary, month);
        hidden(plan, diary, month);
        haste(plan, diary, month);
        late(plan, diary, month);
        if (plan.today().isAfter(month.atDay(3))) {
            diary.add(
                    month.atDay(2), LocalTime.of(8, 0), "granskare", actor -> opening.open(before));
            diary.add(month.atDay(3), LocalTime.of(9, 30), "granskare", this::judgeAll);
            diary.add(
                    plan.today().withDayOfMonth(1),
                    LocalTime.of(6, 0),
                    "granskare",
                    actor -> opening.open(month));
        }
    }

    private static LocalDate thursday(YearMonth month) {
        return month.atDay(10).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
    }

    private void meetNamesakes(Actor actor) {
        var today = HouseClock.today(clock);
        var namesake = register(actor, "Rut", "Holmgren");
        var partner = register(actor, "Sten", "Alexis");
        var home = households.start(actor, namesake, today, "Uppgav det själv");
        households.add(
                actor, home, Membership.adult(partner, Period.from(today)), "Uppgav det själv");
    }

    private PersonId register(Actor actor, String given, String family) {
        return people.register(
                actor,
                NewPerson.of(given, family, null)
                        .livingAt(new NewAddress(null, STREET, null, "100 14", "Björkstad")));
    }

    /// In the evening, a namesake and who lives with them: searched for again and again.
    private void look(Diary diary, YearMonth month) {
        for (var i = 0; i < SEARCHES; i++) {
            diary.add(
                    thursday(month),
                    LocalTime.of(20, 40).plusMinutes(i),
                    CURIOUS,
                    actor -> {
                        for (var name : new String[] {"Rut Holmgren", "Sten Alexis"}) {
                            if (search.search(actor, name)
                                    instanceof PersonSearch.Answer.Found found) {
                                found.people().stream()
                                        .limit(1)
                                        .forEach(match -> reading.whole(actor, match.id()));
                            }
                        }
                    });
        }
    }

    /// Whose identity is protected: the head looks, as may be; another tries, and is stopped.
    private void hidden(DemoPlan plan, Diary diary, YearMonth month) {
        plan.threats().stream()
                .filter(threat ->
                        DemoStory.isHidden(threat) && threat.day().isBefore(month.atDay(1)))
                .findFirst()
                .ifPresent(threat -> {
                    diary.add(
                            thursday(month),
                            LocalTime.of(10, 15),
                            "chef",
                            actor -> of(threat).ifPresent(id -> reading.whole(actor, id)));
                    diary.add(
                            thursday(month),
                            LocalTime.of(20, 51),
                            CURIOUS,
                            actor -> of(threat).ifPresent(id -> tries(actor, id)));
                });
    }

    private Optional<PersonId> of(Threat threat) {
        var number = threat.person().number();
        return number == null ? Optional.empty() : people.byNumber(number);
    }

    private void tries(Actor actor, PersonId person) {
        try {
            access.require(
                    actor, Action.SEE_PERSON, new Subject(PersonRelations.KIND, person.value()));
            throw new IllegalStateException("the walls let somebody through");
        } catch (NotFound asItShouldBe) {
            // The attempt is on record.
            return;
        }
    }

    /// Very many people opened in one go.
    private void haste(DemoPlan plan, Diary diary, YearMonth month) {
        var many =
                plan.threats().stream()
                        .filter(threat ->
                                threat.day().isBefore(month.atDay(1))
                                        && !DemoStory.isHidden(threat)
                                        && threat.person().number() != null)
                        .limit(HASTE * 2L)
                        .toList();
        diary.add(
                thursday(month).plusDays(5),
                LocalTime.of(14, 0),
                "forsorjning",
                actor ->
                        many.stream()
                                .flatMap(threat -> of(threat).stream())
                                .distinct()
                                .limit(HASTE)
                                .forEach(person -> reading.whole(actor, person)));
    }

    /// Twice, long after the last case was closed.
    private void late(DemoPlan plan, Diary diary, YearMonth month) {
        plan.threats().stream()
                .filter(threat ->
                        threat.isOver()
                                && !DemoStory.isHidden(threat)
                                && threat.life().endedOn() != null
                                && threat.life().endedOn().isBefore(month.atDay(1).minusMonths(6)))
                .limit(LATE)
                .forEach(threat -> {
                    for (var hour : new int[] {9, 15}) {
                        diary.add(
                                thursday(month).plusDays(1),
                                LocalTime.of(hour, 20),
                                "samordnare",
                                actor ->
                                        of(threat)
                                                .ifPresent(person -> reading.whole(actor, person)));
                    }
                });
    }

    private void judgeAll(Actor actor) {
        var round = rounds.all(actor).getFirst();
        var next = Optional.<PageKey>empty();
        do {
            var slice = rounds.lines(actor, round.id(), Optional.empty(), false, next);
            for (var line : slice.rows()) {
                var curious =
                        line.rules().contains(ReviewRule.NEVER_ASSIGNED)
                                && line.rules().contains(ReviewRule.AFTER_HOURS);
                judging.judge(
                        actor,
                        line.id(),
                        curious ? Judgement.UNAUTHORISED : Judgement.IN_ORDER,
                        curious ? "Kvällstid, utan uppdrag. Lämnat till enhetschefen." : null);
            }
            next = Optional.ofNullable(slice.nextKey());
        } while (next.isPresent());
        signing.sign(actor, round.id());
    }
}
