package se.bofast.debt;

import java.util.UUID;

/// A plan to pay a debt off.
public record PlanId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
