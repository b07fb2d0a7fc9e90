package se.bofast.filing;

import java.util.List;

/// What became of a row: all of it is good, or all that is wrong is told at once.
public sealed interface RowResult<T> {

    record Good<T>(T value) implements RowResult<T> {}

    record Bad<T>(List<RowError> errors) implements RowResult<T> {

        public Bad {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a bad row has an error");
            }
        }
    }
}
