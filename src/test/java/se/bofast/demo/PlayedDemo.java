package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.FoundingBoard.Founded;
import se.bofast.job.JobId;
import se.bofast.job.JobRun;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;

/// The demo board played whole, once a run, for whichever test asks first.
@TestComponent
public class PlayedDemo {

    /// The last day of the two years.
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 26);

    static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    private final DemoBoard demo;
    private final DemoYears years;
    private final DemoStory story;
    private boolean played;
    private @Nullable Founded founded;

    PlayedDemo(DemoBoard demo, DemoYears years, DemoStory story) {
        this.demo = demo;
        this.years = years;
        this.story = story;
    }

    /// Stops before a step is written down as done, as a machine that is switched off.
    private static final class Run implements JobRun {

        private final LocalDate today;
        private long done;
        private long stopsAt;

        Run(LocalDate today) {
            this.today = today;
        }

        @Override
        public JobId id() {
            return new JobId(NewId.at(new HouseClock(Clock.systemUTC())));
        }

        @Override
        public Map<String, String> payload() {
            return Map.of("since", SINCE.toString(), "today", today.toString());
        }

        @Override
        public long doneBefore() {
            return done;
        }

        @Override
        public void progress(long done, long all) {
            if (done == stopsAt) {
                throw new Stopped();
            }
            this.done = done;
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Stopped three times on the way, as a machine that is switched off.
    public synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        HouseClock.at(
                TestBoard.noon(TODAY),
                () -> {
                    founded = demo.make(SINCE);
                    var steps = story.steps(new DemoPlan(DemoYears.SEED, SINCE, TODAY));
                    var round = 0;
                    while (!(steps.get(round)
                                    instanceof Diary.Step.Listed(var at, var who, var list)
                            && list.fileName().contains("våren"))) {
                        round++;
                    }
                    var run = new Run(TODAY);
                    // The list of the round is read in, but nobody has written down that it is.
                    for (var stop : new int[] {3, round + 1, round + 40}) {
                        run.stopsAt = stop;
                        assertThatThrownBy(() -> years.run(run)).isInstanceOf(Stopped.class);
                        assertThat(run.done).isEqualTo(stop - 1);
                    }
                    run.stopsAt = -1;
                    years.run(run);
                    assertThat(run.done).isEqualTo(steps.size());
                    return null;
                });
    }

    /// The board, once it is played.
    public Founded board() {
        return Objects.requireNonNull(founded);
    }
}
