package se.bofast.debt;

import java.util.UUID;

/// A payment.
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
