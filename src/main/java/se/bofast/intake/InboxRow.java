package se.bofast.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// A signal in a list. Name and address are empty where the person's identity is protected, or one
/// of those it may be about has a protected identity.
///
/// @param name of the person, else as written on the notice
public record InboxRow(
        SignalId id,
        SignalKind kind,
        SignalSource source,
        @Nullable LandlordId landlord,
        @Nullable String senderName,
        @Nullable String name,
        boolean isProtected,
        @Nullable String street,
        @Nullable String apartment,
        boolean children,
        MatchState match,
        Known known,
        UnitId unit,
        @Nullable EmployeeId responsible,
        boolean linked,
        Instant receivedAt) {}
