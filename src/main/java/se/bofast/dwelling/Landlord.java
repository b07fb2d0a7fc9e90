package se.bofast.dwelling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A landlord in the register.
///
/// @param version one more for every change, so that who changes what another has changed is told
/// @param changedAt null: as it was added
/// @param changedBy what the colleague who changed it last is called
/// @param closedOn from this day on no longer chosen for anything new; null: in use
public record Landlord(
        LandlordId id,
        LandlordDetails details,
        int version,
        Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable LocalDate closedOn) {}
