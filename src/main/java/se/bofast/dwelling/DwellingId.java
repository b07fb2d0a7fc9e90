package se.bofast.dwelling;

import java.util.UUID;

/// A dwelling in a board's register.
public record DwellingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
