package se.bofast.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address, as it was believed from `recordedAt` until `supersededAt`.
///
/// @param supersededAt null: believed now
public record AddressFact(
        UUID id,
        PersonAddress address,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        String reason) {}
