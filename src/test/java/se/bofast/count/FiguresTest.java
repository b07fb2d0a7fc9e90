package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.page.Words;
import se.bofast.prevention.Closing;

/// The definitions, and what is hidden of what they come to.
class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void each_version_of_a_figure_is_defined_once() {
        assertThat(Figures.ALL.stream().map(f -> f.key() + " " + f.version()))
                .doesNotHaveDuplicates();
        assertThat(Figures.on(DAY).stream().map(Figure::key)).doesNotHaveDuplicates();
    }

    @Test
    void each_figure_says_in_both_languages_what_it_is_and_of_whom() {
        for (var words : List.of(Words.swedish(), Words.english())) {
            for (var figure : Figures.ALL) {
                for (var key :
                        List.of(figure.nameKey(), figure.wordingKey(), figure.populationKey())) {
                    assertThat(words.has(key)).as(key).isTrue();
                }
            }
        }
        assertThat(Figures.ALL.stream().map(f -> Words.swedish().t(f.nameKey())))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_home_is_kept_where_the_case_says_so_unless_none_was_threatened() {
        for (var outcome : Closing.Outcome.values()) {
            assertThat(Figures.HOMES_KEPT.part().contains("'" + outcome.name() + "'"))
                    .as(outcome.name())
                    .isEqualTo(outcome.homeKept() && outcome != Closing.Outcome.NO_THREAT);
        }
    }

    @Test
    void reasons_and_sources_are_those_of_the_signals() {
        assertThat(CountWords.REASONS)
                .containsExactlyElementsOf(
                        Arrays.stream(ThreatReason.values()).map(Enum::name).toList());
        assertThat(CountWords.SOURCES)
                .containsExactlyElementsOf(
                        Arrays.stream(SignalSource.values()).map(Enum::name).toList());
    }

    @Test
    void one_to_four_are_hidden_and_nought_and_five_are_not() {
        assertThat(SmallCells.isSmall(value(0, null))).isFalse();
        assertThat(SmallCells.isSmall(value(1, null))).isTrue();
        assertThat(SmallCells.isSmall(value(4, null))).isTrue();
        assertThat(SmallCells.isSmall(value(5, null))).isFalse();
    }

    @Test
    void a_share_that_tells_of_a_few_who_are_left_is_hidden_too() {
        assertThat(SmallCells.isSmall(value(38, 40L))).isTrue();
        assertThat(SmallCells.isSmall(value(40, 40L))).isFalse();
        assertThat(SmallCells.isSmall(value(0, 3L))).isTrue();
    }

    @Test
    void a_single_hidden_number_cannot_be_counted_out_from_the_total() {
        var shown =
                SmallCells.hide(
                        new Counted(
                                Selection.of(DAY, DAY),
                                List.of(Figures.CASES),
                                Map.of("cases", value(42, null)),
                                Map.of(
                                        Grouping.REASON,
                                        List.of(
                                                line("A", 30),
                                                line("B", 10),
                                                line("C", 2),
                                                line("D", 0))),
                                false));
        assertThat(
                        shown.by(Grouping.REASON).stream()
                                .collect(
                                        Collectors.toMap(
                                                line -> String.valueOf(line.code()),
                                                line -> line.value(Figures.CASES).hidden())))
                .isEqualTo(new HashMap<>(Map.of("A", false, "B", true, "C", true, "D", false)));
        assertThat(shown.value(Figures.CASES).part()).isEqualTo(42);
    }

    private static Counted.Line line(String code, long cases) {
        return new Counted.Line(code, null, Map.of("cases", value(cases, null)));
    }

    private static Value value(long part, @org.jspecify.annotations.Nullable Long whole) {
        return new Value(part, whole, null, false);
    }
}
