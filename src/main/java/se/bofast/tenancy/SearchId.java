package se.bofast.tenancy;

import java.util.UUID;

/// A queue or an application in a person's own search for a home.
public record SearchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
