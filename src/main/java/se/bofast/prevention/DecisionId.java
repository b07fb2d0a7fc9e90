package se.bofast.prevention;

import java.util.UUID;

/// A decision in a case.
public record DecisionId(UUID value) {}
