package se.bofast.dwelling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A landlord in the register.
///
/// @param closedOn from this day on no longer chosen for anything new; null: in use
public record Landlord(
        LandlordId id, LandlordDetails details, Instant createdAt, @Nullable LocalDate closedOn) {}
