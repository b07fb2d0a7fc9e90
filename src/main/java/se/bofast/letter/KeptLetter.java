package se.bofast.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.letter.StoredFile.StoredFileId;

/// The record of a letter: what it was, whom it was for, and what became of it.
///
/// @param version of the template; null until the letter is made
/// @param language of the translation beside the Swedish text, or null
/// @param landlord the landlord's id where the landlord is the receiver
/// @param run the print run it was ordered in, or null
/// @param firstPage its first page in the file
/// @param events the first first
public record KeptLetter(
        LetterId id,
        TemplateCode template,
        @Nullable Integer version,
        @Nullable LetterLanguage language,
        Receiver receiver,
        Matter matter,
        @Nullable PersonId person,
        @Nullable UUID landlord,
        LocalDate writtenOn,
        PrintOrder.@Nullable PrintOrderId run,
        @Nullable StoredFileId file,
        @Nullable Integer firstPage,
        LetterState state,
        @Nullable StopReason reason,
        List<Event> events) {

    public record LetterId(UUID value) {}

    /// What the letter belongs to, as the room that owns it calls it.
    public record Matter(String kind, UUID id) {}

    public enum Receiver {
        PERSON,
        LANDLORD,
        /// Kronofogden.
        ENFORCEMENT
    }

    /// @param on the day it happened
    /// @param by null: the house itself
    public record Event(
            LetterState state,
            @Nullable StopReason reason,
            LocalDate on,
            Instant at,
            @Nullable EmployeeId by) {}

    public KeptLetter {
        events = List.copyOf(events);
    }
}
