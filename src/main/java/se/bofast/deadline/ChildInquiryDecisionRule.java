package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;
import static se.bofast.deadline.FactKind.CHILD_INQUIRY_DECIDED_ON;
import static se.bofast.deadline.FactKind.CHILD_INQUIRY_FINISHED_ON;
import static se.bofast.deadline.FactKind.CHILD_INQUIRY_OPENED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// Within fourteen days of a report of concern the board decides to open a child inquiry or not
/// (förhandsbedömning, SoL 2025:400 20 kap. 2 §); not where one is already open.
///
/// [impl->req~deadline.child-inquiry-decision~1]
final class ChildInquiryDecisionRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "20 kap. 2 §", "2025:400");

    private static final Period LENGTH = Period.ofDays(14);

    static final Set<FactKind> READS =
            kinds(
                    CHILD_CONCERN_REPORTED_ON,
                    CHILD_INQUIRY_DECIDED_ON,
                    CHILD_INQUIRY_OPENED_ON,
                    CHILD_INQUIRY_FINISHED_ON);

    ChildInquiryDecisionRule() {
        super(
                new Terms(
                        "child-inquiry-decision",
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
        return decide(facts, days);
    }

    static Finding decide(Facts facts, WorkingDays days) {
        var decided = daysOf(facts, CHILD_INQUIRY_DECIDED_ON, CHILD_INQUIRY_OPENED_ON);
        var reported = oldestUnanswered(facts.days(CHILD_CONCERN_REPORTED_ON), decided);
        if (reported == null) {
            return Finding.NotApplicable.because();
        }
        if (isInquiryOpen(facts, reported)) {
            return Finding.NotApplicable.because(Remark.of(RemarkCode.INQUIRY_ALREADY_OPEN));
        }
        return Finding.Runs.unmoved(
                        reported.plus(LENGTH),
                        Finding.Kind.DEADLINE,
                        days,
                        kinds(CHILD_CONCERN_REPORTED_ON))
                .owed(firstOnOrAfter(decided, reported));
    }

    private static boolean isInquiryOpen(Facts facts, LocalDate day) {
        return facts.days(CHILD_INQUIRY_OPENED_ON).stream()
                .filter(opened -> opened.isBefore(day))
                .anyMatch(opened -> {
                    var finished = facts.firstOnOrAfter(CHILD_INQUIRY_FINISHED_ON, opened);
                    return finished == null || !finished.isBefore(day);
                });
    }
}
