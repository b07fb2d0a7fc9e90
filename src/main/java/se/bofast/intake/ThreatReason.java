package se.bofast.intake;

/// Why the home is threatened.
public enum ThreatReason {
    RENT_DEBT,
    LATE_RENT,
    DISTURBANCE,
    NEGLECT,
    SUBLETTING,
    CRIME,
    LEASE_ENDS,
    OTHER
}
