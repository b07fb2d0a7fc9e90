package se.bofast.tenancy;

import java.util.UUID;

/// A payment or credit in a rent ledger.
public record EntryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
