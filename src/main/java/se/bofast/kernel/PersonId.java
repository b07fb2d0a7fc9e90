package se.bofast.kernel;

import java.util.UUID;

/// A person as one board knows them. The same human in two boards is two ids without a link.
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
