package se.bofast.tenancy;

/// Why a lease ended.
public enum LeaseEnd {
    /// The tenant took over the lease with the landlord.
    TAKEN_OVER,
    MOVED,
    RENT,
    DISTURBANCE,
    TIME_OUT,
    DIED,
    OTHER,
    UNKNOWN,
    /// Registered by mistake: there never was such a lease.
    MISTAKE
}
