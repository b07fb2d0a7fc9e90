package se.bofast.letter;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/// Sets Arabic and Hebrew: direction of each piece of a line, order of the characters, and the
/// joined forms of Arabic letters.
///
/// The library leaves this to an own artifact, which is not published everywhere; it is a thin
/// layer over ICU and is therefore written here (docs/decisions/0041).
final class RightToLeft {

    private static final int SHAPING =
            ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;
    private static final String BEH = "\u0628";

    private RightToLeft() {}

    /// Letters in the form they have in the word.
    static String joined(String text) {
        return shaped(text, ArabicShaping.LETTERS_SHAPE);
    }

    /// Whether the letter has a form to stand in between two others. Without it the word falls
    /// apart.
    static boolean canBeJoined(int codePoint) {
        var between = BEH + Character.toString(codePoint) + BEH;
        return joined(between).indexOf(codePoint) < 0;
    }

    private static String shaped(String text, int letters) {
        try {
            return new ArabicShaping(SHAPING | letters).shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static final class Order implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
        }

        @Override
        public String shapeText(String text) {
            return joined(text);
        }

        @Override
        public String deshapeText(String text) {
            return shaped(text, ArabicShaping.LETTERS_UNSHAPE);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }

    static final class Pieces implements BidiSplitter {

        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            bidi.setPara(paragraph, defaultDirection == RTL ? Bidi.RTL : Bidi.LTR, null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int runIndex) {
            var run = bidi.getVisualRun(runIndex);
            return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return switch (Bidi.getBaseDirection(paragraph)) {
                case Bidi.LTR -> LTR;
                case Bidi.RTL -> RTL;
                default -> NEUTRAL;
            };
        }
    }
}
