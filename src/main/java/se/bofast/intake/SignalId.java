package se.bofast.intake;

import java.util.UUID;

/// A signal that someone may lose a home.
public record SignalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
