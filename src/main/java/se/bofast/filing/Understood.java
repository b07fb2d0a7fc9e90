package se.bofast.filing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the reading understood of a file, shown to the sender before anything is read in.
///
/// @param headerRow the row of the column names as the sender sees it, from 1
/// @param rowCount rows with text below the header
public record Understood(Form form, int headerRow, int rowCount) {

    /// How the file holds its rows.
    public sealed interface Form {

        record Csv(Encoding encoding, Delimiter delimiter) implements Form {}

        /// A sheet of a workbook.
        ///
        /// @param hiddenRows rows with text that the sender's sheet hides, for instance by a
        ///   filter; they are read like the others
        /// @param otherSheets visible sheets with rows that are not read
        record Xlsx(String sheetName, int hiddenRows, List<String> otherSheets) implements Form {}
    }

    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8, 0),
        UTF_8_WITH_MARK(StandardCharsets.UTF_8, 3),
        UTF_16_LITTLE_ENDIAN(StandardCharsets.UTF_16LE, 2),
        UTF_16_BIG_ENDIAN(StandardCharsets.UTF_16BE, 2),
        WINDOWS_1252(Charset.forName("windows-1252"), 0);

        private final Charset charset;
        private final int markLength;

        Encoding(Charset charset, int markLength) {
            this.charset = charset;
            this.markLength = markLength;
        }

        Charset charset() {
            return charset;
        }

        /// Bytes of the byte order mark that begins the file.
        int markLength() {
            return markLength;
        }
    }

    public enum Delimiter {
        SEMICOLON(';'),
        TAB('\t'),
        COMMA(',');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }
}
