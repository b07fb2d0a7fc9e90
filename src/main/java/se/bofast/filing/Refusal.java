package se.bofast.filing;

import java.util.List;

/// Why a whole file is not read. The sentence under [#messageKey] says what to do instead.
///
/// @param arguments for the sentence, in order: figures only, never content of the file
public record Refusal(Reason reason, List<Integer> arguments) {

    public enum Reason {
        EMPTY_FILE,
        ONLY_HEADER,
        /// The first row is already data.
        NO_HEADER,
        /// A workbook from before 2007 (.xls).
        OLD_EXCEL,
        /// A binary workbook (.xlsb).
        BINARY_WORKBOOK,
        /// A workbook that may hold macros (.xlsm).
        MACROS,
        /// A workbook or archive behind a password.
        ENCRYPTED,
        /// A sheet from LibreOffice or OpenOffice (.ods).
        OPEN_DOCUMENT,
        PDF,
        IMAGE,
        ARCHIVE,
        /// A letter or slides.
        DOCUMENT,
        /// A page that was only named as a sheet, as some systems export.
        WEB_PAGE,
        NOT_A_SHEET,
        BROKEN_WORKBOOK,
        /// Argument: largest size in megabytes.
        TOO_LARGE,
        UNPACKS_TOO_LARGE,
        /// Argument: most rows.
        TOO_MANY_ROWS,
        /// Arguments: row, most columns.
        TOO_MANY_COLUMNS,
        /// Arguments: row, most characters.
        CELL_TOO_LONG,
        /// A quotation mark that is not closed, or stands within a quoted text. Argument: row.
        WRONG_QUOTES
    }

    static Refusal of(Reason reason, Integer... arguments) {
        return new Refusal(reason, List.of(arguments));
    }

    public String messageKey() {
        return "filing.Reason." + reason.name();
    }
}
