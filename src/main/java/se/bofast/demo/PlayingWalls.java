package se.bofast.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Logins;
import se.bofast.access.ManagingTeams;
import se.bofast.access.Verdict;
import se.bofast.exchange.DeliveringFile;
import se.bofast.exchange.PackageKind;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;
import se.bofast.prevention.OpeningInEmergency;
import se.bofast.prevention.TakingPart;
import se.bofast.prevention.TakingPart.PartKind;
import se.bofast.review.JudgingBreakGlass;
import se.bofast.support.Assignments;

/// What goes on around the walls: a team of several units that takes part in cases, one case opened
/// in an emergency and judged and another that waits to be, files so old that they are to go, and
/// what has left the house: an extract for its person and a file for the archive.
@Component
class PlayingWalls {

    static final String TEAM = "Bostadsteamet";

    /// The years between the last note in an old file and the first day of the board's two.
    private static final int LONG_AGO = 6;

    private static final int TEAM_CASES = 4;

    private final ManagingTeams teams;
    private final TakingPart taking;
    private final OpeningInEmergency emergencies;
    private final JudgingBreakGlass judging;
    private final DemoCases cases;
    private final People people;
    private final Assignments assignments;
    private final DeliveringFile delivering;
    private final DemoActors actors;
    private final Logins logins;

    PlayingWalls(
            ManagingTeams teams,
            TakingPart taking,
            OpeningInEmergency emergencies,
            JudgingBreakGlass judging,
            DemoCases cases,
            People people,
            Assignments assignments,
            DeliveringFile delivering,
            DemoActors actors,
            Logins logins) {
        this.teams = teams;
        this.taking = taking;
        this.emergencies = emergencies;
        this.judging = judging;
        this.cases = cases;
        this.people = people;
        this.assignments = assignments;
        this.delivering = delivering;
        this.actors = actors;
        this.logins = logins;
    }

    /// When those who work with old files began: before the oldest of them.
    static LocalDate longAgo(LocalDate since) {
        return since.minusYears(LONG_AGO + 1L);
    }

    void write(DemoPlan plan, Diary diary) {
        old(plan, diary);
        diary.add(plan.since().plusDays(5), LocalTime.of(9, 0), "admin", this::gather);
        together(plan, diary);
        emergencies(plan, diary);
        leaving(plan, diary);
    }

    // Known to a unit for some months, long ago, and never again.
    private void old(DemoPlan plan, Diary diary) {
        for (var i = 0; i < plan.old().size(); i++) {
            var person = plan.old().get(i);
            var day = DemoPlan.workdayFrom(plan.since().minusYears(LONG_AGO).plusDays(31L * i));
            diary.add(day, LocalTime.of(10, 0), "samordnare", actor -> file(actor, person, day));
        }
    }

    private void file(Actor actor, InventedPeople.Person person, LocalDate day) {
        var id =
                people.register(
                        actor,
                        new NewPerson(
                                person.given(),
                                person.family(),
                                person.birthOn(),
                                null,
                                person.number(),
                                Protection.NONE,
                                person.home(),
                                person.language(),
                                false));
        assignments.start(
                actor,
                id,
                actors.of("samordnare").unit(),
                null,
                "%d-%04d".formatted(day.getYear(), day.getDayOfYear()),
                day.minusMonths(5));
        assignments.end(actor, assignments.of(id).getFirst().id(), day);
    }

    private void gather(Actor actor) {
        var team = teams.add(actor, TEAM);
        for (var login : List.of("samordnare", "handlaggare", "bolots", "uppsokare")) {
            teams.join(actor, team, logins.find(login));
        }
    }

    // The team works together in some of the cases that are open today.
    private void together(DemoPlan plan, Diary diary) {
        var left = TEAM_CASES;
        for (var threat : plan.threats()) {
            var carrier = threat.life().carrier();
            var day = threat.life().triedOn();
            if (left > 0
                    && carrier != null
                    && !"chef".equals(carrier)
                    && day != null
                    && !day.isAfter(plan.today())
                    && !threat.isOver()
                    && !DemoStory.isHidden(threat)) {
                diary.add(day, LocalTime.of(11, 20), carrier, actor -> ask(actor, threat));
                left--;
            }
        }
    }

    private void ask(Actor actor, Threat threat) {
        taking.candidates(actor).stream()
                .filter(who -> who.kind() == PartKind.TEAM)
                .forEach(who ->
                        taking.ask(
                                actor,
                                cases.of(threat),
                                who.kind(),
                                who.id(),
                                "Hembesök tillsammans"));
    }

    private void emergencies(DemoPlan plan, Diary diary) {
        var carried =
                plan.threats().stream()
                        .filter(threat ->
                                "familj".equals(threat.life().carrier())
                                        && !DemoStory.isHidden(threat)
                                        && threat.day().isBefore(plan.today().minusDays(20)))
                        .toList();
        var first = carried.get(carried.size() / 2);
        var on = DemoPlan.workdayFrom(first.day().plusDays(3));
        open(diary, on, LocalTime.of(15, 40), first, "Mannen ringde om hot mot barnen i kväll.");
        diary.add(
                DemoPlan.workdayFrom(on.plusDays(1)), LocalTime.of(9, 0), "granskare", this::judge);
        var yesterday = DemoPlan.workdayBefore(plan.today().minusDays(1));
        open(
                diary,
                yesterday,
                LocalTime.of(16, 10),
                carried.getLast(),
                "Hyresvärden säger att låset byts i dag. Familjens handläggare är sjuk.");
    }

    // Who lives on in the home asked what is written; what is first to go was taken care of first.
    private void leaving(DemoPlan plan, Diary diary) {
        plan.threats().stream()
                .filter(threat ->
                        endedBefore(threat, plan.today().minusDays(20))
                                && threat.life().carrier() != null
                                && !DemoStory.isHidden(threat))
                .findFirst()
                .ifPresent(threat ->
                        leave(
                                diary,
                                plan.today().minusDays(12),
                                "samordnare",
                                PackageKind.EXTRACT,
                                () -> Objects.requireNonNull(cases.person(cases.of(threat)))));
        leave(
                diary,
                plan.today().minusDays(6),
                "arkivarie",
                PackageKind.ARCHIVE,
                () -> people.byNumber(plan.old().getFirst().number()).orElseThrow());
    }

    private void leave(
            Diary diary, LocalDate day, String login, PackageKind kind, Supplier<PersonId> whose) {
        diary.add(
                DemoPlan.workdayBefore(day),
                LocalTime.of(13, 30),
                login,
                actor -> delivering.make(actor, whose.get(), kind, Words.swedish()));
    }

    private static boolean endedBefore(Threat threat, LocalDate day) {
        var ended = threat.life().endedOn();
        return ended != null && ended.isBefore(day);
    }

    private void open(Diary diary, LocalDate day, LocalTime time, Threat threat, String reason) {
        diary.add(
                day,
                time,
                "forsorjning",
                actor ->
                        emergencies.open(actor, cases.number(threat), reason, Duration.ofHours(2)));
    }

    private void judge(Actor actor) {
        judging.list(actor, Optional.empty()).rows().stream()
                .filter(opening -> opening.verdict() == null)
                .forEach(opening ->
                        judging.judge(
                                actor,
                                opening.id(),
                                Verdict.IN_ORDER,
                                "Handläggaren var inte på plats, och barnen kunde fara illa."));
    }
}
