package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCodeTest {

    private static final SecretKey KEY = key("a secret of the house, 32 bytes.");

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Test
    void holds_at_least_sixty_random_bits() {
        var bits = 13 * Math.log(LetterCode.ALPHABET.length()) / Math.log(2);
        assertThat(bits).isGreaterThan(60);
        assertThat(LetterCode.ALPHABET.chars().distinct().count())
                .isEqualTo(LetterCode.ALPHABET.length());
    }

    @Test
    void never_uses_a_character_that_is_mistaken_for_another() {
        assertThat(LetterCode.ALPHABET).doesNotContain("0", "O", "1", "I", "L", "U", "Y");
    }

    @Test
    void uses_every_character_at_every_place_about_equally() {
        var codes =
                IntStream.range(0, 27_000).mapToObj(i -> LetterCode.random().written()).toList();
        assertThat(codes).doesNotHaveDuplicates();
        for (var place : new int[] {0, 7, 15}) {
            for (var c : LetterCode.ALPHABET.toCharArray()) {
                // 1 000 expected, standard deviation 31.
                assertThat(codes.stream().filter(code -> code.charAt(place) == c).count())
                        .isBetween(800L, 1200L);
            }
        }
    }

    @Test
    void is_written_in_groups() {
        assertThat(LetterCode.random().written())
                .matches("[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K4M-PQ8T-XW3R-D",
                "7k4m pq8t xw3r d",
                " 7K4MPQ8TXW3RD\n",
                "7K4M–PQ8T—XW3R‑D",
                "#7K4M-PQ8T-XW3R-D.",
                "7К4М-РQ8Т-ХW3R-D",
                "٧K٤M-PQ٨T-XW٣R-D"
            })
    void is_read_however_a_person_types_it(String typed) {
        assertThat(LetterCode.read(typed)).contains(Samples.CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K4M-PQ8T-XW3R",
                "7K4M-PQ8T-XW3R-DD",
                "7K4M-PQ8T-XW3R-O",
                "7K4M-PQ8T-XW3R-1",
                "7K4M/PQ8T/XW3R/D"
            })
    void refuses_what_cannot_be_a_code(String typed) {
        assertThat(LetterCode.read(typed)).isEmpty();
    }

    @Test
    void refuses_a_flood_of_text() {
        assertThat(LetterCode.read("7K4MPQ8TXW3RD" + " ".repeat(1_000_000))).isEmpty();
    }

    @Test
    void every_new_code_can_be_read_again() {
        for (var i = 0; i < 1000; i++) {
            var code = LetterCode.random();
            assertThat(LetterCode.read(code.written())).contains(code);
        }
    }

    @Test
    void the_hash_depends_on_code_and_key() {
        var hash = Samples.CODE.hash(KEY);
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(LetterCode.read("7k4mpq8txw3rd").orElseThrow().hash(KEY)).isEqualTo(hash);
        assertThat(LetterCode.random().hash(KEY)).isNotEqualTo(hash);
        assertThat(Samples.CODE.hash(key("another secret of the same size."))).isNotEqualTo(hash);
    }

    @Test
    void does_not_show_itself_in_a_log() {
        assertThat(Samples.letter(Samples.invitation(), null).toString())
                .doesNotContain("7K4M")
                .doesNotContain("Berg");
    }
}
