package se.bofast.filing;

import java.util.List;

/// One row of a received file.
///
/// @param number as the sender sees it in a spreadsheet program, from 1
/// @param cells cleaned text under the sheet's header, as many as the header has; more only where
///   the row has text beyond the header
public record Row(int number, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /// Never the cells, so that they cannot land in a log by accident.
    @Override
    public String toString() {
        return "Row[" + number + "]";
    }
}
