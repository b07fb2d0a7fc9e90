package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.demo.DemoLives.Life;

/// What the demo board's homeless people and families come to, whatever the day it is played.
class DemoLivesTest {

    // The city does not count these.
    private static final Set<String> HOMES =
            Set.of("OWN_LEASE", "HOUSING_FIRST_LEASE", "TRIAL", "HOUSING_FIRST_SUBLET");

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-11-29", "2027-07-01"})
    void about_eighty_are_homeless_as_the_city_counts(String day) {
        var lives = lives(LocalDate.parse(day)).lives();
        var without =
                lives.stream()
                        .filter(life -> !HOMES.contains(life.turns().getLast().form()))
                        .count();
        assertThat(without).isBetween(66L, 92L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-11-29", "2027-07-01"})
    void seventy_families_of_some_three_hundred_live_where_they_may_not_stay(String day) {
        var families =
                lives(LocalDate.parse(day)).families().stream()
                        .filter(family -> family.movesOutOn() == null)
                        .toList();
        assertThat(families).hasSize(70);
        assertThat(families.stream().mapToInt(f -> f.adults().size() + f.children().size()).sum())
                .isBetween(260, 340);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-10", "2026-11-29", "2027-07-01"})
    void nobody_is_told_of_tomorrow_and_nothing_overlaps(String text) {
        var today = LocalDate.parse(text);
        for (var life : lives(today).lives()) {
            assertThat(life.turns()).allMatch(turn -> turn.on().isBefore(today));
            assertThat(life.absences()).allMatch(away -> away.last().isBefore(today));
            inOrder(life);
        }
    }

    private static void inOrder(Life life) {
        for (var i = 1; i < life.turns().size(); i++) {
            var former = life.turns().get(i - 1);
            var turn = life.turns().get(i);
            assertThat(turn.on()).isAfter(former.on());
            if (turn.endedOn() != null) {
                assertThat(turn.endedOn()).isBefore(turn.on().minusDays(1)).isAfter(former.on());
            }
        }
    }

    private static DemoLives lives(LocalDate today) {
        return new DemoLives(DemoYears.SEED, new InventedPeople(new Random(1)), today);
    }
}
