package se.bofast.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text meant for a letter: judged, joined and broken without fault, in one pass.
@Timeout(60)
class LetterTextFuzzTest {

    private static final LetterFonts FONTS = new LetterFonts();

    @FuzzTest(maxDuration = "10m")
    void tells_what_cannot_be_printed(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        FONTS.firstUnprintable(text)
                .ifPresent(point -> {
                    assertThat(text.codePoints().anyMatch(one -> one == point)).isTrue();
                    assertThat(Unprintable.of(point).written()).startsWith("U+");
                    assertThat(Unprintable.of(point).characterName()).isNotBlank();
                });
        var joined = RightToLeft.joined(text);
        assertThat(joined.length()).isLessThanOrEqualTo(2 * text.length() + 2);
        var breaks = new BreakAtSpaces();
        breaks.setText(text);
        var last = 0;
        for (var place = breaks.next(); place >= 0; place = breaks.next()) {
            assertThat(place).isGreaterThan(last).isLessThanOrEqualTo(text.length());
            last = place;
        }
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> RightToLeft.joined(grown) + FONTS.firstUnprintable(grown));
        }
    }
}
