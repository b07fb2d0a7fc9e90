package se.bofast.dwelling;

/// In which way a landlord and the board agree on apartments.
public enum AgreementKind {
    /// Blockhyra: at least three apartments in one lease, to be let on (JB 12 kap. 1 § 6 st.).
    BLOCK_LEASE,
    /// Årlig kvot: so many apartments a year.
    YEARLY_QUOTA,
    /// One apartment, or a few, each on its own.
    SINGLE
}
