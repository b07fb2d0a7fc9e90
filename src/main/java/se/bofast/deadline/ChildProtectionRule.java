package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;
import static se.bofast.deadline.FactKind.CHILD_PROTECTION_ASSESSED_ON;

import java.util.List;
import java.util.Set;

/// A report of concern for a child is assessed at once: does the child need protection now
/// (omedelbar skyddsbedömning, SoL 2025:400 20 kap. 1 §)?
///
/// [impl->req~deadline.child-protection-assessment~1]
final class ChildProtectionRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "20 kap. 1 §", "2025:400");

    static final Set<FactKind> READS =
            kinds(CHILD_CONCERN_REPORTED_ON, CHILD_PROTECTION_ASSESSED_ON);

    ChildProtectionRule() {
        super(
                new Terms(
                        "child-protection-assessment",
                        2,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        SINCE_JULY_2025,
                        List.of(CHILD_CONCERN_REPORTED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return assess(facts);
    }

    static Finding assess(Facts facts) {
        var reported =
                oldestUnanswered(
                        facts.days(CHILD_CONCERN_REPORTED_ON),
                        facts.days(CHILD_PROTECTION_ASSESSED_ON));
        if (reported == null) {
            return Finding.NotApplicable.because();
        }
        return Finding.Runs.fixed(
                        reported,
                        Finding.Kind.DEADLINE,
                        kinds(CHILD_CONCERN_REPORTED_ON),
                        Remark.of(RemarkCode.AT_ONCE))
                .owed(facts.firstOnOrAfter(CHILD_PROTECTION_ASSESSED_ON, reported));
    }
}
