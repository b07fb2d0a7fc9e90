package se.bofast.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Whatever address a redirect was meant for, only a path of ours comes of it.
@Timeout(60)
class OwnRedirectsFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void finds_the_path(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var path = OwnRedirects.path(text);
        assertThat(path)
                .startsWith("/")
                .doesNotStartWith("//")
                .doesNotContain("\\", "\r", "\n", " ");
        assertThat(OwnRedirects.path(path)).isEqualTo(path);
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> OwnRedirects.path(grown));
        }
    }
}
