package se.bofast.filing;

/// What a row is.
public enum RowState {
    GOOD,
    BAD,
    /// Read in.
    ACCEPTED,
    /// Read in, but the very same had come before: same receipt.
    SAME,
    UNDONE
}
