package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.demo.DemoHomes.Home;
import se.bofast.demo.DemoLives.Life;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.Apartments;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.tenancy.Needs;
import se.bofast.tenancy.Offering;
import se.bofast.tenancy.Referring;
import se.bofast.tenancy.Way;

/// Those who wait for an apartment today, with what they need; some are offered one, one has said
/// yes, one said no and waits again, one waits no longer.
@Component
class PlayingReferrals {

    private static final Set<String> WITHOUT_A_HOME =
            Set.of("SHELTER", "ACUTE", "LODGING_HOME", "HVB", "WITH_FRIENDS", "SUPPORTED_ADULT");

    private static final int WAIT = 9;

    private final People people;
    private final Referring referring;
    private final Offering offering;
    private final Apartments apartments;
    private final PlayingLeases leases;

    PlayingReferrals(
            People people,
            Referring referring,
            Offering offering,
            Apartments apartments,
            PlayingLeases leases) {
        this.people = people;
        this.referring = referring;
        this.offering = offering;
        this.apartments = apartments;
        this.leases = leases;
    }

    void write(DemoPlan plan, Diary diary) {
        var today = plan.today();
        var waiting =
                plan.lives().lives().stream()
                        .filter(life -> WITHOUT_A_HOME.contains(life.turns().getLast().form()))
                        .filter(life ->
                                life.turns().getFirst().on().isBefore(today.minusDays(170))
                                        && life.turns()
                                                .getLast()
                                                .on()
                                                .isBefore(today.minusDays(20)))
                        .sorted(Comparator.comparing(life -> life.turns().getLast().on()))
                        .toList();
        var empty = plan.leases().emptySince(today.minusDays(20));
        for (var i = 0; i < waiting.size() && i < WAIT + 5; i++) {
            var life = waiting.get(i);
            var number = i;
            var here = life.turns().getLast().on().plusDays(1);
            var planned = DemoPlan.workdayBefore(today.minusDays(150 - i * 9L));
            var on = planned.isBefore(here) ? here : planned;
            diary.add(
                    on,
                    LocalTime.of(11, 4),
                    "samordnare",
                    actor ->
                            referring.refer(
                                    actor,
                                    find(life),
                                    on.minusDays(number % 5 * 3L),
                                    number % 4 == 1
                                            ? DemoPlan.workdayBefore(today.minusDays(84 - number))
                                            : null,
                                    needs(number),
                                    "Bor tillfälligt och behöver en egen lägenhet."));
        }
        for (var turn = 0; turn < 5 && WAIT + turn < waiting.size(); turn++) {
            var life = waiting.get(WAIT + turn);
            var on = DemoPlan.workdayBefore(today.minusDays(12 - turn));
            if (turn == 4) {
                diary.add(on, LocalTime.of(14, 20), "samordnare", actor -> close(actor, life, on));
            } else if (turn < empty.size()) {
                var home = empty.get(turn);
                var answer = turn;
                diary.add(
                        on,
                        LocalTime.of(14, 20),
                        PlayingHomes.CONSULTANT,
                        actor -> offer(actor, life, home, on));
                diary.add(
                        on.plusDays(2),
                        LocalTime.of(14, 22),
                        PlayingHomes.CONSULTANT,
                        actor -> answer(actor, life, answer, on.plusDays(2)));
            }
        }
    }

    private static Needs needs(int i) {
        return new Needs(
                KINDS.get(i % KINDS.size()),
                i % 3 == 0 ? 2 : null,
                i % 5 == 2 ? 2 : null,
                i % 6 == 1 ? 1 : null,
                i % 7 == 3,
                i % 4 == 3,
                i == 6,
                i % 3 == 1,
                i % 2 == 0 ? Money.kronor(6_200 + i * 150L) : null,
                i % 5 == 4 ? List.of("123") : List.of(),
                i % 8 == 5 ? List.of("Norrby") : List.of(),
                i % 6 == 4,
                null,
                WORDS.get(i % WORDS.size()));
    }

    private static final List<Set<ApartmentKind>> KINDS =
            List.of(
                    Set.of(ApartmentKind.TRAINING),
                    Set.of(ApartmentKind.HOUSING_FIRST),
                    Set.of(ApartmentKind.TRAINING, ApartmentKind.TRIAL),
                    Set.of());

    private static final List<String> WORDS =
            List.of(
                    "Vill bo nära sin dotter.",
                    "Kan inte bo på samma gata som förut.",
                    "Har en katt som måste få följa med.",
                    "Behöver tystnad om natten.");

    private void offer(Actor actor, Life life, Home home, LocalDate on) {
        var id =
                apartments
                        .byNumber(home.number())
                        .orElseThrow(() -> new IllegalStateException(home.number()));
        offering.candidates(actor, id);
        done(
                offering.offer(
                        actor,
                        leases.referral(actor, find(life), Way.State.WAITING),
                        id,
                        on.plusDays(14),
                        "Har väntat längst av dem lägenheten passar."));
    }

    /// The first has not answered, the second says yes, the third and fourth no and why.
    private void answer(Actor actor, Life life, int turn, LocalDate on) {
        if (turn == 0) {
            return;
        }
        done(
                offering.step(
                        actor,
                        leases.referral(actor, find(life), Way.State.OFFERED),
                        turn == 1 ? Way.Kind.ACCEPTED : Way.Kind.DECLINED,
                        on,
                        null,
                        null,
                        switch (turn) {
                            case 2 -> "Hyran är för hög.";
                            case 3 -> "För långt till arbetet utan bil.";
                            default -> null;
                        }));
    }

    private void close(Actor actor, Life life, LocalDate on) {
        if (!referring.close(
                actor,
                leases.referral(actor, find(life), Way.State.WAITING),
                on,
                "Har fått plats på ett stödboende och vill stanna där.")) {
            throw new IllegalStateException("a referral of the demo was not closed");
        }
    }

    private static void done(Offering.Step step) {
        if (!step.isDone()) {
            throw new IllegalStateException("a step of the demo was refused: " + step);
        }
    }

    private PersonId find(Life life) {
        return people.byNumber(life.person().number()).orElseThrow();
    }
}
