package se.bofast.kernel;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a day as people in Sweden write it, in a form or in a list.
///
/// A form that could mean two days is not read: `26-11-24`, `261124` and `11/12/26` give nothing. A
/// month written in figures comes after its day (`24/11`), never before.
public final class DateText {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;

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
                    Map.entry("i morgon", 1),
                    Map.entry("imorgon", 1),
                    Map.entry("tomorrow", 1),
                    Map.entry("i övermorgon", 2));

    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?"
                            + "(?:z|[+-]\\d{2}:\\d{2})");
    private static final Pattern CLOCK_TIME =
            Pattern.compile("[ t]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?$");
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
                    "(?<day>\\d{1,2})(?::?e|:a)? ?(?<name>\\p{L}{3,9})\\.?"
                            + "(?:,? (?<year>\\d{4}|\\d{2}))?");
    private static final Pattern WEEKDAY =
            Pattern.compile(
                    "(?<weekday>m[åa]n|mon|tis|tue|ons|wed|tor|thu|fre|fri|l[öo]r|sat|s[öo]n"
                            + "|sun)\\p{L}*\\.?,? (?:den )?(?<rest>.*)");

    private DateText() {}

    /// The day, or nothing where the text is no day or could mean two.
    ///
    /// Without a year it is the day nearest to `today`. A written weekday must agree. A clock time
    /// after the day is left out; a moment with a time zone is the day it falls on in Sweden.
    public static Optional<LocalDate> read(String text, LocalDate today) {
        var written = plain(text);
        var word = DAYS_FROM_TODAY.get(written);
        if (word != null) {
            return Optional.of(today.plusDays(word));
        }
        if (MOMENT.matcher(written).matches()) {
            return moment(written);
        }
        var weekday = WEEKDAY.matcher(written);
        if (weekday.matches()) {
            var expected = weekday(weekday.group("weekday"));
            return day(weekday.group("rest"), today).filter(on -> on.getDayOfWeek() == expected);
        }
        return day(written.startsWith("den ") ? written.substring(4) : written, today);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Z}\\s]+", " ")
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> moment(String written) {
        try {
            var at = OffsetDateTime.parse(written.toUpperCase(Locale.ROOT));
            return within(at.atZoneSameInstant(HouseClock.ZONE).toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String written, LocalDate today) {
        var text = CLOCK_TIME.matcher(written).replaceFirst("");
        for (var form : new Pattern[] {YEAR_FIRST, EIGHT_FIGURES, DAY_FIRST, STROKE}) {
            var parts = form.matcher(text);
            if (parts.matches()) {
                return of(parts, Integer.parseInt(parts.group("month")), today);
            }
        }
        var named = NAMED.matcher(text);
        return named.matches() ? of(named, month(named.group("name")), today) : Optional.empty();
    }

    private static Optional<LocalDate> of(Matcher parts, int month, LocalDate today) {
        var day = Integer.parseInt(parts.group("day"));
        @Nullable String year = parts.group("year");
        if (year == null) {
            return IntStream.rangeClosed(-1, 1)
                    .mapToObj(years -> date(today.getYear() + years, month, day))
                    .flatMap(Optional::stream)
                    .min(
                            Comparator.comparingLong(
                                    on -> Math.abs(ChronoUnit.DAYS.between(today, on))));
        }
        return date(year.length() == 4 ? Integer.parseInt(year) : full(year, today), month, day);
    }

    private static int full(String twoFigures, LocalDate today) {
        var year = today.getYear() / 100 * 100 + Integer.parseInt(twoFigures);
        return year > today.getYear() + YEARS_AHEAD ? year - 100 : year;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return within(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> within(LocalDate day) {
        return Optional.of(day)
                .filter(on -> on.getYear() >= FIRST_YEAR && on.getYear() <= LAST_YEAR);
    }

    private static int month(String name) {
        return switch (name) {
            case "jan", "januari", "january" -> 1;
            case "feb", "febr", "februari", "february" -> 2;
            case "mar", "mars", "march" -> 3;
            case "apr", "april" -> 4;
            case "maj", "may" -> 5;
            case "jun", "juni", "june" -> 6;
            case "jul", "juli", "july" -> 7;
            case "aug", "augusti", "august" -> 8;
            case "sep", "sept", "september" -> 9;
            case "okt", "oct", "oktober", "october" -> 10;
            case "nov", "november" -> 11;
            case "dec", "december" -> 12;
            default -> 0;
        };
    }

    private static DayOfWeek weekday(String start) {
        return switch (start) {
            case "mån", "man", "mon" -> DayOfWeek.MONDAY;
            case "tis", "tue" -> DayOfWeek.TUESDAY;
            case "ons", "wed" -> DayOfWeek.WEDNESDAY;
            case "tor", "thu" -> DayOfWeek.THURSDAY;
            case "fre", "fri" -> DayOfWeek.FRIDAY;
            case "lör", "lor", "sat" -> DayOfWeek.SATURDAY;
            default -> DayOfWeek.SUNDAY;
        };
    }
}
