package se.bofast.tenancy;

/// On which terms somebody rents.
public enum Tenure {
    /// Förstahandskontrakt: of the landlord, in one's own name.
    FIRST_HAND,
    /// Andrahandskontrakt of any other kind.
    SUBLET,
    /// Försökslägenhet: to be taken over.
    TRIAL,
    /// Träningslägenhet: ends when the need ends, not taken over.
    TRAINING,
    HOUSING_FIRST,
    /// Genomgångsbostad.
    TRANSITIONAL;

    /// True where the person rents of the board or another tenant, not of the landlord.
    public boolean isSublet() {
        return this != FIRST_HAND;
    }

    /// True where a takeover is the aim, so that it is considered after nine months.
    public boolean isToBeTakenOver() {
        return this == TRIAL || this == HOUSING_FIRST;
    }

    /// The housing form of a stay under such a lease, by its code in the catalogue.
    String form() {
        return switch (this) {
            case FIRST_HAND -> "OWN_LEASE";
            case SUBLET -> "SOCIAL_CONTRACT";
            case TRIAL -> "TRIAL";
            case TRAINING -> "TRAINING";
            case HOUSING_FIRST -> "HOUSING_FIRST_SUBLET";
            case TRANSITIONAL -> "TRANSIT";
        };
    }

    /// The form after a takeover, when the home is one's own.
    String formTakenOver() {
        return this == HOUSING_FIRST ? "HOUSING_FIRST_LEASE" : FIRST_HAND.form();
    }
}
