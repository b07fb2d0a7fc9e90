package se.bofast.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Folding twice is folding once, and no text swells without measure.
@Timeout(60)
class FoldedTextFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void folds(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var folded = FoldedText.of(text);
        assertThat(FoldedText.of(folded)).isEqualTo(folded);
        assertThat(folded.length()).isLessThanOrEqualTo(18 * text.length());
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> FoldedText.of(grown));
        }
    }
}
