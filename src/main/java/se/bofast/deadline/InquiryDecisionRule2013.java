package se.bofast.deadline;

import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;

import java.util.List;

/// The same under the old socialtjänstlag (2001:453), 11 kap. 1 and 5 §§.
///
/// [impl->req~deadline.inquiry-decision~1]
final class InquiryDecisionRule2013 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2001:453", "11 kap. 1 och 5 §§; JO dnr 1683-2017", "2012:776");

    InquiryDecisionRule2013() {
        super(
                new Terms(
                        "inquiry-decision",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        ChildProtectionRule2013.IN_FORCE,
                        List.of(NOTICE_RECEIVED_ON),
                        InquiryDecisionRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return InquiryDecisionRule.decide(facts, days);
    }
}
