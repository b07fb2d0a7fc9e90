package se.bofast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/// Writes down what was measured, and beside it the aim.
final class Figures {

    private final Path file;

    Figures(Path file) throws IOException {
        this.file = file;
        Files.writeString(file, "");
    }

    void heading(String text) throws IOException {
        say("\n" + text);
    }

    void line(String format, Object... values) throws IOException {
        say("  " + String.format(Locale.ROOT, format, values));
    }

    private void say(String text) throws IOException {
        Files.writeString(file, text + "\n", StandardOpenOption.APPEND);
        System.err.println(text);
    }

    /// Nanoseconds a tenth, half and nineteen of twenty stay below, as milliseconds.
    static double percentile(long[] nanoseconds, double share) {
        var sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }
}
