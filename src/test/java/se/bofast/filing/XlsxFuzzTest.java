package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;
import se.bofast.filing.SheetReading.Opening;

/// Any bytes as a package, and any text as one part of a workbook: refused with a reason, or read.
@Timeout(60)
class XlsxFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_packages(byte[] input) throws Exception {
        var file = input.length > 2 && input[0] == 0 ? Workbooks.zip(parts(input)) : input;
        if (Quickly.run(() -> Lists.open(file)) instanceof Opening.Opened(var sheet)) {
            assertThat(Quickly.run(() -> Lists.rows(sheet))).hasSize(sheet.understood().rowCount());
        }
    }

    /// After a zero: which part, and what stands in it.
    private static Map<String, String> parts(byte[] input) {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Ek")));
        var text = new String(input, 2, input.length - 2, UTF_8);
        switch (Math.floorMod(input[1], 7)) {
            case 0 -> parts.put("xl/worksheets/sheet1.xml", Workbooks.worksheet(text));
            case 1 -> parts.put("xl/worksheets/sheet1.xml", text);
            case 2 -> parts.put("xl/sharedStrings.xml", Workbooks.sharedStrings(text));
            case 3 -> parts.put("xl/styles.xml", text);
            case 4 -> parts.put("xl/workbook.xml", text);
            case 5 -> parts.put("xl/_rels/workbook.xml.rels", text);
            default -> parts.put("[Content_Types].xml", text);
        }
        return parts;
    }
}
