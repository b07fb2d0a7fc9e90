package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.Given.DAYS;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.WorkingDays.Reading.SATURDAYS_COUNT;
import static se.bofast.deadline.WorkingDays.Reading.SATURDAYS_DO_NOT_COUNT;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [impl->req~deadline.working-days~1]
class SwedishWorkingDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

    private static Stream<LocalDate> everyDay() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }

    /// The movable days listed in the domain notes, section 3.
    @ParameterizedTest
    @CsvSource({
        "2026-04-05, EASTER_DAY",
        "2026-05-14, ASCENSION_DAY",
        "2026-05-24, WHIT_SUNDAY",
        "2026-06-19, MIDSUMMER_EVE",
        "2026-10-31, ALL_SAINTS_DAY",
        "2027-03-28, EASTER_DAY",
        "2027-05-06, ASCENSION_DAY",
        "2027-05-16, WHIT_SUNDAY",
        "2027-06-25, MIDSUMMER_EVE",
        "2027-11-06, ALL_SAINTS_DAY",
        "2028-04-16, EASTER_DAY",
        "2028-05-25, ASCENSION_DAY",
        "2028-06-04, WHIT_SUNDAY",
        "2028-06-23, MIDSUMMER_EVE",
        "2028-11-04, ALL_SAINTS_DAY"
    })
    void movable_days_fall_where_the_domain_notes_list_them(LocalDate day, DayKind kind) {
        assertThat(DAYS.kindOf(day)).isEqualTo(kind);
    }

    /// Lag (1989:253): the fixed holidays; lag (1930:173) 2 §: the eves.
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, NEW_YEARS_DAY",
        "2026-01-06, EPIPHANY",
        "2026-04-03, GOOD_FRIDAY",
        "2026-04-06, EASTER_MONDAY",
        "2026-05-01, MAY_DAY",
        "2026-06-06, NATIONAL_DAY",
        "2026-06-20, MIDSUMMER_DAY",
        "2026-12-24, CHRISTMAS_EVE",
        "2026-12-25, CHRISTMAS_DAY",
        "2026-12-26, BOXING_DAY",
        "2026-12-31, NEW_YEARS_EVE",
        "2026-04-04, SATURDAY",
        "2026-04-30, WORKING_DAY",
        "2026-05-25, WORKING_DAY",
        "2026-05-15, WORKING_DAY",
        "2026-01-05, WORKING_DAY"
    })
    void fixed_days_and_their_neighbours_are_what_the_statutes_say(LocalDate day, DayKind kind) {
        assertThat(DAYS.kindOf(day)).isEqualTo(kind);
    }

    /// SFS 2004:1320.
    @Test
    void whit_monday_gave_way_to_the_national_day_in_2005() {
        assertThat(DAYS.kindOf(day("2004-05-31"))).isEqualTo(DayKind.WHIT_MONDAY);
        assertThat(DAYS.kindOf(day("2003-06-06"))).isEqualTo(DayKind.WORKING_DAY);
        assertThat(DAYS.kindOf(day("2005-05-16"))).isEqualTo(DayKind.WORKING_DAY);
        assertThat(DAYS.kindOf(day("2005-06-06"))).isEqualTo(DayKind.NATIONAL_DAY);
    }

    @Test
    void every_day_agrees_with_an_own_computation_of_easter_and_the_statute() {
        var own = new HashMap<LocalDate, Boolean>();
        for (var year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            own.putAll(ownHolidays(year));
        }
        none(day -> {
            var weekday = day.getDayOfWeek().getValue();
            var free = own.containsKey(day) || weekday > 5;
            var rest = own.getOrDefault(day, false) || weekday == 7;
            return DAYS.isWorkingDay(day) == free
                    || DAYS.isWorkingDay(day, SATURDAYS_COUNT) == rest;
        });
    }

    @Test
    void a_moved_day_is_never_a_non_working_day_nor_earlier() {
        none(day -> !DAYS.isWorkingDay(DAYS.onOrAfter(day)) || DAYS.onOrAfter(day).isBefore(day));
    }

    @Test
    void moving_passes_no_working_day_by() {
        none(day -> day.datesUntil(DAYS.onOrAfter(day)).anyMatch(DAYS::isWorkingDay));
    }

    @Test
    void moving_is_monotone_and_moving_twice_is_moving_once() {
        none(day -> {
            var moved = DAYS.onOrAfter(day);
            return !DAYS.onOrAfter(moved).equals(moved)
                    || DAYS.onOrAfter(day.plusDays(1)).isBefore(moved);
        });
    }

    @Test
    void no_time_limit_moves_more_than_five_days() {
        none(day -> DAYS.onOrAfter(day).isAfter(day.plusDays(5)));
    }

    @Test
    void two_further_working_days_come_no_later_when_saturdays_count() {
        none(day -> {
            var wide = DAYS.plus(day, 2, SATURDAYS_COUNT);
            var narrow = DAYS.plus(day, 2, SATURDAYS_DO_NOT_COUNT);
            return wide.isBefore(day.plusDays(2))
                    || narrow.isBefore(wide)
                    || !DAYS.isWorkingDay(narrow)
                    || !DAYS.isWorkingDay(wide, SATURDAYS_COUNT);
        });
    }

    @Test
    void the_last_working_day_before_is_earlier_and_a_working_day() {
        none(day -> {
            var wide = DAYS.lastBefore(day, SATURDAYS_COUNT);
            var narrow = DAYS.lastBefore(day, SATURDAYS_DO_NOT_COUNT);
            return !wide.isBefore(day)
                    || narrow.isAfter(wide)
                    || !DAYS.isWorkingDay(narrow)
                    || !DAYS.isWorkingDay(wide, SATURDAYS_COUNT);
        });
    }

    /// Walks every day of 2000-2040.
    private static void none(Predicate<LocalDate> wrong) {
        assertThat(everyDay().filter(wrong)).isEmpty();
    }

    @Test
    void many_threads_get_the_same_answers() throws Exception {
        var fresh = new SwedishWorkingDays();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked =
                    Stream.generate(() ->
                                    threads.submit(() -> everyDay().map(fresh::kindOf).toList()))
                            .limit(8)
                            .toList();
            var expected = everyDay().map(DAYS::kindOf).toList();
            for (var answer : asked) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    /// Holidays true, eves false. Easter by Oudin's algorithm, the rest from lag (1989:253).
    private static Map<LocalDate, Boolean> ownHolidays(int year) {
        var days = new HashMap<LocalDate, Boolean>();
        days.put(LocalDate.of(year, 12, 24), false);
        days.put(LocalDate.of(year, 12, 31), false);
        var midsummer = firstSaturday(LocalDate.of(year, 6, 20));
        days.put(midsummer.minusDays(1), false);
        days.put(midsummer, true);
        days.put(firstSaturday(LocalDate.of(year, 10, 31)), true);
        for (var fixed : new int[][] {{1, 1}, {1, 6}, {5, 1}, {12, 25}, {12, 26}}) {
            days.put(LocalDate.of(year, fixed[0], fixed[1]), true);
        }
        var easter = easter(year);
        for (var offset : new int[] {-2, 0, 1, 39, 49}) {
            days.put(easter.plusDays(offset), true);
        }
        days.put(year < 2005 ? easter.plusDays(50) : LocalDate.of(year, 6, 6), true);
        return days;
    }

    private static LocalDate firstSaturday(LocalDate from) {
        return from.datesUntil(from.plusDays(7))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate easter(int year) {
        var g = year % 19;
        var c = year / 100;
        var h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
        var i = h - h / 28 * (1 - h / 28 * (29 / (h + 1)) * ((21 - g) / 11));
        var j = (year + year / 4 + i + 2 - c + c / 4) % 7;
        var l = i - j;
        var month = 3 + (l + 40) / 44;
        return LocalDate.of(year, month, l + 28 - 31 * (month / 4));
    }

    @Test
    void the_three_eves_count_as_working_days_only_in_the_wide_reading() {
        for (var eve :
                EnumSet.of(DayKind.MIDSUMMER_EVE, DayKind.CHRISTMAS_EVE, DayKind.NEW_YEARS_EVE)) {
            assertThat(eve.isWorkingDay(SATURDAYS_COUNT)).isTrue();
            assertThat(eve.isWorkingDay(SATURDAYS_DO_NOT_COUNT)).isFalse();
        }
        // Christmas Eve 2028 is a Sunday: a Sunday is a working day to nobody.
        assertThat(DAYS.isWorkingDay(day("2028-12-24"), SATURDAYS_COUNT)).isFalse();
    }
}
