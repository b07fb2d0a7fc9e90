package se.bofast.filing;

import java.util.List;

/// One thing wrong in one row, for the person who will mend it.
///
/// @param rowNumber as the sender sees it in a spreadsheet program, from 1
/// @param columnName as the sender wrote it; empty where the fault is the row's
/// @param value as it stands in the file
/// @param messageKey of a sentence that says what is wrong and what to do
/// @param arguments for the sentence, in order
public record RowError(
        int rowNumber, String columnName, String value, String messageKey, List<String> arguments) {

    public RowError {
        arguments = List.copyOf(arguments);
    }

    /// Never the value, so that it cannot land in a log by accident.
    @Override
    public String toString() {
        return "RowError[" + rowNumber + ", " + messageKey + "]";
    }
}
