package se.bofast.prevention;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads which months somebody wrote: "oktober och november 2026", "2026-10, 2026-11".
public final class MonthsReading {

    private static final List<String> NAMES =
            List.of(
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december");

    private static final Pattern WORD = Pattern.compile("[\\p{L}]+|\\d{4}-\\d{1,2}|\\d+");
    private static final int MOST = 24;

    private MonthsReading() {}

    /// The months in the order written; empty when any word of it is not understood. A month
    /// without a year has the year that follows.
    public static Optional<List<YearMonth>> read(String text) {
        var found = new ArrayList<YearMonth>();
        var named = new ArrayList<Integer>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            var word = words.group();
            var name = NAMES.indexOf(word);
            if (name >= 0) {
                named.add(name + 1);
            } else if (word.matches("\\d{4}") && !named.isEmpty()) {
                var year = Integer.parseInt(word);
                named.forEach(month -> found.add(YearMonth.of(year, month)));
                named.clear();
            } else if (word.contains("-")) {
                var month = month(word);
                if (month == null) {
                    return Optional.empty();
                }
                found.add(month);
            } else if (!List.of("och", "samt", "and").contains(word)) {
                return Optional.empty();
            }
        }
        return named.isEmpty() && !found.isEmpty() && found.size() <= MOST
                ? Optional.of(List.copyOf(found))
                : Optional.empty();
    }

    private static @Nullable YearMonth month(String word) {
        var parts = word.split("-");
        try {
            return YearMonth.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
