package se.bofast.deadline;

import static se.bofast.deadline.FactKind.LANDLORD_TOLD_OF_SUBLET_ON;
import static se.bofast.deadline.FactKind.LESSOR_IS_MUNICIPALITY;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// A municipality may sublet without consent but tells the landlord at once (JB 12 kap. 39 § third
/// paragraph).
///
/// [impl->req~deadline.sublet-notice~1]
final class SubletNoticeRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 39 § tredje stycket", "2019:523");

    SubletNoticeRule() {
        super(
                new Terms(
                        "sublet-notice",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.NORMAL,
                        Period.from(LocalDate.of(2019, 10, 1)),
                        List.of(SUBLET_STARTED_ON),
                        kinds(
                                SUBLET_STARTED_ON,
                                LESSOR_IS_MUNICIPALITY,
                                LANDLORD_TOLD_OF_SUBLET_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var started = facts.latest(SUBLET_STARTED_ON);
        if (started == null || facts.isNo(LESSOR_IS_MUNICIPALITY)) {
            return Finding.NotApplicable.because();
        }
        if (!facts.has(LESSOR_IS_MUNICIPALITY)) {
            return Finding.NotRunning.without(LESSOR_IS_MUNICIPALITY);
        }
        return Finding.Runs.fixed(
                        started,
                        Finding.Kind.DEADLINE,
                        kinds(SUBLET_STARTED_ON, LESSOR_IS_MUNICIPALITY),
                        Remark.of(RemarkCode.AT_ONCE))
                .owed(facts.latest(LANDLORD_TOLD_OF_SUBLET_ON));
    }
}
