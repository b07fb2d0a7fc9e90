package se.bofast.kernel;

import java.text.Normalizer;
import java.util.Locale;

/// Writing made the same for comparing: small letters without marks, so that "Åsa", "ÅSA" and "Asa"
/// are one. Only for comparing; what is shown is always what was written.
public final class FoldedText {

    private FoldedText() {}

    /// Small letters a-z, digits and everything that is neither, with marks taken off: å and ä
    /// become a, ö and ø become o, é becomes e, ß becomes ss, ł becomes l.
    public static String of(String text) {
        // Small letters last: taking apart may give a capital, as the Greek hooked upsilon does.
        var small =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}+", "");
        var folded = new StringBuilder(small.length());
        for (var n = 0; n < small.length(); n++) {
            var letter = small.charAt(n);
            // Letters that Unicode does not take apart.
            switch (letter) {
                case 'ø', 'œ' -> folded.append('o');
                case 'æ' -> folded.append('a');
                case 'ß' -> folded.append("ss");
                case 'ł' -> folded.append('l');
                case 'đ', 'ð' -> folded.append('d');
                case 'þ' -> folded.append("th");
                case 'ı' -> folded.append('i');
                case 'ħ' -> folded.append('h');
                case 'ŋ' -> folded.append('n');
                default -> folded.append(letter);
            }
        }
        return folded.toString();
    }
}
