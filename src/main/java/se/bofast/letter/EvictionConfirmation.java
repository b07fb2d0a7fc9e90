package se.bofast.letter;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// The board's answer to Kronofogden the same day it is told of the time of an eviction, naming who
/// is responsible (SoF 2025:468 11 kap. 3 §). Holds nothing that Kronofogden has not written
/// itself, but for the caseworker.
///
/// @param enforcementCase Kronofogden's number of the case
/// @param person the person concerned, as Kronofogden wrote the name
/// @param dwelling the address, as Kronofogden wrote it
/// @param receivedOn the day the notice reached the board
/// @param enforcedAt time of day, or null if the notice gives none
public record EvictionConfirmation(
        Enforcement enforcement,
        String enforcementCase,
        String person,
        String dwelling,
        LocalDate receivedOn,
        LocalDate enforcedOn,
        @Nullable LocalTime enforcedAt,
        Caseworker responsible)
        implements LetterContent {

    /// What Kronofogden will carry out.
    public enum Enforcement {
        /// Avhysning: the tenant is moved out.
        EVICTION,
        /// Avlägsnande: someone who never had a right to be there is moved out.
        REMOVAL
    }

    public EvictionConfirmation {
        Letter.requireText(enforcementCase, "enforcementCase");
        Letter.requireText(person, "person");
        Letter.requireText(dwelling, "dwelling");
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.EVICTION_CONFIRMATION;
    }
}
