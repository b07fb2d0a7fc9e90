package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.count.ClosingCount;
import se.bofast.count.CountRound;
import se.bofast.count.CountRounds;
import se.bofast.count.CountSplit;
import se.bofast.count.OpeningCount;
import se.bofast.count.Population;
import se.bofast.count.ReportingPeople;
import se.bofast.count.ReportingPeople.State;
import se.bofast.kernel.IdentityNumber;
import se.bofast.placement.HousingForms;

/// Two rounds of the homelessness count: last autumn's, frozen and published, and one in which the
/// units have come more or less far.
@Component
class PlayingCount {

    private static final String LEADER = "samordnare";

    private static final List<String> ASKED =
            List.of("handlaggare", "familj", "aldre", "konsulent", "uppsokare", "forsorjning");

    private static final LocalTime MORNING = LocalTime.of(8, 5);

    private final CountRounds rounds;
    private final OpeningCount opening;
    private final ReportingPeople reporting;
    private final ClosingCount closing;
    private final HousingForms forms;
    private final DemoActors actors;

    PlayingCount(
            CountRounds rounds,
            OpeningCount opening,
            ReportingPeople reporting,
            ClosingCount closing,
            HousingForms forms,
            DemoActors actors) {
        this.rounds = rounds;
        this.opening = opening;
        this.reporting = reporting;
        this.closing = closing;
        this.forms = forms;
        this.actors = actors;
    }

    void write(DemoPlan plan, Diary diary) {
        last(plan, diary, firstOn(plan));
        open(plan, diary, DemoPlan.workdayBefore(plan.today().minusDays(6)));
    }

    /// The first of October last year.
    static LocalDate firstOn(DemoPlan plan) {
        return DemoPlan.workdayFrom(LocalDate.of(plan.today().getYear() - 1, 10, 1));
    }

    // ---- last year's

    private void last(DemoPlan plan, Diary diary, LocalDate on) {
        diary.add(on, MORNING, LEADER, actor -> ask(actor, on, null));
        for (var i = 0; i < ASKED.size(); i++) {
            var login = ASKED.get(i);
            diary.add(
                    DemoPlan.workdayFrom(on.plusDays(2 + i)),
                    LocalTime.of(9, 15),
                    login,
                    actor -> {
                        if (login.equals("uppsokare")) {
                            meetOutdoors(actor, plan, on);
                        }
                        answer(actor, Integer.MAX_VALUE);
                        reporting.sendIn(actor, round(actor).id(), unit(actor));
                    });
        }
        var closed = DemoPlan.workdayFrom(on.plusDays(20));
        diary.add(
                closed,
                MORNING,
                LEADER,
                actor -> {
                    var round = round(actor).id();
                    for (var conflict : closing.conflicts(actor, round)) {
                        closing.decide(
                                actor,
                                round,
                                conflict.said().getFirst().report(),
                                "Enheten hade träffat personen samma dag.");
                    }
                    if (closing.freeze(actor, round) != ClosingCount.Answer.DONE) {
                        throw new IllegalStateException("the count of the demo is not decided");
                    }
                });
        diary.add(
                DemoPlan.workdayFrom(closed.plusDays(2)),
                MORNING,
                LEADER,
                actor -> closing.publish(actor, round(actor).id()));
    }

    private void ask(Actor actor, LocalDate on, @Nullable UUID before) {
        opening.open(
                actor,
                new OpeningCount.New(
                        "Hemlöshet %s %d"
                                .formatted(
                                        on.getMonthValue() < 7 ? "våren" : "hösten", on.getYear()),
                        on,
                        on,
                        DemoPlan.workdayFrom(on.plusDays(14)),
                        Population.ADULTS,
                        before,
                        ASKED.stream().map(login -> unit(actors.of(login))).toList()));
    }

    /// Four whom nobody knows by number, and one whom the reception has in its list, elsewhere.
    private void meetOutdoors(Actor actor, DemoPlan plan, LocalDate on) {
        add(actor, "Ewa", "N", LocalDate.of(1971, 4, 2), CountSplit.Sex.FEMALE, "ROUGH");
        add(actor, "Kent", "B", LocalDate.of(1958, 9, 14), CountSplit.Sex.MALE, "STAIRWELL_OR_CAR");
        add(actor, null, null, null, CountSplit.Sex.MALE, "ROUGH");
        sleptElsewhere(plan, on)
                .findFirst()
                .ifPresent(number ->
                        reporting.add(
                                actor,
                                round(actor).id(),
                                unit(actor),
                                new ReportingPeople.Missing(
                                        number,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        form("ROUGH"),
                                        null,
                                        null,
                                        1,
                                        0)));
    }

    /// Those of the reception's list who were in a place for the acutely homeless.
    private static Stream<IdentityNumber> sleptElsewhere(DemoPlan plan, LocalDate on) {
        return plan.lives().lives().stream()
                .filter(life -> life.unit().equals("handlaggare"))
                .filter(life -> !life.turns().getFirst().on().isBefore(plan.since()))
                .filter(life ->
                        life.turns().stream()
                                .filter(turn -> !turn.on().isAfter(on))
                                .reduce((one, other) -> other)
                                .filter(turn ->
                                        turn.form().equals("SHELTER")
                                                || turn.form().equals("ACUTE"))
                                .isPresent())
                .map(life -> life.person().number());
    }

    private void add(
            Actor actor,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birth,
            CountSplit.Sex sex,
            String form) {
        reporting.add(
                actor,
                round(actor).id(),
                unit(actor),
                new ReportingPeople.Missing(
                        null,
                        given,
                        family,
                        birth,
                        birth == null ? Integer.valueOf(40) : null,
                        sex,
                        form(form),
                        null,
                        null,
                        1,
                        0));
    }

    // ---- the one that goes on

    private void open(DemoPlan plan, Diary diary, LocalDate on) {
        diary.add(
                on,
                MORNING,
                LEADER,
                actor ->
                        ask(
                                actor,
                                on,
                                rounds.all(actor).stream()
                                        .filter(CountRound::frozen)
                                        .findFirst()
                                        .map(CountRound::id)
                                        .orElse(null)));
        diary.add(
                DemoPlan.workdayFrom(on.plusDays(1)),
                LocalTime.of(9, 15),
                "aldre",
                actor -> {
                    answer(actor, Integer.MAX_VALUE);
                    reporting.sendIn(actor, round(actor).id(), unit(actor));
                });
        diary.add(
                DemoPlan.workdayFrom(on.plusDays(1)),
                LocalTime.of(9, 25),
                "uppsokare",
                actor -> {
                    add(
                            actor,
                            "Ewa",
                            "N",
                            LocalDate.of(1971, 4, 2),
                            CountSplit.Sex.FEMALE,
                            "ROUGH");
                    add(
                            actor,
                            "Jörgen",
                            "P",
                            LocalDate.of(1980, 1, 30),
                            CountSplit.Sex.MALE,
                            "ROUGH");
                    answer(actor, Integer.MAX_VALUE);
                    reporting.sendIn(actor, round(actor).id(), unit(actor));
                });
        diary.add(
                DemoPlan.workdayFrom(on.plusDays(2)),
                LocalTime.of(9, 15),
                "handlaggare",
                actor -> answer(actor, 7));
        diary.add(
                DemoPlan.workdayFrom(on.plusDays(3)),
                LocalTime.of(15, 40),
                LEADER,
                actor -> opening.remind(actor, round(actor).id(), unit(actors.of("familj"))));
    }

    // ---- both

    /// Most were where the register says.
    private void answer(Actor actor, int most) {
        var list = reporting.list(actor, round(actor).id(), unit(actor));
        var open =
                list.lines().stream()
                        .filter(line -> line.state() == State.REGISTER)
                        .limit(most)
                        .toList();
        var answers = new ArrayList<ReportingPeople.Answer>();
        for (var i = 0; i < open.size(); i++) {
            var line = open.get(i);
            answers.add(
                    new ReportingPeople.Answer(
                            line.report(),
                            i % 17 == 5
                                    ? State.NOT_HOMELESS
                                    : i % 23 == 9 ? State.NOT_OURS : State.CONFIRMED,
                            line.form() == null ? form("WITH_FRIENDS") : line.form(),
                            line.leaving(),
                            line.brief()));
        }
        reporting.answer(actor, list.round().id(), list.unit(), answers);
    }

    /// The one that goes on; when the first is frozen, that one until the next is opened.
    private CountRound round(Actor actor) {
        return rounds.all(actor).getFirst();
    }

    private static UUID unit(Actor actor) {
        return actor.unit().value();
    }

    private UUID form(String code) {
        return forms.coded(code).id().value();
    }
}
