package se.bofast.dwelling;

import java.util.UUID;

/// A time in which the board holds a dwelling in order to let it on or lodge people in it.
public record ApartmentId(UUID value) {

    public static ApartmentId of(String text) {
        return new ApartmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
