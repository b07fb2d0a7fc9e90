package se.bofast.person;

import se.bofast.kernel.PersonId;

/// What came of correcting who a person is.
public sealed interface Correction {

    record Made() implements Correction {}

    /// Nothing differed from what was believed before; nothing was written.
    record Unchanged() implements Correction {}

    /// Another person of the board has the number: they may be the same human, or one number is
    /// wrong.
    record NumberTaken(PersonId by) implements Correction {}

    /// Fingerade personuppgifter: the old identity and the new must never stand on one person. The
    /// new one is registered as somebody new.
    record NeverJoined() implements Correction {}
}
