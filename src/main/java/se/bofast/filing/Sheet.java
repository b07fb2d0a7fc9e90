package se.bofast.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A received list that has been looked through once and can be read: its header, and its rows as
/// often as wanted. The rows are read from the file's bytes each time and never held together.
public final class Sheet {

    private final Understood understood;
    private final List<String> header;
    private final Row headerRow;
    private final int[] columns;
    private final int width;
    private final RowSource source;

    /// @param columns places in the file of the header's columns
    /// @param width places in the file that belong to the header, empty columns included
    Sheet(Understood understood, Row headerRow, int[] columns, int width, RowSource source) {
        this.understood = understood;
        this.headerRow = headerRow;
        this.columns = columns.clone();
        this.width = width;
        this.source = source;
        this.header = List.copyOf(picked(headerRow.cells()));
    }

    public Understood understood() {
        return understood;
    }

    /// Column names as the sender wrote them; empty for a column with text but no name. Empty
    /// columns and the column of errors from [BadRows] are left out.
    public List<String> header() {
        return header;
    }

    /// The rows below the header that have text. Rows that repeat the header are left out.
    public Rows rows() {
        return new Below(source.open());
    }

    private List<String> picked(List<String> cells) {
        List<String> picked = new ArrayList<>(columns.length);
        for (var column : columns) {
            picked.add(column < cells.size() ? cells.get(column) : "");
        }
        return picked;
    }

    private final class Below implements Rows {

        private final RowSource.RawRows raw;
        private @Nullable Row upcoming;

        Below(RowSource.RawRows raw) {
            this.raw = raw;
        }

        @Override
        public boolean hasNext() {
            while (upcoming == null && raw.hasNext()) {
                var row = raw.next();
                if (Survey.isBelow(row, headerRow)) {
                    upcoming = under(row);
                }
            }
            return upcoming != null;
        }

        private Row under(Row row) {
            var cells = picked(row.cells());
            for (var place = width; place < row.cells().size(); place++) {
                if (!row.cells().get(place).isEmpty()) {
                    cells.add(row.cells().get(place));
                }
            }
            return new Row(row.number(), cells);
        }

        @Override
        public Row next() {
            if (!hasNext() || upcoming == null) {
                throw new NoSuchElementException();
            }
            var row = upcoming;
            upcoming = null;
            return row;
        }

        @Override
        public void close() {
            raw.close();
        }
    }
}
