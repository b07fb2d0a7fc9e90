package se.bofast.dwelling;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.FoldedText;
import se.bofast.person.AddressText;

/// Where an apartment is, and whose the house is.
///
/// @param apartment the four digits of the apartment register
/// @param postalCode five digits
public record ApartmentPlace(
        String street,
        @Nullable String apartment,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable Integer rooms,
        @Nullable LandlordId landlord) {

    public ApartmentPlace {
        street = street.strip();
        if (!isAddress(street)) {
            throw new IllegalArgumentException("an apartment has an address");
        }
    }

    /// True if there is anything in the text to find the house by.
    public static boolean isAddress(String street) {
        return AddressText.key(street).chars().anyMatch(Character::isLetter);
    }

    String key() {
        return AddressText.key(street);
    }

    /// Street, number and apartment, as one writes them.
    public String text() {
        return apartment == null ? street : street + " lgh " + apartment;
    }

    /// True if it is the same place as written, whoever owns it.
    boolean isWrittenAs(ApartmentPlace other) {
        return FoldedText.of(street).equals(FoldedText.of(other.street))
                && Objects.equals(apartment, other.apartment);
    }
}
