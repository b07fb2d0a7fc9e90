package se.bofast.access;

import java.util.UUID;

/// A thing an action is done to, named without knowing its room.
///
/// @param kind as the owning room calls it: `prevention-case`, `person`, `signal`
public record Subject(String kind, UUID id) {}
