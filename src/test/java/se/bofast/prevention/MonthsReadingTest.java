package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oktober och november 2026",
                "Oktober 2026, november 2026",
                "2026-10, 2026-11",
                "2026-10 och november 2026"
            })
    void reads_months_as_people_write_them(String written) {
        assertThat(MonthsReading.read(written).orElseThrow())
                .containsExactly(YearMonth.of(2026, 10), YearMonth.of(2026, 11));
    }

    @Test
    void a_turn_of_the_year_keeps_its_years() {
        assertThat(MonthsReading.read("december 2026 och januari 2027").orElseThrow())
                .containsExactly(YearMonth.of(2026, 12), YearMonth.of(2027, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oktober",
                "hyran för oktober 2026",
                "2026-13",
                "2026",
                "okt 2026",
                "12 2026"
            })
    void what_is_not_clear_is_not_guessed(String written) {
        assertThat(MonthsReading.read(written)).isEmpty();
    }
}
