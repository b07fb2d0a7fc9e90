package se.bofast.access;

/// How much of the board an action reaches for a role. Ordered: each includes the one before.
public enum Scope {
    NONE,
    /// What one carries, is asked to do, or covers for an absent colleague.
    OWN,
    /// Everything of the units one is appointed to, and one's own.
    UNIT,
    /// Everything of the board within the areas one reaches.
    BOARD
}
