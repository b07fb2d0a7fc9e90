package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterConformanceTest {

    static Stream<Letter> every_template_in_every_language() {
        return Stream.concat(
                        Samples.contents().stream(),
                        Stream.of(Samples.removal(), new LandlordReceipt(null)))
                .flatMap(content ->
                        Arrays.stream(LetterLanguage.values())
                                .map(language -> Samples.letter(content, language))
                                .filter(LetterConformanceTest::isTranslated));
    }

    private static boolean isTranslated(Letter letter) {
        return letter.beside() == LetterLanguage.SWEDISH
                || Reading.letters().use(letter).beside() != null;
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void can_be_archived_and_read_aloud(Letter letter) {
        assertThat(Conformance.faults(Reading.pdf(letter))).isEmpty();
    }

    @Test
    void the_check_finds_a_picture_without_a_description() {
        var page =
                """
                <html lang="sv"><head><title>Prov</title></head>
                <body><p style="font-family: 'Bofast Text'">Text</p>
                <img src="%s"/></body></html>
                """
                        .formatted(new CodePicture(Samples.SENDER.answerPage()).asPngAddress());
        var pressed = (Pressed.Printed) new PdfPress().press(page);
        assertThat(Conformance.faults(pressed.file())).anyMatch(fault -> fault.contains("Figure"));
    }

    @Test
    void a_print_file_can_be_archived_and_read_aloud() {
        var letters =
                List.of(
                        Samples.letter(Samples.invitation(), LetterLanguage.ARABIC),
                        Samples.letter(Samples.receipt(), null),
                        Samples.letter(Samples.copy(), LetterLanguage.ENGLISH),
                        Samples.letter(Samples.undertaking(), null));
        var run = new PrintFile(Reading.letters()).make(letters, done -> {});
        assertThat(Conformance.faults(run.files().getFirst().pdf())).isEmpty();
    }
}
