package se.bofast.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// A signal as pages show it. What was written is empty where the person's identity is protected; a
/// neighbour's name is never in it.
public record SignalCard(
        SignalId id,
        SignalKind kind,
        SignalSource source,
        Channel channel,
        @Nullable LandlordId landlord,
        @Nullable String senderName,
        @Nullable String senderReference,
        @Nullable SignalId earlier,
        @Nullable PersonId person,
        @Nullable String writtenName,
        @Nullable String street,
        @Nullable String apartment,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable Integer children,
        @Nullable ThreatReason reason,
        @Nullable String note,
        MatchState match,
        @Nullable Integer matchScore,
        @Nullable String matchReason,
        Known known,
        UnitId unit,
        @Nullable EmployeeId responsible,
        @Nullable String routedBy,
        @Nullable LocalDate issuedOn,
        Instant receivedAt,
        List<Stated> facts) {

    /// A fact the notice states.
    public record Stated(FactKind kind, int ordinal, Fact fact) {}

    public String receipt() {
        return Taken.receiptOf(id.value());
    }
}
