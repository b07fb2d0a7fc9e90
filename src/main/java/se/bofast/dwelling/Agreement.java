package se.bofast.dwelling;

import java.time.LocalDate;

/// An agreement with a landlord on apartments (avtal).
///
/// @param version one more for every change
public record Agreement(
        AgreementId id,
        LandlordId landlord,
        String landlordName,
        AgreementDetails details,
        int version) {

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(details.startOn())
                && (details.endOn() == null || !day.isAfter(details.endOn()));
    }
}
