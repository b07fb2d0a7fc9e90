package se.bofast.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;

/// What the law of retention asks of one person's file (personakt).
///
/// @param lastNoteOn the day of the last note in the file
/// @param birthOn as recorded; null if nobody recorded it
/// @param number read for the birth day where no birth day is recorded
/// @param place where the board is
/// @param keptFor facts on record by which the file is kept for ever
/// @param inquiries child-protection inquiries that were opened, one for each child
public record RetentionFacts(
        LocalDate lastNoteOn,
        @Nullable LocalDate birthOn,
        @Nullable IdentityNumber number,
        RetentionPlace place,
        Set<KeptFor> keptFor,
        List<InquiredChild> inquiries) {

    public RetentionFacts {
        keptFor = Set.copyOf(keptFor);
        inquiries = List.copyOf(inquiries);
    }

    /// Why documents are kept for ever (SoL 2025:400 16 kap. 2 §).
    public enum KeptFor {
        PATERNITY,
        ADOPTION,
        PLACED_CHILD
    }

    /// A child in an inquiry that was opened. Where only the year is known, the child turns thirty
    /// at the latest on its last day.
    ///
    /// @param birthOn null if not even the year is known
    public record InquiredChild(@Nullable LocalDate birthOn) {

        public static InquiredChild bornIn(int year) {
            return new InquiredChild(LocalDate.of(year, 12, 31));
        }
    }

    /// The birth day: as recorded, else as in the number.
    @Nullable LocalDate birthDay() {
        return birthOn != null || number == null ? birthOn : number.dateInNumber().orElse(null);
    }
}
