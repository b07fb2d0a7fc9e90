package se.bofast.debt;

import java.util.UUID;

/// A referral to budget and debt advice.
public record ReferralId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
