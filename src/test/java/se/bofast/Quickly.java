package se.bofast;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/// Holds parsers under fuzz to a time of their own thread, so that a busy machine is not taken for
/// a slow parser: a text made twenty thousand signs long from what the fuzzer found must still be
/// read at once, which no reader does whose work grows with the square.
public final class Quickly {

    private static final Duration MOST = Duration.ofMillis(1_500);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int LONG = 20_000;
    private static final int TRIES = 3;
    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;

    private Quickly() {}

    /// Runs it; one slow try may be the compiler's fault or the collector's, three are not.
    public static <T> T run(Supplier<T> work) {
        var fastest = Duration.ofDays(1);
        for (var n = 0; n < TRIES; n++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            var result = work.get();
            var took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
            if (took.compareTo(MOST) <= 0) {
                return result;
            }
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).isLessThanOrEqualTo(MOST);
        throw new IllegalStateException();
    }

    /// The text over and over, and its middle over and over, until it is long. While fuzzing only
    /// one input in a hundred is made so long, or there would be time for few.
    public static Iterable<String> grown(String text) {
        if (text.isEmpty() || text.length() > 200 || FUZZING && text.hashCode() % 100 != 0) {
            return java.util.List.of();
        }
        var third = text.length() / 3;
        var middle = text.substring(third, text.length() - third);
        return java.util.List.of(
                text.repeat(LONG / text.length()),
                text.substring(0, third)
                        + middle.repeat(LONG / Math.max(1, middle.length()))
                        + text.substring(text.length() - third));
    }
}
