package se.bofast.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any parameter read as the place in a list: none, or one that reads back; any value, written into
/// an address, comes back as it was.
@Timeout(60)
class PageKeyFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_keys(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        PageKey.read(text).ifPresent(key -> assertThat(PageKey.read(key.encoded())).contains(key));
        if (text.length() < 100 && text.equals(new String(text.getBytes(UTF_8), UTF_8))) {
            for (var key :
                    List.of(PageKey.after(List.of(text)), PageKey.before(List.of(text, "")))) {
                if (key.encoded().length() <= 500) {
                    assertThat(PageKey.read(key.encoded())).contains(key);
                }
            }
        }
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> PageKey.read(grown));
        }
    }
}
