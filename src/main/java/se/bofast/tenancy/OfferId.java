package se.bofast.tenancy;

import java.util.UUID;

/// An apartment offered to somebody.
public record OfferId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
