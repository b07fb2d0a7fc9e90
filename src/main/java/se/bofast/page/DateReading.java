package se.bofast.page;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a day as people and sheets write it: `2026-11-24`, `20261124`, `24/11`, `24/11-2026`,
/// `24.11.2026`, `24 nov`, `tis 24 november 2026`, `i dag`, `igår`, `i morgon`, and in English.
///
/// Day before month, always. A year has four digits: two would have to be guessed. A day without a
/// year is the one nearest to today; a weekday in front must fit. Years 1850-2200.
public final class DateReading {

    private static final List<List<String>> MONTHS =
            List.of(
                    List.of("januari", "january"),
                    List.of("februari", "february"),
                    List.of("mars", "march"),
                    List.of("april"),
                    List.of("maj", "may"),
                    List.of("juni", "june"),
                    List.of("juli", "july"),
                    List.of("augusti", "august"),
                    List.of("september"),
                    List.of("oktober", "october"),
                    List.of("november"),
                    List.of("december"));
    private static final List<List<String>> WEEKDAYS =
            List.of(
                    List.of("måndag", "monday"),
                    List.of("tisdag", "tuesday"),
                    List.of("onsdag", "wednesday"),
                    List.of("torsdag", "thursday"),
                    List.of("fredag", "friday"),
                    List.of("lördag", "saturday"),
                    List.of("söndag", "sunday"));
    private static final Map<String, Integer> NAMED_DAYS =
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

    /// Sheets often add a midnight to a day.
    private static final String MIDNIGHT = "(?:[t ]00:00(?::00(?:\\.0+)?)?)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})" + MIDNIGHT);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:[-/. ](\\d{4}))?" + MIDNIGHT);
    private static final Pattern NAMED_MONTH =
            Pattern.compile(
                    "(?:(?!den )(\\p{L}+)\\.?,? )?(?:den )?(\\d{1,2})(?::e|:a|th|st|nd|rd|\\.)?"
                            + " ?(\\p{L}{3,})\\.?(?:,? (\\d{4}))?");

    private DateReading() {}

    public static Optional<LocalDate> read(String text, LocalDate today) {
        var plain =
                text.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ")
                        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        var named = NAMED_DAYS.get(plain);
        if (named != null) {
            return Optional.of(today.plusDays(named));
        }
        var yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        var dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.matches()) {
            return dayFirst.group(4) == null
                    ? nearest(dayFirst.group(3), dayFirst.group(1), null, today)
                    : day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
        }
        var withName = NAMED_MONTH.matcher(plain);
        return withName.matches()
                ? named(
                        withName.group(1),
                        withName.group(2),
                        withName.group(3),
                        withName.group(4),
                        today)
                : Optional.empty();
    }

    private static Optional<LocalDate> named(
            @Nullable String weekday,
            String dayOfMonth,
            String monthName,
            @Nullable String year,
            LocalDate today) {
        var month = place(MONTHS, monthName);
        var wanted = weekday == null ? Optional.<Integer>empty() : place(WEEKDAYS, weekday);
        if (month.isEmpty() || (weekday != null && wanted.isEmpty())) {
            return Optional.empty();
        }
        var number = String.valueOf(month.get());
        var weekdayWanted = wanted.map(DayOfWeek::of).orElse(null);
        return year == null
                ? nearest(number, dayOfMonth, weekdayWanted, today)
                : day(year, number, dayOfMonth).filter(day -> fits(day, weekdayWanted));
    }

    private static boolean fits(LocalDate day, @Nullable DayOfWeek wanted) {
        return wanted == null || day.getDayOfWeek() == wanted;
    }

    /// The place in the list, from 1, of the one name that begins so; two letters are too few.
    private static Optional<Integer> place(List<List<String>> names, String beginning) {
        if (beginning.length() < 3) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, names.size())
                .filter(n -> names.get(n - 1).stream().anyMatch(x -> x.startsWith(beginning)))
                .boxed()
                .findFirst();
    }

    /// The day nearest to today. With a weekday also the one of this year, which is how the house
    /// writes it; another year would make a slip in the weekday a year's slip.
    private static Optional<LocalDate> nearest(
            String month, String dayOfMonth, @Nullable DayOfWeek wanted, LocalDate today) {
        var nearest =
                IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                        .mapToObj(year -> day(String.valueOf(year), month, dayOfMonth))
                        .flatMap(Optional::stream)
                        .min(
                                Comparator.comparingLong(
                                        day -> Math.abs(ChronoUnit.DAYS.between(today, day))));
        return wanted == null
                ? nearest
                : nearest.filter(day -> fits(day, wanted))
                        .or(() ->
                                day(String.valueOf(today.getYear()), month, dayOfMonth)
                                        .filter(day -> fits(day, wanted)));
    }

    private static Optional<LocalDate> day(String year, String month, String dayOfMonth) {
        var number = Integer.parseInt(year);
        if (number < 1850 || number > 2200) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
