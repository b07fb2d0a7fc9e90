package se.bofast.dwelling;

/// What the board uses an apartment for.
public enum ApartmentKind {
    /// Träningslägenhet: until further notice, not taken over.
    TRAINING,
    /// Försökslägenhet: to be taken over.
    TRIAL,
    /// Genomgångsbostad.
    TRANSITIONAL,
    /// Bostad först.
    HOUSING_FIRST,
    /// Jourlägenhet.
    ACUTE,
    /// Stödboende for adults.
    SUPPORTED,
    /// Avlastnings- eller sviktplats.
    RESPITE
}
