package se.bofast.count;

/// Under which definition of homelessness is counted. A board's catalogue of housing forms says how
/// each form counts under each.
public enum Definition {
    /// The city's own, with acute and longer-term solutions.
    CITY,
    /// Socialstyrelsens four situations.
    NATIONAL,
    /// FEANTSA's European typology, the light version.
    ETHOS_LIGHT
}
