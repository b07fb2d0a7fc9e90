package se.bofast.filing;

import java.util.List;
import se.bofast.filing.Refusal.Reason;

/// Finds the row of column names among the first rows, past titles, senders and dates above it.
final class HeaderRow {

    private HeaderRow() {}

    /// The row that names the most known fields; where none does, the first row that is about as
    /// wide as the list.
    static Row in(List<Row> lead, KnownNames names) {
        return names.namedHeader(lead).orElseGet(() -> widest(lead));
    }

    private static Row widest(List<Row> lead) {
        var most =
                lead.stream()
                        .mapToLong(HeaderRow::texts)
                        .max()
                        .orElseThrow(() -> new RefusedFile(Reason.EMPTY_FILE));
        var header = lead.stream().filter(row -> texts(row) * 2 > most).findFirst().orElseThrow();
        if (header.cells().stream().anyMatch(HeaderRow::isData)) {
            throw new RefusedFile(Reason.NO_HEADER);
        }
        return header;
    }

    private static long texts(Row row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    /// Mostly figures: a date, a number, an amount.
    private static boolean isData(String cell) {
        var figures = cell.chars().filter(sign -> sign >= '0' && sign <= '9').count();
        return figures >= 5 && figures * 2 > cell.length();
    }
}
