package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_INQUIRY_OPENED_ON;

import java.util.List;

/// The same under the old socialtjänstlag (2001:453), 11 kap. 2 §.
///
/// [impl->req~deadline.child-inquiry-finished~1]
final class ChildInquiryRule2013 extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2001:453", "11 kap. 2 §", "2012:776");

    ChildInquiryRule2013() {
        super(
                new Terms(
                        "child-inquiry-finished",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        ChildProtectionRule2013.IN_FORCE,
                        List.of(CHILD_INQUIRY_OPENED_ON),
                        ChildInquiryRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return ChildInquiryRule.finish(facts, days);
    }
}
