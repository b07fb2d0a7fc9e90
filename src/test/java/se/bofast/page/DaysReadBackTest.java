package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.bofast.kernel.DateText;

/// What the house writes, a form reads.
class DaysReadBackTest {

    private static final Words SWEDISH = Words.swedish();
    private static final Words ENGLISH = Words.english();

    @Property
    void reads_back_what_the_house_writes(
            @ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
        for (var words : new Words[] {SWEDISH, ENGLISH}) {
            assertThat(DateText.read(words.day(day, today), today)).contains(day);
            assertThat(DateText.read(words.longDay(day), today)).contains(day);
        }
        assertThat(DateText.read(day.toString(), today)).contains(day);
        assertThat(DateText.read(day.toString().replace("-", ""), today)).contains(day);
        assertThat(
                        DateText.read(
                                "%d/%d-%d"
                                        .formatted(
                                                day.getDayOfMonth(),
                                                day.getMonthValue(),
                                                day.getYear()),
                                today))
                .contains(day);
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
