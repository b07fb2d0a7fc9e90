package se.bofast.count.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.bofast.Quickly;
import se.bofast.page.Form;

/// Any filter of the count: a period that goes forward and is not endless.
@Timeout(60)
class CountFilterFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_filters(byte[] input) throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        var names =
                new String[] {
                    "period",
                    "from",
                    "to",
                    "unit",
                    "landlord",
                    "reason",
                    "source",
                    "compare",
                    "split"
                };
        var lines = new String(input, UTF_8).split("\n", names.length);
        for (var n = 0; n < lines.length; n++) {
            fields.add(names[n], lines[n]);
        }
        var filter =
                Quickly.run(() -> CountFilter.read(Form.of(fields), LocalDate.of(2026, 11, 29)));
        var selection = filter.selection();
        assertThat(selection.to()).isAfterOrEqualTo(selection.from());
        assertThat(selection.from().plusYears(20)).isAfterOrEqualTo(selection.to());
        assertThat(CountFilter.address("/x", Form.of(fields)).toString()).startsWith("/x");
    }
}
