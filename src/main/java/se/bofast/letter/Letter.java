package se.bofast.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One letter: what it says, to whom and from whom.
///
/// @param writtenOn the date on the letter; chooses the version of the template
/// @param beside the reader's language, set out after the Swedish text where a translation exists;
///   null for Swedish alone
/// @param reference the board's own case number as outsiders may see it, or null; always null on a
///   [LandlordReceipt]
public record Letter(
        LetterContent content,
        Recipient recipient,
        SenderDetails sender,
        LocalDate writtenOn,
        @Nullable LetterLanguage beside,
        @Nullable String reference) {

    public Letter {
        if (content instanceof LandlordReceipt && reference != null) {
            throw new IllegalArgumentException(
                    "a receipt carries no case number, or it would tell the known from the unknown");
        }
    }

    static void requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }
}
