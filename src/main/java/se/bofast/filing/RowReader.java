package se.bofast.filing;

import java.time.LocalDate;
import java.util.List;

/// What a room makes of a row. [CellReading] does the common part.
///
/// @param <T> what a good row is to the room
public interface RowReader<T> {

    List<Field> fields();

    /// Reads one row on its own, without a database: the same row gives the same result.
    RowResult<T> read(MappedRow row, LocalDate today);
}
