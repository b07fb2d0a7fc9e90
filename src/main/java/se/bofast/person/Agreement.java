package se.bofast.person;

/// How a field of two rows agrees. Not every level belongs to every field.
public enum Agreement {
    SAME,
    /// One of several parts is the same: Anna Maria and Maria, Berg-Lind and Lind.
    PART,
    /// Spelt otherwise and sounds the same.
    SOUNDS,
    /// One slip of the pen away, or nearly so.
    CLOSE,
    /// More unlike than a slip, more alike than chance.
    NEAR,
    /// One has only the first letter.
    INITIAL,
    /// Day and month, or two figures beside each other, changed places.
    SWAPPED,
    /// The same year; one of the days may be a made-up one.
    YEAR,
    /// The number one of the two had before: a coordination number that became a personal number.
    FORMER,
    /// A coordination number and a personal number that may have followed it.
    REPLACED,
    /// The street of one stands in another line of the other.
    SECOND,
    DIFFERENT,
    /// Two different numbers that are both right: one human has only one personal number.
    REFUTED,
    /// One of the two does not say.
    MISSING
}
