package se.bofast.person;

import se.bofast.kernel.IdentityNumber;

/// Registered sex, as the statistics ask for it.
public enum Sex {
    FEMALE,
    MALE;

    /// What the number says.
    static Sex of(IdentityNumber number) {
        return number.isFemale() ? FEMALE : MALE;
    }
}
