package se.bofast.dwelling;

import java.util.UUID;

/// A landlord in a board's register.
public record LandlordId(UUID value) {

    public static LandlordId of(String text) {
        return new LandlordId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
