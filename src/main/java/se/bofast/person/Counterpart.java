package se.bofast.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody outside the board whom a consent or a disclosure concerns.
///
/// @param id the landlord's id, where the counterpart stands in a register
public record Counterpart(CounterpartKind kind, @Nullable UUID id, String name) {

    public enum CounterpartKind {
        LANDLORD,
        AUTHORITY,
        RELATIVE,
        OTHER
    }

    public Counterpart {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a counterpart has a name");
        }
    }

    public static Counterpart landlord(UUID id, String name) {
        return new Counterpart(CounterpartKind.LANDLORD, id, name);
    }

    /// The same counterpart: by id where both have one, else by kind and name.
    boolean is(Counterpart other) {
        if (kind != other.kind) {
            return false;
        }
        return id != null && other.id != null
                ? id.equals(other.id)
                : NameText.fold(name).equals(NameText.fold(other.name));
    }
}
