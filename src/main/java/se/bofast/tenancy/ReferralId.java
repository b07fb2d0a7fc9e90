package se.bofast.tenancy;

import java.util.UUID;

/// A referral to an apartment (remiss).
public record ReferralId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
