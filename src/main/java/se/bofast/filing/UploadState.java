package se.bofast.filing;

/// How far a received list has come.
public enum UploadState {
    /// The file is not a list the house can read; it is kept, and the sentence says what to do.
    REFUSED,
    /// A person must say what the columns mean.
    MAPPING,
    /// Work is reading the rows.
    READING,
    /// Read; waits for a person to read the good rows in.
    READY,
    /// Work is reading the rows in.
    ACCEPTING,
    ACCEPTED,
    /// Work is undoing it.
    UNDOING,
    UNDONE,
    /// Somebody decided not to read it in.
    SET_ASIDE;

    /// True while work is going on behind the page.
    public boolean isWorking() {
        return this == READING || this == ACCEPTING || this == UNDOING;
    }
}
