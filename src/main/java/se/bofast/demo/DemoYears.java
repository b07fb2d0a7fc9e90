package se.bofast.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;
import se.bofast.kernel.HouseClock;

/// Plays the two years step by step, through the use cases. How far it has come is written in the
/// transaction of each step, so an interrupted run goes on with the step after the last one
/// committed; a list, which takes several, knows itself how far it came.
@Component
class DemoYears implements JobKind {

    static final String KIND = "demo";
    static final long SEED = 20_100_406;
    private static final Logger LOG = LoggerFactory.getLogger(DemoYears.class);

    private final DemoStory story;
    private final PlayingLists lists;
    private final PlayingRound round;
    private final DemoActors actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoYears(
            DemoStory story,
            PlayingLists lists,
            PlayingRound round,
            DemoActors actors,
            TransactionTemplate transaction,
            Clock clock) {
        this.story = story;
        this.lists = lists;
        this.round = round;
        this.actors = actors;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Two calendar years back to back, the second with at least half a year in it.
    static LocalDate firstDay(LocalDate today) {
        return LocalDate.of(today.minusMonths(6).getYear() - 1, 1, 1);
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var began = clock.instant();
        // Both are of the day it was ordered, so that a run of the day after plays the same.
        var since = LocalDate.parse(run.payload().get("since"));
        var today = LocalDate.parse(run.payload().get("today"));
        var steps = story.steps(new DemoPlan(SEED, since, today));
        for (var i = (int) run.doneBefore(); i < steps.size(); i++) {
            play(steps.get(i), run, i + 1, steps.size());
        }
        LOG.info("The demo board's two years are played, in {} s", seconds(began, clock.instant()));
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private void play(Diary.Step step, JobRun run, int done, int all) {
        // The hours of today that have not come yet are played now.
        var at = step.at().isAfter(clock.instant()) ? clock.instant() : step.at();
        switch (step) {
            case Diary.Step.Together(var planned, var login, var works) ->
                    together(at, login, works, () -> run.progress(done, all));
            case Diary.Step.Listed(var planned, var login, var list) -> {
                spread(at, login, actor -> lists.play(actor, list.at(at)));
                run.progress(done, all);
            }
            case Diary.Step.Printed(var planned, var login, var threats, var from) -> {
                spread(at, login, actor -> round.play(actor, at, threats, from));
                run.progress(done, all);
            }
        }
    }

    /// In transactions of its own.
    private void spread(Instant at, String login, Diary.Work work) {
        var actor = HouseClock.at(at, () -> actors.of(login));
        actor.reach()
                .within(() -> {
                    work.by(actor);
                    return null;
                });
    }

    private void together(Instant at, String login, List<Diary.Work> works, Runnable told) {
        var actor = HouseClock.at(at, () -> actors.of(login));
        actor.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status -> {
                        HouseClock.at(
                                at,
                                () -> {
                                    works.forEach(work -> work.by(actor));
                                    return null;
                                });
                        told.run();
                    });
                    return null;
                });
    }
}
