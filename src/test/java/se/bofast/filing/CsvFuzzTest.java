package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;
import se.bofast.filing.SheetReading.Opening;

/// Any file read as a list: refused with a reason, or read to its end with clean cells; and what is
/// written of it again holds no formula.
@Timeout(60)
class CsvFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_text_files(byte[] input) throws Exception {
        if (!(Quickly.run(() -> Lists.open(input)) instanceof Opening.Opened(var sheet))) {
            return;
        }
        var rows = Quickly.run(() -> Lists.rows(sheet));
        assertThat(rows).hasSize(sheet.understood().rowCount());
        for (var row : rows) {
            for (var cell : row.cells()) {
                assertThat(CellText.clean(cell)).isEqualTo(cell);
            }
        }
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(
                sheet.header(),
                rows.stream()
                        .map(row ->
                                row.cells().stream().<SheetCell>map(SheetCell.Text::new).toList()),
                out);
        assertThat(cells(out.toString(UTF_8))).noneMatch(CsvFuzzTest::isFormula);
        assertThat(List.of(sheet.header())).isNotEmpty();
    }

    /// A sign alone asks a program to reckon nothing; it stays as it was typed.
    private static boolean isFormula(String cell) {
        return (cell.startsWith("=") || cell.startsWith("@")) && cell.strip().length() > 1;
    }

    private static List<String> cells(String text) throws Exception {
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(';')
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text.replaceFirst("^\ufeff", ""))) {
            return csv.stream().flatMap(record -> record.getFields().stream()).toList();
        }
    }
}
