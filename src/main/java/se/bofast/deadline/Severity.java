package se.bofast.deadline;

/// What is at stake, the gravest first.
public enum Severity {
    /// The home, a child's safety, or a duty the law fixes to the day.
    CRITICAL,
    /// A right that is lost, or a duty with a time limit.
    HIGH,
    /// Work to be done in time.
    NORMAL,
    /// Good to know.
    LOW
}
