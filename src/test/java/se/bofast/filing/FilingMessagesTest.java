package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.kernel.AmountText;
import se.bofast.kernel.DateText;

class FilingMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void every_refusal_and_fault_has_a_sentence_that_ends(String language) throws IOException {
        var sentences = sentences(language);
        var keys =
                Stream.concat(
                        Arrays.stream(Refusal.Reason.values())
                                .map(reason -> new Refusal(reason, List.of()).messageKey()),
                        Arrays.stream(CellFault.values()).map(CellFault::messageKey));
        assertThat(keys)
                .allSatisfy(key -> assertThat(sentences.getProperty(key)).as(key).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void the_column_of_errors_is_known_again(String language) throws IOException {
        assertThat(BadRows.isErrorColumn(sentences(language).getProperty("filing.badRows.column")))
                .isTrue();
    }

    /// Who writes as the sentence says must not be refused again.
    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void the_examples_in_the_sentences_can_be_read(String language) throws IOException {
        var sentences = sentences(language);
        for (var fault :
                List.of(
                        CellFault.AMOUNT,
                        CellFault.AMOUNT_AMBIGUOUS,
                        CellFault.AMOUNT_PARTS_OF_ORE)) {
            assertThat(AmountText.read(example(sentences, fault))).isPresent();
        }
        assertThat(DateText.read(example(sentences, CellFault.DATE), LocalDate.of(2026, 1, 1)))
                .isPresent();
    }

    private static String example(Properties sentences, CellFault fault) {
        var sentence = sentences.getProperty(fault.messageKey());
        return sentence.replaceFirst(".* ([\\d,-]+)\\.$", "$1");
    }

    private static Properties sentences(String language) throws IOException {
        var sentences = new Properties();
        var file =
                FilingMessagesTest.class.getResourceAsStream(
                        "/messages/filing_" + language + ".properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(file), UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
