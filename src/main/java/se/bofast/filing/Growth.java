package se.bofast.filing;

import se.bofast.database.GrowingTables;

/// How a long transaction goes on: a hundred rows first, then a thousand at a time. The tables are
/// counted anew after the first hundred and each time there are ten times as many, so that the rest
/// is planned on what they hold (docs/decisions/0037).
final class Growth {

    private static final int FIRST = 100;

    private final GrowingTables tables;
    private int next = FIRST;

    Growth(GrowingTables tables) {
        this.tables = tables;
    }

    /// How many rows to take next.
    int batch() {
        return next == FIRST ? FIRST : ReadingRows.BATCH;
    }

    /// @param done how many rows are taken so far
    void grownTo(int done) {
        if (done >= next) {
            tables.count();
            next = done * 10;
        }
    }
}
