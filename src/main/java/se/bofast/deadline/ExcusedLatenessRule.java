package se.bofast.deadline;

import static se.bofast.deadline.FactKind.ILLNESS_NOTED_ON;
import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;

import java.util.ArrayList;
import java.util.List;

/// A tenant hindered by illness or the like keeps the home if the rent is paid as soon as possible,
/// at the latest when the eviction is decided in first instance (JB 12 kap. 44 § fourth paragraph
/// 2). Whether the hindrance excuses is for a person to weigh.
///
/// [impl->req~deadline.excused-lateness~1]
final class ExcusedLatenessRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 44 § fjärde stycket 2", "2019:533");

    ExcusedLatenessRule() {
        super(
                new Terms(
                        "excused-lateness",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.HIGH,
                        RecoveryPeriodRule.IN_FORCE,
                        List.of(ILLNESS_NOTED_ON),
                        kinds(
                                RecoveryPeriod.READS,
                                ILLNESS_NOTED_ON,
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var noted = facts.earliest(ILLNESS_NOTED_ON);
        if (noted == null) {
            return Finding.NotApplicable.because();
        }
        var paid = RecoveryPeriod.paid(facts);
        var remarks = new ArrayList<Remark>();
        var code = RemarkCode.EXCUSE_NOTED;
        if (RecoveryPeriod.of(facts, days) instanceof RecoveryPeriod.Running period) {
            if (paid != null && !paid.isAfter(period.end())) {
                return Finding.NotApplicable.because(Remark.of(RemarkCode.RENT_PAID, paid));
            }
            if (noted.isAfter(period.latestEnd())) {
                code = RemarkCode.EXCUSE_NOTED_AFTER_PERIOD;
            }
        }
        remarks.add(Remark.of(code, noted));
        remarks.add(Remark.of(RemarkCode.ASSESS_EXCUSE));
        if (paid == null) {
            remarks.add(Remark.of(RemarkCode.PAY_AS_SOON_AS_POSSIBLE));
        }
        return new Finding.Flag(remarks, kinds(ILLNESS_NOTED_ON));
    }
}
