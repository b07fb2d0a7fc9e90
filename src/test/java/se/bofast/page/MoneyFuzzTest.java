package se.bofast.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.bofast.Quickly;

/// An amount read from a form, written into a form, is read again.
@Timeout(60)
class MoneyFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_amounts(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        MoneyReading.read(text)
                .ifPresent(money -> {
                    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
                    fields.add("amount", Form.empty().with("amount", money).value("amount"));
                    assertThat(Form.of(fields).money("amount")).contains(money);
                });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> MoneyReading.read(grown));
        }
    }
}
