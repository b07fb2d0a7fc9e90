package se.bofast.kernel;

import java.util.UUID;

/// An employee's account. One per municipality or provider; appointments are per board.
public record EmployeeId(UUID value) {

    public static EmployeeId of(String text) {
        return new EmployeeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
