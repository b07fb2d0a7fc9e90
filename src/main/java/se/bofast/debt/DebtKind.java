package se.bofast.debt;

/// What a debt is for. Rent (hyresskuld) is the one that can cost the home (JB 12 kap. 42 §).
public enum DebtKind {
    RENT,
    ELECTRICITY,
    /// Damage to the home (skadegörelse, bristande vård).
    DAMAGE,
    /// Costs of collection and of court (inkasso, rättegång, kvarstad).
    COSTS,
    OTHER
}
