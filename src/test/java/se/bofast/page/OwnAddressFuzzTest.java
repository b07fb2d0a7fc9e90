package se.bofast.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Whatever a request says where to go back to: never another host, never a second header line.
@Timeout(60)
class OwnAddressFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void judges_addresses(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var ours = Onward.isOurs(text);
        if (ours) {
            assertThat(text)
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .doesNotContain("\\", "\r", "\n");
        }
        var written = Address.of("/x").with("q", text).toString();
        assertThat(written).matches("/x(\\?q=[-_.*+%A-Za-z0-9]*)?");
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> Address.of("/x").with("q", grown).toString());
        }
    }
}
