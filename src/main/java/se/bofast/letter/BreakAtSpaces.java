package se.bofast.letter;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/// Lets a line end after spaces only, so that no address, telephone number or time is split.
final class BreakAtSpaces implements FSTextBreaker {

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Not the no-break spaces.
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }
}
