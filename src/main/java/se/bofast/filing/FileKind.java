package se.bofast.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Locale;
import se.bofast.filing.Refusal.Reason;

/// What a file is, told by its first bytes: names lie.
enum FileKind {
    TEXT,
    /// A zip package: perhaps a workbook.
    PACKAGE;

    private static final int LOOK = 8_192;

    /// @throws RefusedFile for everything that can hold no list this house reads
    static FileKind of(byte[] file) {
        if (file.length == 0) {
            throw new RefusedFile(Reason.EMPTY_FILE);
        }
        var start = new String(file, 0, Math.min(file.length, LOOK), ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return PACKAGE;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            throw new RefusedFile(compound(file));
        }
        if (start.indexOf("%PDF-") >= 0 && start.indexOf("%PDF-") < 1_024) {
            throw new RefusedFile(Reason.PDF);
        }
        if (isImage(start)) {
            throw new RefusedFile(Reason.IMAGE);
        }
        if (start.startsWith("\u001f\u008b")
                || start.startsWith("7z\u00bc\u00af")
                || start.startsWith("Rar!\u001a")) {
            throw new RefusedFile(Reason.ARCHIVE);
        }
        if (start.startsWith("{\\rtf")) {
            throw new RefusedFile(Reason.DOCUMENT);
        }
        if (isMarkup(start)) {
            throw new RefusedFile(Reason.WEB_PAGE);
        }
        if (!hasUtf16Mark(start) && !isText(start)) {
            throw new RefusedFile(Reason.NOT_A_SHEET);
        }
        return TEXT;
    }

    /// Office files from before 2007, and any newer one behind a password, are such containers; the
    /// names of their streams stand in UTF-16.
    private static Reason compound(byte[] file) {
        var content = new String(file, ISO_8859_1);
        if (content.contains(streamName("EncryptedPackage"))) {
            return Reason.ENCRYPTED;
        }
        if (content.contains(streamName("WordDocument"))
                || content.contains(streamName("PowerPoint Document"))) {
            return Reason.DOCUMENT;
        }
        return content.contains(streamName("Workbook")) || content.contains(streamName("Book"))
                ? Reason.OLD_EXCEL
                : Reason.NOT_A_SHEET;
    }

    private static String streamName(String name) {
        return new String(name.getBytes(UTF_16LE), ISO_8859_1);
    }

    private static boolean isImage(String start) {
        return start.startsWith("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8")
                || start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6))
                || (start.startsWith("RIFF") && start.startsWith("WEBP", 8))
                || start.startsWith("ftyphei", 4)
                || start.startsWith("ftypavif", 4);
    }

    private static boolean isMarkup(String start) {
        var text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        var lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("<?xml")
                || lower.startsWith("<!doctype")
                || lower.startsWith("<html")
                || lower.startsWith("<head")
                || lower.startsWith("<meta")
                || lower.startsWith("<style")
                || lower.startsWith("<table")
                || lower.startsWith("mime-version:");
    }

    private static boolean hasUtf16Mark(String start) {
        return (start.startsWith("\u00ff\u00fe") && !start.startsWith("\u00ff\u00fe\0\0"))
                || start.startsWith("\u00fe\u00ff");
    }

    private static boolean isText(String start) {
        var odd = 0;
        for (var place = 0; place < start.length(); place++) {
            var sign = start.charAt(place);
            if (sign == 0) {
                return false;
            }
            if (sign < ' ' && "\t\r\n\f\u001a".indexOf(sign) < 0) {
                odd++;
            }
        }
        // A stray sign or two does not make a list a program.
        return odd <= 3 || odd * 50 <= start.length();
    }
}
