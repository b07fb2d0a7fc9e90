package se.bofast.prevention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.letter.StopReason;
import se.bofast.letter.Unprintable;

/// Why a letter is not written. Nothing has changed then.
///
/// @param field where the character stands, with {@link LetterHindrance#UNPRINTABLE}
/// @param character what cannot be printed, with {@link LetterHindrance#UNPRINTABLE}
/// @param landlord whose address is missing, with {@link LetterHindrance#NO_LANDLORD_ADDRESS}; null
///   where the landlord is not in the register
public record LetterRefusal(
        LetterHindrance reason,
        @Nullable LetterField field,
        @Nullable Unprintable character,
        @Nullable UUID landlord) {

    public enum LetterHindrance {
        /// The municipality's words for letters are not filled in.
        NO_SENDER,
        /// A protected identity gets no letter by routine (product.md H).
        PROTECTED,
        /// The receipt quotes an address only those who may see protected people may read.
        PROTECTED_ADDRESS,
        UNKNOWN_PERSON,
        NO_ADDRESS,
        /// The claim is said to be paid or withdrawn (req A11).
        SETTLED,
        CLOSED,
        NO_FREE_SLOT,
        SLOT_TAKEN,
        ALREADY_BOOKED,
        /// There is no appointment nobody came to, or the new time is not after it.
        NOTHING_MISSED,
        /// The landlord has not sent the notice.
        NOT_FROM_LANDLORD,
        NO_LANDLORD_ADDRESS,
        NO_ENFORCEMENT_ADDRESS,
        /// Kronofogden has not told of an eviction.
        NO_EVICTION_NOTICE,
        /// The day of the eviction is not known.
        NO_EVICTION_DAY,
        /// There is no decision to undertake the rent.
        NO_DECISION,
        /// Nobody with a delegation reaching so far has decided it.
        NO_DELEGATE,
        UNPRINTABLE
    }

    /// What a text of a letter is.
    public enum LetterField {
        NAME,
        ADDRESS,
        PLACE,
        ADVISER,
        DWELLING,
        REFERENCE,
        CASEWORKER,
        SENDER,
        OTHER
    }

    static LetterRefusal withoutAddress(@Nullable UUID landlord) {
        return new LetterRefusal(LetterHindrance.NO_LANDLORD_ADDRESS, null, null, landlord);
    }

    /// Nothing more is to be said than the reason.
    public static LetterRefusal of(LetterHindrance reason) {
        return new LetterRefusal(reason, null, null, null);
    }

    static LetterRefusal of(StopReason stop) {
        return of(
                switch (stop) {
                    case PROTECTED -> LetterHindrance.PROTECTED;
                    case UNKNOWN_PERSON -> LetterHindrance.UNKNOWN_PERSON;
                    case NO_ADDRESS -> LetterHindrance.NO_ADDRESS;
                    case NO_FREE_SLOT -> LetterHindrance.NO_FREE_SLOT;
                    case ALREADY_BOOKED, ALREADY_INVITED -> LetterHindrance.ALREADY_BOOKED;
                    case SETTLED -> LetterHindrance.SETTLED;
                    case CLOSED, MISTAKE -> LetterHindrance.CLOSED;
                    case UNPRINTABLE -> LetterHindrance.UNPRINTABLE;
                });
    }
}
