package se.bofast.access;

import java.security.SecureRandom;

/// A password for one log-in, made to be read aloud or copied from paper.
final class OneTimePassword {

    // No letters or digits that look alike.
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /// Four groups of four, some 79 bits.
    static String make() {
        var text = new StringBuilder();
        for (var group = 0; group < GROUPS; group++) {
            if (group > 0) {
                text.append('-');
            }
            for (var sign = 0; sign < LENGTH; sign++) {
                text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }
}
