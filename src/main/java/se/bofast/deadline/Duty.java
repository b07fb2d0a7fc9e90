package se.bofast.deadline;

/// Whose the day is.
public enum Duty {
    /// The board must act, or must have decided whether to act.
    WE_MUST,
    /// The tenant may act until (or from) the day.
    TENANT_MAY,
    /// The landlord may act until (or from) the day.
    LANDLORD_MAY,
    /// Another authority may or should act until (or from) the day.
    AUTHORITY_MAY,
    /// Nobody's act: worth knowing.
    INFORMATION
}
