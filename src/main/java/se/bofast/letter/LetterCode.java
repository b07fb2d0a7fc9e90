package se.bofast.letter;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// The code on a letter that opens one appointment: 13 characters out of 27, 61.8 random bits.
///
/// No 0, O, 1, I, L, U, Y: nothing that is mistaken for something else. No vowels: it cannot spell
/// a word. Store only [#hash]; the code itself is on the paper alone.
public final class LetterCode {

    static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int LENGTH = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Cyrillic letters that look like Latin ones, and the Latin ones.
    private static final String LOOKS_CYRILLIC = "ВСНКМРТХ";

    private static final String LOOKS_LATIN = "BCHKMPTX";

    private final String characters;

    private LetterCode(String characters) {
        this.characters = characters;
    }

    /// A new code from the system's secure random source.
    public static LetterCode random() {
        var characters = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new LetterCode(characters.toString());
    }

    /// Reads what a person types: with or without hyphens and spaces, small or capital letters,
    /// digits of any script, Cyrillic letters that look like ours. Empty if it cannot be a code.
    public static Optional<LetterCode> read(String typed) {
        var characters = new StringBuilder(LENGTH);
        if (typed.length() > 100) {
            return Optional.empty();
        }
        typed.codePoints()
                .filter(LetterCode::isMeant)
                .forEach(point -> characters.appendCodePoint(asOurs(point)));
        var read = characters.toString();
        return read.length() == LENGTH && read.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new LetterCode(read))
                : Optional.empty();
    }

    private static boolean isMeant(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.MATH_SYMBOL ->
                    false;
            default -> codePoint != '.' && codePoint != '#';
        };
    }

    private static int asOurs(int codePoint) {
        var digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        var capital = Character.toUpperCase(codePoint);
        var cyrillic = LOOKS_CYRILLIC.indexOf(capital);
        return cyrillic >= 0 ? LOOKS_LATIN.charAt(cyrillic) : capital;
    }

    /// As it stands on the letter: `7K4M-PQ8T-XW3R-D`.
    public String written() {
        return String.join(
                "-",
                characters.substring(0, 4),
                characters.substring(4, 8),
                characters.substring(8, 12),
                characters.substring(12));
    }

    /// HMAC-SHA256 of the code, 64 lower-case hexadecimal digits: what the database may hold.
    ///
    /// @param key the house's secret for letter codes; whoever has table and key can still try
    ///   codes, 61.8 bits of them
    public String hash(SecretKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(
                                    characters.getBytes(
                                            java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LetterCode code && code.characters.equals(characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /// Never the code itself, so that it cannot land in a log by accident.
    @Override
    public String toString() {
        return "LetterCode[hidden]";
    }
}
