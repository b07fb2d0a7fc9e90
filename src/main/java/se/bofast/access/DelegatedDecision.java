package se.bofast.access;

/// The decisions the delegation order of a board can give to an employee.
public enum DelegatedDecision {
    /// Betalningsåtagande: the board undertakes a tenant's rent (12 kap. 44 § jordabalken).
    PAYMENT_UNDERTAKING,
    /// Whether to open an inquiry.
    INQUIRY
}
