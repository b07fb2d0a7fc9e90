package se.bofast.filing;

/// What reading a good row in would come to, as seen when the file was read.
public enum Outlook {
    /// About somebody or something already known.
    KNOWN,
    /// About somebody or something new.
    NEW,
    /// A person will be asked who or what it is about.
    ASKED,
    /// About nobody named; that is enough.
    NOBODY,
    /// The same has come before.
    REPEATED
}
