package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_INQUIRY_EXTENDED_TO;
import static se.bofast.deadline.FactKind.CHILD_INQUIRY_FINISHED_ON;
import static se.bofast.deadline.FactKind.CHILD_INQUIRY_OPENED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// A child inquiry is finished within four months of its opening, or by the day it was extended to
/// for special reasons (SoL 2025:400 20 kap. 3 §).
///
/// [impl->req~deadline.child-inquiry-finished~1]
final class ChildInquiryRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "20 kap. 3 §", "2025:400");

    private static final Period LENGTH = Period.ofMonths(4);

    static final Set<FactKind> READS =
            kinds(CHILD_INQUIRY_OPENED_ON, CHILD_INQUIRY_EXTENDED_TO, CHILD_INQUIRY_FINISHED_ON);

    ChildInquiryRule() {
        super(
                new Terms(
                        "child-inquiry-finished",
                        2,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        SINCE_JULY_2025,
                        List.of(CHILD_INQUIRY_OPENED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return finish(facts, days);
    }

    static Finding finish(Facts facts, WorkingDays days) {
        var opened = facts.latest(CHILD_INQUIRY_OPENED_ON);
        if (opened == null) {
            return Finding.NotApplicable.because();
        }
        return lastDay(opened, facts, days)
                .owed(facts.firstOnOrAfter(CHILD_INQUIRY_FINISHED_ON, opened));
    }

    private static Finding.Runs lastDay(LocalDate opened, Facts facts, WorkingDays days) {
        var extended = facts.latest(CHILD_INQUIRY_EXTENDED_TO);
        if (extended != null && extended.isAfter(opened)) {
            return Finding.Runs.fixed(
                    extended,
                    Finding.Kind.DEADLINE,
                    kinds(CHILD_INQUIRY_OPENED_ON, CHILD_INQUIRY_EXTENDED_TO),
                    Remark.of(RemarkCode.INQUIRY_EXTENDED));
        }
        return Finding.Runs.unmoved(
                opened.plus(LENGTH), Finding.Kind.DEADLINE, days, kinds(CHILD_INQUIRY_OPENED_ON));
    }
}
