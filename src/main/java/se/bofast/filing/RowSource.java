package se.bofast.filing;

/// Where a sheet's rows come from; opened once for each reading.
interface RowSource {

    RawRows open();

    /// Rows that have text, above and below the header, with all their cells.
    interface RawRows extends Rows {

        /// Whether the sender's sheet hides the row given last.
        default boolean lastWasHidden() {
            return false;
        }
    }
}
