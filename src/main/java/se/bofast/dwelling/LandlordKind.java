package se.bofast.dwelling;

/// What a landlord is.
public enum LandlordKind {
    /// Allmännyttan: the municipality's own company.
    MUNICIPAL,
    /// A private company.
    PRIVATE,
    /// Bostadsrättsförening.
    COOPERATIVE,
    /// Stiftelse.
    FOUNDATION,
    /// A person who lets their own home: the name is personal data, and never stands in an address.
    PERSON
}
