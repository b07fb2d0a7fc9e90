package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Words SWEDISH = Words.swedish();
    private static final Words ENGLISH = Words.english();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24",
                "20261124",
                "2026/11/24",
                "2026.11.24",
                "24/11",
                "24/11-2026",
                "24/11 2026",
                "24.11.2026",
                "24-11-2026",
                " 24 nov ",
                "24 nov.",
                "24 Nov 2026",
                "24 november",
                "24 november 2026",
                "tis 24 nov",
                "Tisdag den 24 november 2026",
                "den 24:e november",
                "24th November, 2026",
                "2026-11-24 00:00:00",
                "2026-11-24T00:00",
                "2026\u201311\u201324",
                "24\u00a0nov"
            })
    void reads_a_day_as_people_and_sheets_write_it(String text) {
        assertThat(DateReading.read(text, TODAY)).contains(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "i dag, 2026-11-21",
        "idag, 2026-11-21",
        "I går, 2026-11-20",
        "igår, 2026-11-20",
        "i förrgår, 2026-11-19",
        "i morgon, 2026-11-22",
        "imorgon, 2026-11-22",
        "today, 2026-11-21",
        "yesterday, 2026-11-20",
        "tomorrow, 2026-11-22"
    })
    void reads_the_words_for_days_near_today(String text, LocalDate day) {
        assertThat(DateReading.read(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "24/12, 2026-12-24",
        "5/1, 2027-01-05",
        "1/6, 2026-06-01",
        "20 maj, 2027-05-20",
        "23 maj, 2026-05-23"
    })
    void takes_the_nearest_year_where_none_is_written(String text, LocalDate day) {
        assertThat(DateReading.read(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "32 nov",
                "31/11",
                "30 feb",
                "29 feb 2026",
                "29 feb",
                "11/24",
                "2026-13-01",
                "261124",
                "24/11-26",
                "mån 24 nov",
                "tis 24 nov 2027",
                "24 no",
                "24 xyz",
                "1849-12-31",
                "2201-01-01",
                "2026-11-24 10:42",
                "2026-1124",
                "24",
                "0/11"
            })
    void refuses_what_is_no_day_or_would_be_a_guess(String text) {
        assertThat(DateReading.read(text, TODAY)).isEmpty();
    }

    @Property
    void reads_back_what_the_house_writes(
            @ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
        for (var words : new Words[] {SWEDISH, ENGLISH}) {
            assertThat(DateReading.read(words.day(day, today), today)).contains(day);
            assertThat(DateReading.read(words.longDay(day), today)).contains(day);
        }
        assertThat(DateReading.read(day.toString(), today)).contains(day);
        assertThat(DateReading.read(day.toString().replace("-", ""), today)).contains(day);
        assertThat(
                        DateReading.read(
                                "%d/%d-%d"
                                        .formatted(
                                                day.getDayOfMonth(),
                                                day.getMonthValue(),
                                                day.getYear()),
                                today))
                .contains(day);
    }

    @Property
    void a_day_without_a_year_is_within_half_a_year(
            @ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
        var read =
                DateReading.read(
                        "%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue()), today);
        if (day.getMonthValue() != 2 || day.getDayOfMonth() != 29) {
            assertThat(read).isPresent();
            assertThat(read.get())
                    .isBetween(today.minusDays(183), today.plusDays(183))
                    .matches(found -> found.getDayOfMonth() == day.getDayOfMonth());
        }
    }

    @Property
    void never_stumbles(@ForAll String text) {
        var read = DateReading.read(text, TODAY);
        assertThat(read.map(LocalDate::getYear).orElse(2000)).isBetween(1850, 2200);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
