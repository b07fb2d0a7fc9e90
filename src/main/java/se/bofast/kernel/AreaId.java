package se.bofast.kernel;

import java.util.UUID;

/// An independent branch of a board, or a provider working for it (OSL 8 kap. 2 §). Every board has
/// one default area.
public record AreaId(UUID value) {

    public static AreaId of(String text) {
        return new AreaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
