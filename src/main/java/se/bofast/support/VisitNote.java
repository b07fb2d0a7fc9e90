package se.bofast.support;

import java.time.LocalDate;
import java.util.UUID;
import se.bofast.kernel.PersonId;

/// What one must know before knocking (säkerhetsnotering): visible, factual, and it expires.
///
/// @param twoPeople never alone
/// @param untilOn the last day it is shown
public record VisitNote(
        VisitNoteId id, PersonId person, String note, boolean twoPeople, LocalDate untilOn) {

    public record VisitNoteId(UUID value) {}
}
