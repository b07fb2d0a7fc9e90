package se.bofast.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.audit.ErasureOrder.Kind;
import se.bofast.deadline.RetentionFinding;

/// A file and what is to become of it.
///
/// @param unit whose case it was last; null if it was in no case
/// @param held why it is not erased though it is time; null if nothing stands against it
public record RetainedFile(
        Kind kind,
        UUID id,
        LocalDate lastNoteOn,
        RetentionFinding finding,
        @Nullable UUID unit,
        @Nullable Held held) {

    /// What stands against erasing.
    public enum Held {
        OPEN_CASE,
        RUNNING_ASSIGNMENT,
        OPEN_QUESTION,
        /// The same notes are about somebody whose file may not go yet.
        SHARED,
        /// Somebody else's decision on it is awaited or being carried out.
        IN_ORDER,
        APPEAL,
        SUPERVISION,
        EXTRACT_REQUESTED,
        RESEARCH_REQUEST,
        OTHER
    }

    /// How a file stands on a day.
    public enum Standing {
        /// Should have been finished by the end of last year.
        OVERDUE,
        DUE,
        /// Falls due later, by the end of next year.
        LATER,
        HELD,
        /// Kept by law; may be delivered to an archive.
        KEPT,
        UNDECIDED
    }

    public Standing standing(LocalDate today) {
        return switch (finding) {
            case RetentionFinding.Keep keep -> Standing.KEPT;
            case RetentionFinding.Undecidable undecidable -> Standing.UNDECIDED;
            case RetentionFinding.Erase erase ->
                    erase.dueFrom().isAfter(today)
                            ? Standing.LATER
                            : held != null
                                    ? Standing.HELD
                                    : erase.finishBy().isBefore(today)
                                            ? Standing.OVERDUE
                                            : Standing.DUE;
        };
    }

    /// True if it may be proposed now.
    public boolean mayGo(LocalDate today) {
        var standing = standing(today);
        return standing == Standing.DUE || standing == Standing.OVERDUE;
    }

    RetainedFile holding(Held why) {
        return new RetainedFile(kind, id, lastNoteOn, finding, unit, why);
    }
}
