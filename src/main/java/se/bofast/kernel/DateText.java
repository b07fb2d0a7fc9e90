package se.bofast.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a day as people in Sweden write it, in a form or in a list.
///
/// A month written in figures comes after its day (`24/11`), never before. A form that could mean
/// two days is not read: `26-11-24`, `261124`, `11/12/26` and `24-11` give nothing.
public final class DateText {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    /// A two-figure year is read as at most this many years ahead.
    private static final int YEARS_AHEAD = 20;

    private static final Map<String, Integer> DAYS_FROM_TODAY =
            Map.ofEntries(
                    Map.entry("i dag", 0),
                    Map.entry("idag", 0),
                    Map.entry("today", 0),
                    Map.entry("i går", -1),
                    Map.entry("igår", -1),
                    Map.entry("yesterday", -1),
                    Map.entry("i förrgår", -2),
                    Map.entry("förrgår", -2),
                    Map.entry("i morgon", 1),
                    Map.entry("imorgon", 1),
                    Map.entry("tomorrow", 1),
                    Map.entry("i övermorgon", 2),
                    Map.entry("övermorgon", 2));

    private static final List<String> MONTHS =
            List.of(
                    "januari january",
                    "februari february",
                    "mars march",
                    "april april",
                    "maj may",
                    "juni june",
                    "juli july",
                    "augusti august",
                    "september september",
                    "oktober october",
                    "november november",
                    "december december");
    private static final List<String> WEEKDAYS =
            List.of(
                    "måndagen monday",
                    "tisdagen tuesday",
                    "onsdagen wednesday",
                    "torsdagen thursday",
                    "fredagen friday",
                    "lördagen saturday",
                    "söndagen sunday");

    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?"
                            + "(?:z|[+-]\\d{2}:\\d{2})");
    private static final Pattern CLOCK_TIME =
            Pattern.compile("[ t]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?$");
    private static final Pattern WEEKDAY_FIRST =
            Pattern.compile("(?:(?!den )(?<weekday>\\p{L}{3,})\\.?,? )?(?:den )?(?<rest>\\d.*)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})");
    private static final Pattern EIGHT_FIGURES =
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})([-/.])(?<month>\\d{1,2})\\2(?<year>\\d{4})");
    private static final Pattern STROKE =
            Pattern.compile("(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:[ -] ?(?<year>\\d{4}|\\d{2}))?");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<day>\\d{1,2})(?::e|:a|th|st|nd|rd|\\.)? ?(?<month>\\p{L}{3,})\\.?"
                            + "(?:,? (?<year>\\d{4}|\\d{2}))?");

    private DateText() {}

    /// The day, or nothing where the text is no day or could mean two.
    ///
    /// Without a year it is the day nearest to `today`. A weekday in front must fit that day, or
    /// the one of this year, which is how the house writes it; another year would make a slip in
    /// the weekday a year's slip. A clock time after the day is left out; a moment with a time zone
    /// is the day it falls on in Sweden.
    public static Optional<LocalDate> read(String text, LocalDate today) {
        var written =
                text.replaceAll("[\\p{Z}\\s]+", " ")
                        .replaceAll("[\u2010-\u2015\u2212]", "-")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        var word = DAYS_FROM_TODAY.get(written);
        if (word != null) {
            return Optional.of(today.plusDays(word));
        }
        if (MOMENT.matcher(written).matches()) {
            return moment(written);
        }
        var parts = WEEKDAY_FIRST.matcher(CLOCK_TIME.matcher(written).replaceFirst(""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        @Nullable String weekday = parts.group("weekday");
        var wanted = weekday == null ? 0 : place(WEEKDAYS, weekday);
        var days = days(parts.group("rest"), today).toList();
        var nearest =
                days.stream()
                        .min(
                                Comparator.comparingLong(
                                        day -> Math.abs(ChronoUnit.DAYS.between(today, day))));
        return weekday == null
                ? nearest
                : nearest.filter(day -> fits(day, wanted))
                        .or(() ->
                                days.stream()
                                        .filter(day -> day.getYear() == today.getYear())
                                        .filter(day -> fits(day, wanted))
                                        .findFirst());
    }

    private static boolean fits(LocalDate day, int weekday) {
        return day.getDayOfWeek().getValue() == weekday;
    }

    private static Optional<LocalDate> moment(String written) {
        try {
            var at = OffsetDateTime.parse(written.toUpperCase(Locale.ROOT));
            return Optional.of(at.atZoneSameInstant(HouseClock.ZONE).toLocalDate())
                    .filter(DateText::isNear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The day with its year, or the days of the years around `today`.
    private static Stream<LocalDate> days(String written, LocalDate today) {
        for (var form : List.of(YEAR_FIRST, EIGHT_FIGURES, DAY_FIRST, STROKE, NAMED)) {
            var parts = form.matcher(written);
            if (parts.matches()) {
                return years(parts, today)
                        .mapToObj(year -> day(year, month(parts.group("month")), parts))
                        .flatMap(Optional::stream);
            }
        }
        return Stream.empty();
    }

    private static IntStream years(Matcher parts, LocalDate today) {
        @Nullable String year = parts.group("year");
        if (year == null) {
            return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1);
        }
        if (year.length() == 4) {
            return IntStream.of(Integer.parseInt(year));
        }
        var near = today.getYear() / 100 * 100 + Integer.parseInt(year);
        return IntStream.of(near > today.getYear() + YEARS_AHEAD ? near - 100 : near);
    }

    private static Optional<LocalDate> day(int year, int month, Matcher parts) {
        try {
            return Optional.of(LocalDate.of(year, month, Integer.parseInt(parts.group("day"))))
                    .filter(DateText::isNear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static int month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : place(MONTHS, written);
    }

    /// The place, from 1, of the first names that begin so; 0 where none does.
    private static int place(List<String> names, String beginning) {
        for (var place = 0; place < names.size(); place++) {
            for (var name : names.get(place).split(" ", -1)) {
                if (name.startsWith(beginning)) {
                    return place + 1;
                }
            }
        }
        return 0;
    }
}
