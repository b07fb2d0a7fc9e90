package se.bofast.person;

import org.jspecify.annotations.Nullable;

/// An address as it was given. Number of apartment and floor may stand in `street`; they are split
/// off for comparing, never for showing.
///
/// @param apartment the four digits of the apartment register, if known apart from the street
public record NewAddress(
        @Nullable String careOf,
        String street,
        @Nullable String apartment,
        @Nullable String postalCode,
        @Nullable String city) {

    public NewAddress {
        if (street.isBlank()) {
            throw new IllegalArgumentException("an address has a street");
        }
    }

    /// The key two addresses are compared by.
    public String key() {
        return AddressText.key(street);
    }

    PersonAddress shown(AddressKind kind) {
        return new PersonAddress(kind, careOf, street, apartment, postalCode, city);
    }
}
