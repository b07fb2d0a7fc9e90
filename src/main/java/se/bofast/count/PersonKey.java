package se.bofast.count;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.FoldedText;

/// Knows somebody again within a round without keeping who it is: an HMAC, under a secret of the
/// round, of the first three letters of each name and the day of birth. When the secret is gone
/// nobody can try names against it.
final class PersonKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LETTERS = 3;

    private PersonKey() {}

    /// @return null where the facts are too few to tell one person from another
    static byte @Nullable [] of(
            byte[] secret,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birth) {
        var first = letters(given);
        var last = letters(family);
        if (first.isEmpty() || last.isEmpty() || birth == null) {
            return null;
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal((first + "|" + last + "|" + birth).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letters(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var letters = FoldedText.of(name).replaceAll("[^\\p{L}]", "");
        return letters.substring(
                0,
                letters.offsetByCodePoints(
                        0, Math.min(LETTERS, letters.codePointCount(0, letters.length()))));
    }
}
