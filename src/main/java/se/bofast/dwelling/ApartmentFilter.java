package se.bofast.dwelling;

import org.jspecify.annotations.Nullable;

/// What a list of apartments is narrowed to.
///
/// @param words of the address or the number, in any order; null: all
public record ApartmentFilter(
        Held held,
        @Nullable ApartmentKind kind,
        @Nullable LandlordId landlord,
        @Nullable AgreementId agreement,
        @Nullable String words) {

    public enum Held {
        NOW,
        /// From a day that has not come.
        COMING,
        ENDED
    }

    public boolean isNarrow() {
        return held != Held.NOW
                || kind != null
                || landlord != null
                || agreement != null
                || words != null;
    }
}
