package se.bofast.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A telephone or an e-mail address.
///
/// @param givenByPerson an SMS goes only to a number the person gave (product.md H)
/// @param endedAt null while it is in use
public record ContactWay(
        ContactWayId id,
        WayKind kind,
        String value,
        boolean givenByPerson,
        Instant recordedAt,
        @Nullable Instant endedAt) {

    public enum WayKind {
        PHONE,
        EMAIL
    }

    public record ContactWayId(UUID value) {}
}
