package se.bofast.letter;

import java.time.LocalDate;
import se.bofast.letter.EvictionConfirmation.Enforcement;

/// The copy of the confirmation to the person whom the eviction concerns, with a letter that says
/// what can still be done (SoF 2025:468 11 kap. 3 §).
///
/// @param confirmation the confirmation as it was sent
/// @param sentTo where it was sent
/// @param childrenAtHome children known to live in the home, 0 if none is known
public record EvictionConfirmationCopy(
        EvictionConfirmation confirmation, Recipient sentTo, int childrenAtHome)
        implements LetterContent {

    public EvictionConfirmationCopy {
        if (confirmation.enforcement() != Enforcement.EVICTION) {
            throw new IllegalArgumentException("the copy is sent at an eviction only");
        }
        if (childrenAtHome < 0) {
            throw new IllegalArgumentException("children cannot be fewer than 0");
        }
    }

    /// Last day to fetch belongings that Kronofogden has stored: three months after the eviction
    /// (UB 16 kap. 6 §).
    LocalDate belongingsUntil() {
        return confirmation.enforcedOn().plusMonths(3);
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.EVICTION_CONFIRMATION_COPY;
    }
}
