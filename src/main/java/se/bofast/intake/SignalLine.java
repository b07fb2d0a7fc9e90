package se.bofast.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.HouseClock;

/// A good row of a list of signals, before it is known who sent the list.
///
/// @param landlord as written in the row, where the list has several
record SignalLine(
        SignalKind kind,
        NewSignal.Written written,
        NewSignal.Place place,
        @Nullable Integer children,
        @Nullable ThreatReason reason,
        @Nullable String landlord,
        @Nullable String reference,
        @Nullable String note,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate receivedOn,
        List<Fact> facts) {

    /// @param listReceivedAt when the list came; a row that says another day came at noon of it
    NewSignal signal(
            SignalSource source,
            @Nullable LandlordId from,
            String senderName,
            Instant listReceivedAt,
            NewSignal.@Nullable FileRow row) {
        return new NewSignal(
                kind,
                source,
                Channel.FILE,
                from,
                senderName,
                reference,
                null,
                written,
                place,
                children,
                reason,
                note,
                issuedOn,
                receivedOn == null
                        ? listReceivedAt
                        : receivedOn.atTime(12, 0).atZone(HouseClock.ZONE).toInstant(),
                facts,
                row);
    }
}
