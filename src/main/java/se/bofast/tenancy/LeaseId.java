package se.bofast.tenancy;

import java.util.UUID;

/// A lease (hyresavtal), the same through all changes of it.
public record LeaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
