package se.bofast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24",
                "2026/11/24",
                "2026.11.24",
                "20261124",
                "24/11",
                "24/11 2026",
                "24/11-2026",
                "24/11-26",
                "24/11 26",
                "24/11/2026",
                "24.11.2026",
                "24-11-2026",
                " 24 nov ",
                "24 Nov 2026",
                "den 24:e november",
                "24th November, 2026",
                "Tisdag den 24 november 2026",
                "24\u00a0nov",
                "2026-11-24 10:42",
                "24 nov",
                "24 nov.",
                "24nov",
                "24 november 2026",
                "24 november, 2026",
                "24 NOV 26",
                "24:e november",
                "tis 24 nov",
                "tis. 24 nov",
                "Tisdag 24/11",
                "tisdagen den 24 november 2026",
                "den 24 november",
                "Tue 24 Nov 2026",
                " 2026-11-24 ",
                "\u00a024\u00a0november\u202f2026",
                "2026\u201311\u201324",
                "2026-11-24 00:00:00",
                "2026-11-24T00:00",
                "2026-11-24 13:45:10.123",
                "2026-11-23T23:30:00Z",
                "2026-11-24T00:30:00+01:00"
            })
    void reads_the_twenty_fourth_of_november(String text) {
        assertThat(DateText.read(text, TODAY)).contains(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "i dag, 2026-11-21",
        "Idag, 2026-11-21",
        "today, 2026-11-21",
        "igår, 2026-11-20",
        "i går, 2026-11-20",
        "i förrgår, 2026-11-19",
        "i morgon, 2026-11-22",
        "imorgon, 2026-11-22",
        "i övermorgon, 2026-11-23",
        "förrgår, 2026-11-19",
        "övermorgon, 2026-11-23",
        "yesterday, 2026-11-20",
        "tomorrow, 2026-11-22"
    })
    void reads_words_relative_to_today(String text, LocalDate day) {
        assertThat(DateText.read(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04, 24/11, 2026-11-24",
        "2026-12-20, 7 jan, 2027-01-07",
        "2026-01-02, 29/12, 2025-12-29",
        "2026-11-21, 24/12, 2026-12-24",
        "2026-11-21, 5/1, 2027-01-05",
        "2026-11-21, 1/6, 2026-06-01",
        "2026-11-21, 20 maj, 2027-05-20",
        "2026-11-21, 23 maj, 2026-05-23"
    })
    void takes_the_nearest_year_where_none_is_written(LocalDate today, String text, LocalDate day) {
        assertThat(DateText.read(text, today)).contains(day);
    }

    /// A page writes a day of this year without the year, also when another year's is nearer.
    @ParameterizedTest
    @CsvSource({"mån 5 jan, 2026-01-05", "tis 5 jan, 2027-01-05", "tis 24 nov, 2026-11-24"})
    void lets_the_weekday_choose_the_year(String text, LocalDate day) {
        assertThat(DateText.read(text, LocalDate.of(2026, 12, 30))).contains(day);
    }

    /// The 24th was a Monday the year before: a slip in the weekday must not become a year's slip.
    @ParameterizedTest
    @ValueSource(strings = {"mån 24 nov", "Monday 24 November", "tis 24 nov 2027"})
    void a_slip_in_the_weekday_is_no_other_year(String text) {
        assertThat(DateText.read(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1/2-46, 2046-02-01", "1/2-47, 1947-02-01", "28/12-81, 1981-12-28"})
    void reads_two_figure_years_as_at_most_twenty_years_ahead(String text, LocalDate day) {
        assertThat(DateText.read(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"26-11-24", "261124", "11/12/26", "24-11", "24.11", "24.11.26"})
    void refuses_what_could_mean_two_days(String text) {
        assertThat(DateText.read(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "snart",
                "x",
                "24",
                "0/11",
                "32 nov",
                "31/11",
                "30 feb",
                "29 feb 2026",
                "29 feb",
                "11/24",
                "24 no",
                "24 xyz",
                "2026-13-01",
                "2026-1124",
                "1849-12-31",
                "2201-01-01",
                "2026-02-30",
                "2025-02-29",
                "11/24/2026",
                "31/4",
                "29/2",
                "ons 24 hösten",
                "monster 23 nov",
                "mån 24 nov 2026",
                "lör 24 nov",
                "24 hösten 2026",
                "0000-00-00",
                "00000000",
                "99999999",
                "2026-11-24-01",
                "2026-11/24",
                "13:45",
                "2026-99-99T99:99:99Z",
                "198112289874",
                "46350",
                "den",
                "tis"
            })
    void reads_nothing_from_what_is_no_day(String text) {
        assertThat(DateText.read(text, TODAY)).isEmpty();
    }

    @Test
    void reads_the_leap_day_in_a_leap_year() {
        assertThat(DateText.read("29/2", LocalDate.of(2028, 3, 1)))
                .contains(LocalDate.of(2028, 2, 29));
    }

    @Property
    void reads_back_every_day_in_each_written_form(
            @ForAll @IntRange(min = -15_000, max = 5_000) int offset) {
        var day = TODAY.plusDays(offset);
        for (var pattern :
                new String[] {
                    "yyyy-MM-dd",
                    "yyyyMMdd",
                    "d/M yyyy",
                    "d.M.yyyy",
                    "d MMM yyyy",
                    "EEEE 'den' d MMMM yyyy"
                }) {
            var text = day.format(DateTimeFormatter.ofPattern(pattern, Locale.of("sv", "SE")));
            assertThat(DateText.read(text, TODAY)).as(text).contains(day);
        }
    }

    @Property
    void a_day_without_a_year_is_within_half_a_year(
            @ForAll @IntRange(min = -5_000, max = 5_000) int dayOffset,
            @ForAll @IntRange(min = -5_000, max = 5_000) int todayOffset) {
        var day = TODAY.plusDays(dayOffset);
        var today = TODAY.plusDays(todayOffset);
        if (day.getMonthValue() != 2 || day.getDayOfMonth() != 29) {
            assertThat(
                            DateText.read(
                                    "%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue()),
                                    today))
                    .hasValueSatisfying(read -> {
                        assertThat(read).isBetween(today.minusDays(183), today.plusDays(183));
                        assertThat(read.getDayOfMonth()).isEqualTo(day.getDayOfMonth());
                    });
        }
    }

    @Property
    void never_fails_on_any_text(@ForAll String text) {
        assertThat(DateText.read(text, TODAY))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read.orElseThrow().getYear()).isBetween(1850, 2200));
    }
}
