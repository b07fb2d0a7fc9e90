package se.bofast.filing;

/// A row whose cells are asked for by the room's own fields.
public final class MappedRow {

    private final Row row;
    private final ColumnMapping mapping;

    MappedRow(Row row, ColumnMapping mapping) {
        this.row = row;
        this.mapping = mapping;
    }

    /// The row as the sender sees it in a spreadsheet program, from 1.
    public int number() {
        return row.number();
    }

    /// The cell's cleaned text; empty where the cell is, and where no column stands for the field.
    public String text(String fieldCode) {
        return mapping.index(fieldCode).map(row.cells()::get).orElse("");
    }

    /// The name the sender's list has for the field; empty where no column stands for it.
    public String columnName(String fieldCode) {
        return mapping.index(fieldCode).map(mapping::header).orElse("");
    }

    ColumnMapping mapping() {
        return mapping;
    }

    /// Never the cells, so that they cannot land in a log by accident.
    @Override
    public String toString() {
        return "MappedRow[" + number() + "]";
    }
}
