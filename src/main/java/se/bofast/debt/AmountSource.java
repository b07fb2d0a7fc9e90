package se.bofast.debt;

/// Where an amount is known from.
public enum AmountSource {
    LANDLORD,
    ENFORCEMENT_AUTHORITY,
    THE_PERSON,
    DOCUMENT,
    /// What the board has counted itself.
    BOARD,
    OTHER
}
