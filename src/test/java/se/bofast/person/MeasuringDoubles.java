package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.bofast.person.InventedDoubles.Hardship;
import se.bofast.person.InventedDoubles.Told;

/// The engine alone among a hundred thousand people, without a database: seconds, recall,
/// precision. The name keeps it out of the suite: `-Dtest=MeasuringDoubles`.
class MeasuringDoubles {

    @Test
    void a_hundred_thousand_people() {
        var told = InventedDoubles.register(41, 98_000, 0.02, new Hardship(2, 2, 4));
        var records = told.stream().map(Told::record).toList();
        var start = System.nanoTime();
        var found = new FindingDoubles(LinkWeights.CURRENT).among(records);
        var seconds = (System.nanoTime() - start) / 1e9;
        var score = LinkScore.of(found, told.stream().map(Told::human).toList());
        System.out.println(score.line("register of " + records.size()));
        System.out.printf(
                Locale.ROOT,
                "%.1f s on %d processors%n",
                seconds,
                Runtime.getRuntime().availableProcessors());
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
    }
}
