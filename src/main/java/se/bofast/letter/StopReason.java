package se.bofast.letter;

/// Why a letter did not go out.
public enum StopReason {
    /// A protected identity gets no letter by routine (product.md H).
    PROTECTED,
    UNKNOWN_PERSON,
    NO_ADDRESS,
    NO_FREE_SLOT,
    /// The person has confirmed a time that is still to come.
    ALREADY_BOOKED,
    /// Another invitation is on its way or has gone out.
    ALREADY_INVITED,
    /// The claim is paid or withdrawn (req A11).
    SETTLED,
    CLOSED,
    UNPRINTABLE,
    /// Somebody made it by mistake.
    MISTAKE
}
