package se.bofast.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any address taken apart.
@Timeout(60)
class AddressFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void takes_addresses_apart(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var apart = AddressText.apart(text);
        assertThat(AddressText.key(text)).isEqualTo(apart.key());
        assertThat(apart.key()).doesNotContain(" ");
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> AddressText.apart(grown));
        }
    }
}
