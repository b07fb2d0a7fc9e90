package se.bofast.dwelling;

/// Why the board no longer holds an apartment.
public enum ApartmentEnd {
    /// The tenant took over the lease.
    TAKEN_OVER,
    RETURNED,
    TERMINATED_BY_LANDLORD,
    OTHER,
    /// It was never held: registered by mistake.
    MISTAKE
}
