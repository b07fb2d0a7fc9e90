package se.bofast.letter;

/// How a letter stands.
public enum LetterState {
    /// Chosen in a print run, not made yet.
    ORDERED,
    /// Stands in a file and waits to be sent.
    MADE,
    SENT,
    /// Came back undelivered (i retur).
    RETURNED,
    /// Never went out, with a reason.
    STOPPED
}
