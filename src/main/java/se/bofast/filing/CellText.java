package se.bofast.filing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What the house keeps of a cell's text, and how it is made safe to open in a spreadsheet program.
final class CellText {

    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("[+-]?\\d[\\d .,\u00a0\u202f]*(?:%|kr|sek)?", Pattern.CASE_INSENSITIVE);

    private CellText() {}

    /// Without edges of space and signs no one sees; composed (NFC), since files from a Mac have å
    /// in two parts; without the apostrophe that [#guarded] put there.
    ///
    /// The database refuses the sign zero and half signs, so they must go here.
    static String clean(String raw) {
        if (isClean(raw)) {
            return raw;
        }
        var seen = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .codePoints()
                .forEach(sign -> {
                    if (sign == '\r') {
                        seen.append('\n');
                    } else if (Character.getType(sign) == Character.SURROGATE) {
                        seen.append('\ufffd');
                    } else if (!isUnseen(sign)) {
                        seen.appendCodePoint(sign);
                    }
                });
        var composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        return trimmed(unguarded(trimmed(composed)));
    }

    private static boolean isClean(String raw) {
        for (var place = 0; place < raw.length(); place++) {
            var sign = raw.charAt(place);
            var plain = (sign >= ' ' && sign <= '~') || (sign >= '\u00c0' && sign <= '\u017f');
            if (!plain) {
                return false;
            }
        }
        return raw.isEmpty()
                || (raw.charAt(0) != ' '
                        && raw.charAt(0) != '\''
                        && raw.charAt(raw.length() - 1) != ' ');
    }

    private static boolean isUnseen(int sign) {
        return switch (sign) {
            case '\n', '\t' -> false;
            case 0x00ad, 0x200b, 0x2060, 0xfeff, 0xfffe, 0xffff -> true;
            default ->
                    Character.isISOControl(sign)
                            || (sign >= 0x200e && sign <= 0x200f)
                            || (sign >= 0x202a && sign <= 0x202e)
                            || (sign >= 0x2066 && sign <= 0x2069);
        };
    }

    private static String trimmed(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /// The text as it may be written to a CSV file: a spreadsheet program runs a cell that begins
    /// like a formula, so it gets an apostrophe before it. Plain numbers stay as they are.
    static String guarded(String text) {
        return isFormulaLike(text) ? "'" + text : text;
    }

    /// One apostrophe, before what is a formula once its edges are gone: an apostrophe before a
    /// tabulator may stand before another, and cleaning twice would take both.
    static String unguarded(String text) {
        return text.startsWith("'") && isFormulaLike(trimmed(text.substring(1)))
                ? text.substring(1)
                : text;
    }

    private static boolean isFormulaLike(String text) {
        if (text.startsWith("\t") || text.startsWith("\r")) {
            return true;
        }
        var visible = trimmed(text);
        return visible.length() > 1
                && SIGNS.indexOf(visible.charAt(0)) >= 0
                && !PLAIN_NUMBER.matcher(visible).matches();
    }
}
