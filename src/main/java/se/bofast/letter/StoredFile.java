package se.bofast.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;

/// A file that was made once, and who has taken it out since.
///
/// @param fetches the first first
public record StoredFile(
        StoredFileId id,
        String sha256,
        int size,
        int pages,
        Instant madeAt,
        @Nullable EmployeeId madeBy,
        List<Fetch> fetches) {

    public record StoredFileId(UUID value) {}

    /// @param by null: the house itself
    public record Fetch(Instant at, @Nullable EmployeeId by) {}

    public StoredFile {
        fetches = List.copyOf(fetches);
    }
}
