package se.bofast.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;
import se.bofast.filing.ColumnMapping;
import se.bofast.filing.Row;
import se.bofast.filing.RowReading;
import se.bofast.filing.RowResult;

/// Any row of any list of signals: a signal, or errors.
@Timeout(60)
class SignalRowFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_rows(byte[] input) throws Exception {
        var texts = new String(input, UTF_8).split("\n", 40);
        for (var list : SignalList.values()) {
            var reader = list.reader();
            var header =
                    reader.fields().stream().map(field -> field.synonyms().getFirst()).toList();
            var mapping = ColumnMapping.propose(header, reader.fields());
            assertThat(mapping.isReady()).as(list.name()).isTrue();
            List<String> cells = new ArrayList<>();
            for (var n = 0; n < header.size(); n++) {
                cells.add(texts[n % texts.length].strip());
            }
            var reading = new RowReading<>(reader, mapping, LocalDate.of(2026, 11, 29));
            switch (Quickly.run(() -> reading.read(new Row(2, cells)))) {
                case RowResult.Good<SignalLine>(var line) -> assertThat(line.kind()).isNotNull();
                case RowResult.Bad<SignalLine>(var errors) -> assertThat(errors).isNotEmpty();
            }
        }
        var written = texts[0].strip();
        var name = WrittenName.split(written);
        assertThat(name.given().length() + name.family().length())
                .isLessThanOrEqualTo(written.length());
        assertThat(WrittenName.sounds(written)).doesNotContain("");
        for (var grown : Quickly.grown(written)) {
            Quickly.run(() -> WrittenName.split(grown));
        }
    }
}
