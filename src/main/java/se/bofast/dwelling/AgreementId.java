package se.bofast.dwelling;

import java.util.UUID;

/// An agreement with a landlord under which apartments come to the board.
public record AgreementId(UUID value) {

    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
