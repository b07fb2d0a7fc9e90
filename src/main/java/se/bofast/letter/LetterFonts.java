package se.bofast.letter;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The fonts of the letters, and which characters they can print.
///
/// A parsed font is not promised to be safe for two threads, so each press borrows a set of its own
/// and gives it back: a font is parsed once for each press that runs at the same time.
final class LetterFonts {

    enum Face {
        TEXT("Bofast Text", 400, "SourceSans3-Regular.ttf"),
        TEXT_BOLD("Bofast Text", 700, "SourceSans3-SemiBold.ttf"),
        ARABIC("Bofast Arabic", 400, "NotoNaskhArabic-Regular.ttf"),
        ARABIC_BOLD("Bofast Arabic", 700, "NotoNaskhArabic-Bold.ttf"),
        OTHER("Bofast Other", 400, "DejaVuSans.ttf"),
        OTHER_BOLD("Bofast Other", 700, "DejaVuSans-Bold.ttf");

        final String family;
        final int weight;
        private final String file;

        Face(String family, int weight, String file) {
            this.family = family;
            this.weight = weight;
            this.file = file;
        }

        private byte[] read() {
            try (var in = LetterFonts.class.getResourceAsStream("/letter/fonts/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("font is missing: " + file);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Scripts that come out right without rules of shaping other than the Arabic joining.
    private static final Set<Integer> SCRIPTS =
            Set.of(
                    UScript.COMMON,
                    UScript.INHERITED,
                    UScript.LATIN,
                    UScript.GREEK,
                    UScript.CYRILLIC,
                    UScript.ARMENIAN,
                    UScript.GEORGIAN,
                    UScript.HEBREW,
                    UScript.ARABIC);

    private final Map<Face, byte[]> files = new EnumMap<>(Face.class);
    private final ConcurrentLinkedQueue<Map<Face, TrueTypeFont>> idle =
            new ConcurrentLinkedQueue<>();
    private final Map<Face, TrueTypeFont> coverage;
    private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();

    LetterFonts() {
        for (var face : Face.values()) {
            files.put(face, face.read());
        }
        coverage = parsed();
    }

    Map<Face, TrueTypeFont> borrow() {
        var set = idle.poll();
        return set == null ? parsed() : set;
    }

    void giveBack(Map<Face, TrueTypeFont> set) {
        idle.add(set);
    }

    private Map<Face, TrueTypeFont> parsed() {
        var set = new EnumMap<Face, TrueTypeFont>(Face.class);
        files.forEach((face, bytes) -> {
            try {
                var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
                // Ligatures have no character of their own: "bekräfta" would be read aloud
                // and searched for without its "ft".
                font.setEnableGsub(false);
                set.put(face, font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return set;
    }

    /// The first character that would not come out as it should.
    OptionalInt firstUnprintable(String text) {
        return text.codePoints().filter(point -> !isPrintable(point)).findFirst();
    }

    private boolean isPrintable(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return true;
        }
        return known.computeIfAbsent(codePoint, this::decide);
    }

    private boolean decide(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> {
                return false;
            }
            default -> {
                // Decided below.
            }
        }
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return true;
        }
        if (!SCRIPTS.contains(UScript.getScript(codePoint))) {
            return false;
        }
        return hasGlyph(codePoint, 400) && hasGlyph(codePoint, 700) && joins(codePoint);
    }

    private boolean hasGlyph(int codePoint, int weight) {
        return coverage.entrySet().stream()
                .filter(entry -> entry.getKey().weight == weight)
                .anyMatch(entry -> glyph(entry.getValue(), codePoint) != 0);
    }

    private static int glyph(TrueTypeFont font, int codePoint) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(codePoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean joins(int codePoint) {
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE)) {
            case UCharacter.JoiningType.DUAL_JOINING, UCharacter.JoiningType.RIGHT_JOINING ->
                    isPresentationForm(codePoint) || RightToLeft.canBeJoined(codePoint);
            default -> true;
        };
    }

    private static boolean isPresentationForm(int codePoint) {
        return codePoint >= 0xFB50 && codePoint <= 0xFEFC;
    }
}
