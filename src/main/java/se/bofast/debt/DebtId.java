package se.bofast.debt;

import java.util.UUID;

/// A debt.
public record DebtId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
