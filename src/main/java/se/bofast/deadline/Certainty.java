package se.bofast.deadline;

/// How sure the rule is.
public enum Certainty {
    /// The statute says it and the count is mechanical.
    A,
    /// The statute says it, but there is a choice or an interpretation in the count.
    B,
    /// Practice, a source or the board's own routine. Not law.
    C
}
