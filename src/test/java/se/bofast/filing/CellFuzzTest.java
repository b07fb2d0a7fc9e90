package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any cell read as everything a cell may be; what is cleaned is clean, and what is guarded against
/// running as a formula comes back as it was.
@Timeout(60)
class CellFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_cells(byte[] input) throws Exception {
        var today = LocalDate.of(2026, 11, 29);
        var text = CellText.clean(new String(input, UTF_8));
        assertThat(CellText.clean(text)).isEqualTo(text);
        assertThat(CellText.clean(CellText.guarded(text))).isEqualTo(text);
        for (var one :
                text.isEmpty() || text.length() > 200
                        ? List.of(text)
                        : List.of(text, text.repeat(10_000 / text.length()))) {
            var header = List.of("Personnummer", "Hyresgäst", "Belopp", "Förfallodag", "Orsak");
            var mapping = ColumnMapping.propose(header, Lists.FIELDS);
            var cells =
                    new CellReading(
                            mapping.row(new Row(2, List.of(one, one, one, one, one))), today);
            Quickly.run(() -> {
                cells.text("name", 200);
                cells.identityNumber("number");
                cells.money("amount");
                cells.date("due");
                cells.wholeNumber("amount", 0, 20);
                cells.yesNo("reason");
                return cells.choice(
                        "reason", Map.of("a", List.of("Skuld"), "b", List.of("Störning")));
            });
            cells.result(() -> one);
        }
    }
}
