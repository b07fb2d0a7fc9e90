package se.bofast.deadline;

/// A rule, what it answered, and the facts it was asked of.
public record RuledFinding(Rule rule, Finding finding, Facts facts) {

    /// The fingerprint of the facts the rule read. A stored day is stale when the rule's version or
    /// this is another than the stored one.
    public String fingerprint() {
        return facts.fingerprintOf(rule.reads());
    }
}
