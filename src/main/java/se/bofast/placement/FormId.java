package se.bofast.placement;

import java.util.UUID;

/// A housing form in a board's catalogue.
public record FormId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
