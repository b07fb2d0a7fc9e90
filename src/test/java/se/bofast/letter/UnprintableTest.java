package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnprintableTest {

    static Letter to(String name) {
        return new Letter(
                Samples.reminder(),
                new Recipient(name, List.of("Torggatan 9", "123 47 Exempelstad")),
                Samples.SENDER,
                Samples.TODAY,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "Li 漢,U+6F22,CJK UNIFIED IDEOGRAPHS 6F22",
        "Anna 🏠,U+1F3E0,HOUSE BUILDING",
        "राम,U+0930,DEVANAGARI LETTER RA",
        "ሰላም,U+1230,ETHIOPIC SYLLABLE SA",
        "Anna \uE000,U+E000,PRIVATE USE AREA E000"
    })
    void a_character_without_a_shape_stops_the_letter(String name, String written, String says) {
        assertThat(Reading.letters().press(to(name)))
                .isInstanceOfSatisfying(
                        Pressed.Stopped.class,
                        stopped -> {
                            assertThat(stopped.character().written()).isEqualTo(written);
                            assertThat(stopped.character().characterName()).isEqualTo(says);
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x0B, 0x1F, 0x7F, 0x85, 0xD800, 0xFFFE, 0x10FFFF})
    void a_character_that_is_none_stops_the_letter(int codePoint) {
        var name =
                "Anna "
                        + (codePoint == 0xD800 ? "\uD800" : Character.toString(codePoint))
                        + " Berg";
        assertThat(Reading.letters().press(to(name)))
                .isInstanceOfSatisfying(
                        Pressed.Stopped.class,
                        stopped ->
                                assertThat(stopped.character().codePoint()).isEqualTo(codePoint));
    }

    /// The shaping joins the letters of Arabic, not those that Persian, Urdu and Kurdish add: the
    /// word would fall apart.
    @Test
    void an_arabic_letter_that_cannot_be_joined_stops_the_letter() {
        assertThat(Reading.letters().press(to("پرویز")))
                .isInstanceOfSatisfying(
                        Pressed.Stopped.class,
                        stopped -> assertThat(stopped.character().codePoint()).isEqualTo(0x067E));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åsa Öberg-Ärlig",
                "Łukasz Żółć",
                "Nguyễn Thị Hương",
                "Şeyma Çağlayan",
                "Ελένη Παπαδοπούλου",
                "Олександра Ївженко",
                "Ştefan Țîrlea",
                "Sámi Čáhppe Ŋuorra",
                "Հայկ Արամ",
                "ნინო",
                "Zoë O’Brien"
            })
    void a_name_in_a_european_script_comes_out_whole(String name) {
        assertThat(Reading.text(Reading.pdf(to(name)))).contains(name);
    }

    @Test
    void letters_and_accents_that_came_apart_are_put_together() {
        assertThat(Reading.text(Reading.pdf(to("A\u030Asa O\u0308berg")))).contains("Åsa Öberg");
    }

    @Test
    void a_character_without_ink_does_no_harm() {
        assertThat(Reading.text(Reading.pdf(to("An\u00ADna\u200B Be\uFEFFrg"))))
                .doesNotContain("\uFFFD", "#");
    }
}
