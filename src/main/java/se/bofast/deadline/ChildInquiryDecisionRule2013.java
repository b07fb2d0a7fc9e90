package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;

import java.util.List;

/// The same under the old socialtjänstlag (2001:453), 11 kap. 1 a §, new in 2013.
///
/// [impl->req~deadline.child-inquiry-decision~1]
final class ChildInquiryDecisionRule2013 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2001:453", "11 kap. 1 a § andra stycket", "2012:776");

    ChildInquiryDecisionRule2013() {
        super(
                new Terms(
                        "child-inquiry-decision",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        ChildProtectionRule2013.IN_FORCE,
                        List.of(CHILD_CONCERN_REPORTED_ON),
                        ChildInquiryDecisionRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return ChildInquiryDecisionRule.decide(facts, days);
    }
}
