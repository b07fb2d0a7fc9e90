package se.bofast.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.job.JobId;
import se.bofast.kernel.EmployeeId;

/// A received list: the file, who sent it, what was understood of it, how far it has come.
///
/// @param fileName as the sender named it; may hold a person's name, so never in an address or log
/// @param choices field code by column index; empty before the columns are understood
/// @param readOn the day the rows were read as
public record Upload(
        UploadId id,
        UUID file,
        String kind,
        ImportKind.Sender sender,
        String fileName,
        UploadState state,
        @Nullable Refusal refusal,
        @Nullable Understood understood,
        List<String> header,
        Map<Integer, String> choices,
        @Nullable LocalDate readOn,
        Counts counts,
        @Nullable JobId job,
        Instant receivedAt,
        EmployeeId receivedBy,
        @Nullable Instant acceptedAt,
        @Nullable EmployeeId acceptedBy,
        @Nullable Instant undoneAt,
        @Nullable EmployeeId undoneBy,
        @Nullable String undoReason) {

    public Upload {
        header = List.copyOf(header);
        choices = Map.copyOf(choices);
    }

    /// How many rows are what.
    ///
    /// @param asked good ones where a person will be asked whom they are about
    /// @param repeated good ones that have come before
    /// @param leftOut good ones somebody chose not to read in
    /// @param accepted read in as new
    /// @param same read in, but the very same had come before
    public record Counts(
            int rows,
            int good,
            int asked,
            int repeated,
            int bad,
            int leftOut,
            int accepted,
            int same) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /// Good rows that will be read in.
        public int chosen() {
            return good - leftOut;
        }
    }

    /// The list as the kind's own use cases need to know it.
    ImportKind.Reception reception() {
        if (readOn == null) {
            throw new IllegalStateException("the list has not been read");
        }
        return new ImportKind.Reception(id, sender, receivedAt, readOn);
    }
}
