package se.bofast.filing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a received list and what it is.
public record UploadRow(
        Row row,
        RowState state,
        @Nullable Outlook outlook,
        boolean leftOut,
        List<RowError> errors,
        @Nullable UUID result) {

    public UploadRow {
        errors = List.copyOf(errors);
    }

    public int number() {
        return row.number();
    }
}
