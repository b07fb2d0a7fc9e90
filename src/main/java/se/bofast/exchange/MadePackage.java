package se.bofast.exchange;

import java.time.Instant;
import java.util.UUID;

/// Something that was taken out of a dossier.
///
/// @param madeBy the employee's name
public record MadePackage(
        UUID id, PackageKind kind, Instant madeAt, String madeBy, String sha256, int size) {}
