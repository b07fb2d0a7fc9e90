package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPreviewTest {

    @Test
    void shows_the_same_words_as_the_paper() {
        for (var content : Samples.contents()) {
            var letter = Samples.letter(content, LetterLanguage.ENGLISH);
            var shown = Jsoup.parseBodyFragment(Reading.letters().preview(letter));
            var printed = Reading.text(Reading.pdf(letter));
            for (var paragraph : shown.select("h2, h3, p, li, td")) {
                assertThat(printed).contains(paragraph.text().replace('\u00A0', ' '));
            }
        }
    }

    @Test
    void passes_a_strict_content_security_policy() {
        var letter = Samples.letter(Samples.invitation(), LetterLanguage.ARABIC);
        var shown = Jsoup.parseBodyFragment(Reading.letters().preview(letter));
        assertThat(shown.select("style, script, img, [style], [onclick]")).isEmpty();
        assertThat(shown.select("h1")).isEmpty();
        assertThat(shown.select("h2").eachText()).startsWith("Vi vill hjälpa dig att bo kvar");
        assertThat(shown.select("svg[role=img]").eachAttr("aria-label"))
                .containsExactly(
                        "QR-kod. Den öppnar sidan där du kan ändra tiden.",
                        "رمز QR. يفتح الصفحة التي يمكنك تغيير الموعد فيها.");
        assertThat(shown.select("[lang=ar][dir=rtl]")).isNotEmpty();
    }

    @Test
    void markup_in_a_name_is_nothing_but_text() {
        var name = "Anna <script>alert(1)</script> & \"Berg\"";
        var letter = UnprintableTest.to(name);
        var shown = Jsoup.parseBodyFragment(Reading.letters().preview(letter));
        assertThat(shown.select("script")).isEmpty();
        assertThat(shown.select(".letter-address p").eachText().getFirst()).isEqualTo(name);
        assertThat(Reading.text(Reading.pdf(letter))).contains("Hej " + name + ",");
    }

    @Test
    void the_code_stands_in_the_part_of_the_address_that_is_never_sent() {
        var link = Samples.SENDER.answerLink(Samples.CODE);
        assertThat(link.getRawFragment()).isEqualTo("7K4M-PQ8T-XW3R-D");
        assertThat(link.getRawPath()).isEqualTo("/");
        assertThat(link.getRawQuery()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tid.exempelstad.example/",
                "https://tid.exempelstad.example/?kod=1",
                "https://tid.exempelstad.example/#a",
                "tid.exempelstad.example"
            })
    void the_answer_page_is_a_plain_safe_address(String address) {
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
                                sender.returnAddress(),
                                URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_has_one_to_four_lines() {
        assertThatThrownBy(() -> new Recipient("Anna Berg", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient("Anna Berg", List.of("1", "2", "3", "4", "5")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient(" ", List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
