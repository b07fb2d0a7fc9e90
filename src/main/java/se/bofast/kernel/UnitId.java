package se.bofast.kernel;

import java.util.UUID;

/// A unit (enhet) of a board.
public record UnitId(UUID value) {

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
