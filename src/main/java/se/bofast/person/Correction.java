package se.bofast.person;

/// What came of correcting who a person is.
public sealed interface Correction {

    record Made() implements Correction {}

    /// Nothing differed from what was believed before; nothing was written.
    record Unchanged() implements Correction {}

    /// Another person of the board has the number, or had it before: they may be the same human, or
    /// one number is wrong. Who it is, is not said: it may be somebody who is hidden from the
    /// asker.
    record NumberTaken() implements Correction {}

    /// Fingerade personuppgifter: the old identity and the new must never stand on one person. The
    /// new one is registered as somebody new.
    record NeverJoined() implements Correction {}
}
