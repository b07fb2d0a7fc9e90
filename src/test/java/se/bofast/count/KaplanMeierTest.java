package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.bofast.count.KaplanMeier.Span;

/// The estimate against published and hand-made vectors.
class KaplanMeierTest {

    /// Weeks in remission under 6-mercaptopurine, 21 children (Freireich and others 1963, as in
    /// Kalbfleisch and Prentice): the standard example of the method.
    @Test
    void estimates_the_standard_example_as_published() {
        var spans =
                new ArrayList<>(
                        IntStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23)
                                .mapToObj(weeks -> new Span(0, weeks, true))
                                .toList());
        IntStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
                .forEach(weeks -> spans.add(new Span(0, weeks, false)));
        var estimate = new KaplanMeier(spans);
        assertThat(estimate.lasting(5)).isEqualTo(1);
        assertThat(estimate.lasting(6)).isCloseTo(0.857, within(0.001));
        assertThat(estimate.lasting(7)).isCloseTo(0.807, within(0.001));
        assertThat(estimate.lasting(10)).isCloseTo(0.753, within(0.001));
        assertThat(estimate.lasting(13)).isCloseTo(0.690, within(0.001));
        assertThat(estimate.lasting(16)).isCloseTo(0.627, within(0.001));
        assertThat(estimate.lasting(22)).isCloseTo(0.538, within(0.001));
        assertThat(estimate.lasting(23)).isCloseTo(0.448, within(0.001));
        assertThat(estimate.quantile(0.25)).isEqualTo(13);
        assertThat(estimate.quantile(0.5)).isEqualTo(23);
        assertThat(estimate.quantile(0.75)).isNull();
    }

    @Test
    void who_entered_late_is_not_looked_at_before() {
        var estimate =
                new KaplanMeier(
                        List.of(new Span(0, 2, true), new Span(3, 5, true), new Span(0, 5, false)));
        // At 2 two are looked at and one ends; at 5 two, of whom one came at 3.
        assertThat(estimate.lasting(2)).isEqualTo(0.5);
        assertThat(estimate.lasting(5)).isEqualTo(0.25);
    }

    @Test
    void without_censoring_it_is_the_share_that_lasts() {
        var random = new Random(7);
        for (var round = 0; round < 50; round++) {
            var spans = new ArrayList<Span>();
            for (var i = 0; i < 60; i++) {
                spans.add(new Span(0, 1 + random.nextInt(40), true));
            }
            Collections.shuffle(spans, random);
            var estimate = new KaplanMeier(spans);
            for (var day = 0; day <= 41; day++) {
                var at = day;
                var share = spans.stream().filter(span -> span.exit() > at).count() / 60.0;
                assertThat(estimate.lasting(day)).isCloseTo(share, within(1e-9));
            }
            assertThat(estimate.quantile(1)).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void nothing_lasts_for_ever_when_nobody_is_looked_at() {
        assertThat(new KaplanMeier(List.of()).quantile(0.5)).isNull();
    }
}
