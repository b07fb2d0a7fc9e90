package se.bofast.prevention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text read as months: a few that read back.
@Timeout(60)
class MonthsFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_months(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        MonthsReading.read(text)
                .ifPresent(months -> {
                    assertThat(months.size()).isBetween(1, 24);
                    if (months.stream().allMatch(month -> month.getYear() > 999)) {
                        var written =
                                months.stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "));
                        assertThat(MonthsReading.read(written)).contains(months);
                    }
                });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> MonthsReading.read(grown));
        }
    }
}
