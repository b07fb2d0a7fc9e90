package se.bofast.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.letter.StoredFile.StoredFileId;

/// A print run that somebody ordered, with how its letters stand.
///
/// @param job the piece of work that makes it
/// @param finishedAt null while letters wait to be made
public record PrintOrder(
        PrintOrderId id,
        LocalDate earliestOn,
        Instant orderedAt,
        EmployeeId orderedBy,
        UUID job,
        @Nullable Instant finishedAt,
        int ordered,
        int made,
        int sent,
        int returned,
        int stopped,
        List<File> files) {

    public record PrintOrderId(UUID value) {}

    /// @param ordinal 1 for the first
    public record File(int ordinal, StoredFileId id, int letters) {}

    public PrintOrder {
        files = List.copyOf(files);
    }

    /// Those that stand in a file or stood there and went out.
    public int printed() {
        return made + sent + returned;
    }
}
