package se.bofast.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows that have been read, with what the register finds wrong with them.
final class Checked {

    private Checked() {}

    /// @param rows those of the results, in the same order
    static <T> List<RowResult<T>> by(
            ImportKind<T> kind,
            ImportKind.Reception reception,
            List<Row> rows,
            List<RowResult<T>> results) {
        var good = new ArrayList<ImportKind.ReadRow<T>>();
        for (var i = 0; i < rows.size(); i++) {
            if (results.get(i) instanceof RowResult.Good<T>(var value)) {
                good.add(new ImportKind.ReadRow<>(rows.get(i).number(), value));
            }
        }
        if (good.isEmpty()) {
            return results;
        }
        var faults =
                kind.faults(reception, good).stream()
                        .collect(Collectors.groupingBy(RowError::rowNumber));
        if (faults.isEmpty()) {
            return results;
        }
        var checked = new ArrayList<RowResult<T>>(results.size());
        for (var i = 0; i < rows.size(); i++) {
            var errors = faults.get(rows.get(i).number());
            checked.add(errors == null ? results.get(i) : new RowResult.Bad<>(errors));
        }
        return checked;
    }
}
