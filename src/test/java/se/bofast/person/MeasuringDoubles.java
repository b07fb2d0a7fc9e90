package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.person.InventedDoubles.Hardship;
import se.bofast.person.InventedDoubles.Told;

/// The engine alone, without a database, on sets made after the last change of weights and rules:
/// seconds, recall, precision. Whoever changes either takes new seeds first. The name keeps it out
/// of the suite: `-Dtest=MeasuringDoubles`.
class MeasuringDoubles {

    /// @param lacking per cent of the fields of a double nobody filled in
    @ParameterizedTest
    @CsvSource({
        "701, 98000, 0.02, 2, 2, 4, 0",
        "702, 98000, 0.05, 3, 2, 6, 8",
        "703, 6000, 0.1, 2, 2, 4, 0",
        "704, 6000, 0.1, 1, 1, 2, 0",
        "705, 6000, 0.1, 3, 2, 6, 10"
    })
    void a_register_of_families(
            long seed,
            int people,
            double share,
            int doubles,
            int inField,
            int inRecord,
            int lacking) {
        measure(
                "register " + seed,
                InventedDoubles.register(
                        seed, people, share, new Hardship(doubles, inField, inRecord, lacking)));
    }

    @ParameterizedTest
    @CsvSource({
        "711, 50000, 1, 2, 5, 0",
        "712, 2500, 1, 1, 4, 0",
        "713, 2500, 5, 2, 6, 0",
        "714, 2500, 1, 1, 3, 10",
        "715, 2500, 3, 2, 6, 10",
        "716, 2500, 5, 2, 10, 0"
    })
    void strangers(long seed, int people, int doubles, int inField, int inRecord, int lacking) {
        measure(
                "strangers " + seed,
                InventedDoubles.strangers(
                        seed, people, new Hardship(doubles, inField, inRecord, lacking)));
    }

    private static void measure(String name, List<Told> told) {
        var records = told.stream().map(Told::record).toList();
        var start = System.nanoTime();
        var found = new FindingDoubles(LinkWeights.CURRENT).among(records);
        var seconds = (System.nanoTime() - start) / 1e9;
        var score = LinkScore.of(found, told.stream().map(Told::human).toList());
        System.out.printf(
                Locale.ROOT,
                "%s; %.1f s on %d processors%n",
                score.line(name),
                seconds,
                Runtime.getRuntime().availableProcessors());
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
    }
}
