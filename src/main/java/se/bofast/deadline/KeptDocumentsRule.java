package se.bofast.deadline;

/// Documents on paternity, on adoption, and on a child who was placed outside the own home are kept
/// (SoL 2025:400 16 kap. 2 §).
///
/// [impl->req~deadline.retention-kept-documents~1]
final class KeptDocumentsRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "16 kap. 2 §", "2025:400");

    private KeptDocumentsRule() {}

    static boolean keeps(RetentionFacts facts) {
        return !facts.keptFor().isEmpty();
    }
}
