package se.bofast.filing;

import java.util.BitSet;
import java.util.stream.IntStream;
import se.bofast.filing.Refusal.Reason;

/// One look through every row, so that limits and faults are found before anyone reads.
///
/// @param used columns with text below the header
/// @param hiddenRows rows with text that the sender's sheet hides
record Survey(RowSource source, Row header, BitSet used, int rows, int hiddenRows) {

    static Survey of(RowSource source, Row header, SheetLimits limits) {
        var used = new BitSet();
        var count = 0;
        var hidden = 0;
        try (var rows = source.open()) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (!isBelow(row, header)) {
                    continue;
                }
                if (++count > limits.rows()) {
                    throw new RefusedFile(Reason.TOO_MANY_ROWS, limits.rows());
                }
                if (rows.lastWasHidden()) {
                    hidden++;
                }
                for (var column = 0; column < row.cells().size(); column++) {
                    if (!row.cells().get(column).isEmpty()) {
                        used.set(column);
                    }
                }
            }
        }
        if (count == 0) {
            throw new RefusedFile(Reason.ONLY_HEADER);
        }
        return new Survey(source, header, used, count, hidden);
    }

    /// Below the header and not the header again, as printed lists repeat it on each page.
    static boolean isBelow(Row row, Row header) {
        return row.number() > header.number() && !row.cells().equals(header.cells());
    }

    Sheet sheet(Understood.Form form, int width) {
        var columns =
                IntStream.range(0, width)
                        .filter(column -> used.get(column) || !name(column).isEmpty())
                        .filter(column -> !BadRows.isErrorColumn(name(column)))
                        .toArray();
        var understood = new Understood(form, header.number(), rows);
        return new Sheet(understood, header, columns, width, source);
    }

    private String name(int column) {
        return column < header.cells().size() ? header.cells().get(column) : "";
    }
}
