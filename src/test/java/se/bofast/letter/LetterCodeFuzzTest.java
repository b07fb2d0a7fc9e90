package se.bofast.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text typed as a code: none, or one that is the same however it is written.
@Timeout(60)
class LetterCodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_codes(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        LetterCode.read(text)
                .ifPresent(code -> {
                    assertThat(code.written()).matches("[" + LetterCode.ALPHABET + "-]{16}");
                    assertThat(LetterCode.read(code.written())).contains(code);
                    assertThat(LetterCode.read(code.written().toLowerCase(java.util.Locale.ROOT)))
                            .contains(code);
                    assertThat(code.toString()).doesNotContain(code.written());
                });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> LetterCode.read(grown));
        }
    }
}
