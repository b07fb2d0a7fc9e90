package se.bofast.deadline;

/// A rule, what it answered, and the fingerprint of the facts it read.
///
/// A stored day is stale when the rule's version or the fingerprint is another than the stored one.
public record RuledFinding(Rule rule, Finding finding, String fingerprint) {}
