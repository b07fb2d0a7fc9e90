package se.bofast.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text read as a day: one within reach, which reads back from its written form.
@Timeout(60)
class DateFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_days(byte[] input) throws Exception {
        var today = LocalDate.of(2026, 11, 29);
        var text = new String(input, UTF_8);
        DateText.read(text, today)
                .ifPresent(day -> {
                    assertThat(day.getYear()).isBetween(1850, 2200);
                    assertThat(DateText.read(day.toString(), today)).contains(day);
                });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> DateText.read(grown, today));
        }
    }
}
