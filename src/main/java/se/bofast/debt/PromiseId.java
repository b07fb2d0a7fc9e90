package se.bofast.debt;

import java.util.UUID;

/// A month's rent the board has promised to pay.
public record PromiseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
