package se.bofast.job;

import java.util.UUID;

/// A piece of work.
public record JobId(UUID value) {}
