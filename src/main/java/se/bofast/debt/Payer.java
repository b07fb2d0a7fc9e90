package se.bofast.debt;

/// Who paid.
public enum Payer {
    TENANT,
    /// The board, by a decision on assistance or out of means it handles for the person.
    BOARD,
    RELATIVE,
    /// A fund or a charity (fond, stiftelse).
    FUND,
    OTHER
}
