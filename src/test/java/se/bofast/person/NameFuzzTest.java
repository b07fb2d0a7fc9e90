package se.bofast.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any name: folded once and for all, in parts none of which is empty, in few readings.
@Timeout(60)
class NameFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void folds_names(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var folded = NameText.fold(text);
        assertThat(NameText.fold(folded)).isEqualTo(folded);
        var parts = NameText.parts(text);
        assertThat(parts).doesNotContain("");
        for (var part : parts) {
            assertThat(NameText.sound(part).length()).isLessThan(12);
        }
        assertThat(NameText.readings(text).size()).isLessThanOrEqualTo(2);
        assertThat(NameText.keys(text, text)).isNotNull();
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> NameText.fold(grown).length() + NameText.readings(grown).size());
        }
    }
}
