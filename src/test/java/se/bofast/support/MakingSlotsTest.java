package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.UnitId;

class MakingSlotsTest {

    @Test
    void nine_o_clock_is_nine_o_clock_in_summer_and_winter() {
        var starts = MakingSlots.starts(weekly(LocalDate.of(2026, 10, 20), 2));
        assertThat(starts)
                .extracting(at -> at.atZone(HouseClock.ZONE).toLocalTime())
                .containsOnly(LocalTime.of(9, 0));
        assertThat(Duration.between(starts.getFirst(), starts.getLast()).toHours())
                .isEqualTo(7 * 24 + 1);
    }

    @Test
    void a_weekly_series_leaves_out_holidays() {
        // Thursdays 10, 17, 24 (Christmas Eve) and 31 December (New Year's Eve) 2026.
        assertThat(MakingSlots.starts(weekly(LocalDate.of(2026, 12, 10), 4))).hasSize(2);
    }

    @Test
    void a_place_may_not_say_what_is_there() {
        assertThat(MakingSlots.tells("Socialkontoret, Storgatan 1")).isTrue();
        assertThat(MakingSlots.tells("Budgetrådgivningen")).isTrue();
        assertThat(MakingSlots.tells("Storgatan 1, våning 2")).isFalse();
    }

    private static MakingSlots.NewSlots weekly(LocalDate first, int weeks) {
        return new MakingSlots.NewSlots(
                new EmployeeId(new UUID(1, 1)),
                new UnitId(new UUID(1, 2)),
                first,
                LocalTime.of(9, 0),
                Duration.ofMinutes(45),
                1,
                weeks,
                "Storgatan 1",
                null);
    }
}
