package se.bofast.filing;

import java.time.LocalDate;
import java.util.List;

/// Reads a sheet's rows with a room's reader and a mapping.
///
/// @param <T> what a good row is to the room
public final class RowReading<T> {

    private final RowReader<T> reader;
    private final ColumnMapping mapping;
    private final LocalDate today;

    /// @param mapping for the header of the sheet the rows come from
    /// @throws IllegalArgumentException where the mapping is not ready
    public RowReading(RowReader<T> reader, ColumnMapping mapping, LocalDate today) {
        if (!mapping.isReady()) {
            throw new IllegalArgumentException("required fields are missing or chosen twice");
        }
        this.reader = reader;
        this.mapping = mapping;
        this.today = today;
    }

    public MappedRow mapped(Row row) {
        return mapping.row(row);
    }

    /// A row with text beyond the header is bad: most often a delimiter within a text has moved the
    /// cells after it, and an amount stands where a date should.
    public RowResult<T> read(Row row) {
        if (!mapping.holds(row)) {
            return new RowResult.Bad<>(
                    List.of(
                            new RowError(
                                    row.number(),
                                    "",
                                    "",
                                    CellFault.TOO_MANY_CELLS.messageKey(),
                                    List.of())));
        }
        return reader.read(mapped(row), today);
    }
}
