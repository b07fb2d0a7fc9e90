package se.bofast.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text read as an amount: one that reads back, or exactly one reason why not.
@Timeout(60)
class AmountFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_amounts(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var read = AmountText.read(text);
        assertThat(AmountText.fault(text).isPresent()).isEqualTo(read.isEmpty());
        read.ifPresent(money -> {
            assertThat(Math.abs(money.ore())).isLessThan(100_000_000_000_000L);
            var written = BigDecimal.valueOf(money.ore(), 2).toPlainString();
            assertThat(AmountText.read(written)).contains(money);
            assertThat(AmountText.read(written.replace(".", ",") + " kr")).contains(money);
        });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> AmountText.fault(grown));
        }
    }
}
