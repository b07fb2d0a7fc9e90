package se.bofast.placement;

import java.util.UUID;

/// A stay, the same through all corrections of it.
public record StayId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
