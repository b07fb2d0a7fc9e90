package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.bofast.letter.LetterCode;

/// What the database holds of a code.
class CodesTest {

    @Property
    void a_code_is_its_own_hash_however_it_is_written(@ForAll @Size(32) byte[] secret) {
        var code = LetterCode.random();
        var key = key(secret);
        assertThat(LetterCode.read(code.written()).orElseThrow().hash(key))
                .isEqualTo(code.hash(key));
        assertThat(
                        LetterCode.read(code.written().replace("-", "").toLowerCase(Locale.ROOT))
                                .orElseThrow()
                                .hash(key))
                .isEqualTo(code.hash(key));
    }

    @Property
    void another_secret_or_another_sign_is_another_hash(
            @ForAll @Size(32) byte[] secret, @ForAll @IntRange(min = 0, max = 12) int place) {
        var code = LetterCode.random();
        var signs = code.written().replace("-", "").toCharArray();
        signs[place] = signs[place] == '7' ? '8' : '7';
        var key = key(secret);
        var other = secret.clone();
        other[place] ^= 1;
        assertThat(LetterCode.read(new String(signs)).orElseThrow().hash(key))
                .isNotEqualTo(code.hash(key));
        assertThat(code.hash(key(other))).isNotEqualTo(code.hash(key)).hasSize(64);
    }

    private static SecretKey key(byte[] secret) {
        return new SecretKeySpec(secret, "HmacSHA256");
    }
}
