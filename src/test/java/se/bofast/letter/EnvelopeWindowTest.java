package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Measures and their sources: docs/decisions/0042.
class EnvelopeWindowTest {

    /// Seen through the window however the sheet lies in an E5 envelope.
    private static final Rectangle2D ALWAYS_SEEN = new Rectangle2D.Double(118, 37, 70, 23);

    /// All that can come to show.
    private static final Rectangle2D EVER_SEEN = new Rectangle2D.Double(90, 0, 120, 73);

    static Stream<Letter> letters() {
        return Samples.contents().stream()
                .map(content -> Samples.letter(content, LetterLanguage.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void shows_name_address_and_a_box_number_and_nothing_else(Letter letter) {
        var address =
                letter.recipient().name()
                        + " "
                        + String.join(" ", letter.recipient().addressLines());
        assertThat(Reading.textWithin(Reading.pdf(letter), 1, EVER_SEEN))
                .isEqualTo("Avs: Box 1234, 123 45 Exempelstad " + address);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void shows_the_whole_address_however_the_sheet_lies(Letter letter) {
        assertThat(Reading.textWithin(Reading.pdf(letter), 1, ALWAYS_SEEN))
                .contains(letter.recipient().name())
                .contains(letter.recipient().addressLines());
    }

    @Test
    void a_long_name_and_address_stay_in_the_window() {
        var recipient =
                new Recipient(
                        "Maria Alexandra Konstantinopoulou-Lindqvist af Ekenstam",
                        List.of("c/o Boende i Exempelstad AB", "Stora Västergatan 117 B lgh 1502"));
        var letter =
                new Letter(
                        Samples.invitation(), recipient, Samples.SENDER, Samples.TODAY, null, null);
        assertThat(Reading.textWithin(Reading.pdf(letter), 1, ALWAYS_SEEN))
                .contains("Ekenstam", "lgh 1502");
    }

    @Test
    void the_sender_cannot_give_away_the_board_in_the_window() {
        var sender = Samples.SENDER;
        assertThatThrownBy(() ->
                        new SenderDetails(
                                sender.municipality(),
                                sender.unit(),
                                sender.board(),
                                sender.contactFunction(),
                                sender.phone(),
                                sender.phoneFrom(),
                                sender.phoneTo(),
                                sender.email(),
                                sender.visitingAddress(),
                                sender.board() + ", Box 1234, 123 45 Exempelstad",
                                sender.answerPage()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
