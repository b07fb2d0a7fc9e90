package se.bofast.tenancy;

/// What lessens what a tenant owes.
public enum EntryKind {
    PAID_BY_TENANT,
    /// Förmedlade medel, or income support sent straight to the rent.
    PAID_BY_BOARD,
    PAID_BY_OTHER,
    /// Nedsättning: the board asks for less, and says why.
    CREDIT
}
