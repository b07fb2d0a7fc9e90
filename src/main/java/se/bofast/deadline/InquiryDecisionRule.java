package se.bofast.deadline;

import static se.bofast.deadline.FactKind.INQUIRY_DECIDED_ON;
import static se.bofast.deadline.FactKind.INQUIRY_DECISION_WITHIN_DAYS;
import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;

import java.util.List;
import java.util.Set;

/// Every notice ends in a documented decision to open an inquiry or not, with the reason (SoL
/// 2025:400 14 kap. 2-3 §§; JO 1683-2017). The law says `genast`; the days are the board's routine.
///
/// [impl->req~deadline.inquiry-decision~1]
final class InquiryDecisionRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2025:400", "14 kap. 2 och 3 §§; JO dnr 1683-2017", "2025:400");

    /// Own choice (docs/decisions/0012), unless the board has decided otherwise.
    private static final int WORKING_DAYS = 5;

    static final Set<FactKind> READS =
            kinds(NOTICE_RECEIVED_ON, INQUIRY_DECIDED_ON, INQUIRY_DECISION_WITHIN_DAYS);

    InquiryDecisionRule() {
        super(
                new Terms(
                        "inquiry-decision",
                        2,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        SINCE_JULY_2025,
                        List.of(NOTICE_RECEIVED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return decide(facts, days);
    }

    static Finding decide(Facts facts, WorkingDays days) {
        var noticed =
                oldestUnanswered(facts.days(NOTICE_RECEIVED_ON), facts.days(INQUIRY_DECIDED_ON));
        if (noticed == null) {
            return Finding.NotApplicable.because();
        }
        var allowed = facts.number(INQUIRY_DECISION_WITHIN_DAYS, WORKING_DAYS);
        return Finding.Runs.fixed(
                        within(noticed, allowed, days),
                        Finding.Kind.TARGET,
                        kinds(NOTICE_RECEIVED_ON, INQUIRY_DECISION_WITHIN_DAYS),
                        Remark.of(RemarkCode.AT_ONCE),
                        Remark.of(RemarkCode.LOCAL_ROUTINE, allowed))
                .owed(facts.firstOnOrAfter(INQUIRY_DECIDED_ON, noticed));
    }
}
