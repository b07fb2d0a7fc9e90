package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any code of a number format of a workbook.
@Timeout(60)
class NumberFormatFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void shows_numbers(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var line = text.indexOf((char) 10);
        var format = XlsxNumber.of(line < 0 ? text : text.substring(0, line));
        for (var number :
                new String[] {"0", "-1.5", "45000", "45000.75", "1E-7", "2958466", "1e400", text}) {
            assertThat(Quickly.run(() -> format.text(number, false))).isNotNull();
        }
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> XlsxNumber.of(grown));
        }
    }

    /// What the fuzzer found: a bracket that never closes, looked for from every one of them.
    @Test
    void a_format_code_no_program_writes_is_not_read_at_all() {
        var code = "[".repeat(400_000);
        assertThat(Quickly.run(() -> XlsxNumber.of(code)).text("45000", false)).isEqualTo("45000");
    }
}
