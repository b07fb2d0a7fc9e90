package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.person.Comparison.Band;
import se.bofast.person.InventedDoubles.Hardship;
import se.bofast.person.InventedDoubles.Told;

/// Invented registers that the weights were tuned on by hand: a guard against getting worse, not a
/// measure of how good they are. That is {@link MeasuringDoubles}.
class InventedDoublesTest {

    /// From the slips of the published sets to records of which half of the fields are wrong.
    @ParameterizedTest
    @CsvSource({
        "11, 2000, 1, 1, 4, 0.96",
        "12, 2000, 5, 2, 6, 0.90",
        "13, 5000, 1, 2, 5, 0.95",
        "14, 2000, 5, 2, 8, 0.85"
    })
    void links_strangers_with_slips_and_several_doubles(
            long seed, int people, int doubles, int inField, int inRecord, double recall) {
        var hardship = new Hardship(doubles, inField, inRecord);
        var score = score("strangers " + seed, InventedDoubles.strangers(seed, people, hardship));
        assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void keeps_families_twins_and_namesakes_apart(long seed) {
        var told = InventedDoubles.register(seed, 6000, 0.1, new Hardship(2, 2, 4));
        var score = score("register " + seed, told);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
        // Was 0.85 before a year apart and a neighbour's house were left to a person (decision
        // 0140).
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.84);
        assertThat((double) (score.right() + score.doubtfulRight()) / score.pairs())
                .as("found at all")
                .isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void links_nobody_where_nobody_is_double() {
        var told = InventedDoubles.register(31, 8000, 0, new Hardship(1, 1, 1));
        var found =
                new FindingDoubles(LinkWeights.CURRENT)
                        .among(told.stream().map(Told::record).toList());
        assertThat(found.in(Band.AUTOMATIC)).isEmpty();
        assertThat(found.clusters()).isEmpty();
    }

    private static LinkScore score(String name, List<Told> told) {
        var records = told.stream().map(Told::record).toList();
        var humans = told.stream().map(Told::human).toList();
        var score = LinkScore.of(new FindingDoubles(LinkWeights.CURRENT).among(records), humans);
        System.out.println(score.line(name));
        return score;
    }
}
