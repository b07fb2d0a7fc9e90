package se.bofast.deadline;

import java.time.LocalDate;
import java.time.Period;

/// Notes and documents in a personal file are erased five years after the last note in the file,
/// and the erasing is finished by the end of the calendar year after the one in which the duty
/// arose (gallring, SoL 2025:400 16 kap. 1 §).
///
/// The act in force on the day of erasing decides, not the one of the last note.
///
/// [impl->req~deadline.retention-note~1]
final class NoteRetentionRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "16 kap. 1 §", "2025:400");

    private static final Period LENGTH = Period.ofYears(5);

    private NoteRetentionRule() {}

    static LocalDate dueFrom(LocalDate lastNoteOn) {
        return dayAfter(lastNoteOn, LENGTH);
    }

    static LocalDate finishBy(LocalDate dueFrom) {
        return LocalDate.of(dueFrom.getYear() + 1, 12, 31);
    }

    /// A year ends on the day of its number; where the month has no such day, on its last (lag
    /// 1930:173 1 §). What begins on 29 February ends on 28 February.
    static LocalDate dayAfter(LocalDate lastNoteOn, Period length) {
        return lastNoteOn.plus(length).plusDays(1);
    }
}
