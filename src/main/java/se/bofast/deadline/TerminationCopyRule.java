package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CONTACT_MADE_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_WARNING_ON;
import static se.bofast.deadline.FactKind.SUBTENANT;
import static se.bofast.deadline.FactKind.TERMINATION_COPY_RECEIVED_ON;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Termination for particularly serious disturbance or neglect needs no warning; the board gets a
/// copy (JB 12 kap. 42 § fourth paragraph). A sub-tenant let in with consent or permission must
/// have been warned all the same, and the board told.
///
/// [impl->req~deadline.termination-copy~1]
final class TerminationCopyRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 42 § fjärde stycket", "2024:313");

    static final Set<FactKind> READS =
            kinds(
                    TERMINATION_COPY_RECEIVED_ON,
                    SUBTENANT,
                    DISTURBANCE_WARNING_ON,
                    DISTURBANCE_NOTICE_RECEIVED_ON,
                    CONTACT_MADE_ON);

    TerminationCopyRule() {
        super(
                new Terms(
                        "termination-copy",
                        2,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        SINCE_JULY_2024,
                        List.of(TERMINATION_COPY_RECEIVED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return act(facts);
    }

    static Finding act(Facts facts) {
        var received =
                oldestUnanswered(
                        facts.days(TERMINATION_COPY_RECEIVED_ON), facts.days(CONTACT_MADE_ON));
        if (received == null) {
            return Finding.NotApplicable.because();
        }
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(RemarkCode.NO_DAY_IN_LAW));
        if (facts.isYes(SUBTENANT)
                && !(facts.has(DISTURBANCE_WARNING_ON)
                        && facts.has(DISTURBANCE_NOTICE_RECEIVED_ON))) {
            remarks.add(Remark.of(RemarkCode.SUBTENANT_MUST_BE_WARNED));
        }
        if (!facts.has(SUBTENANT)) {
            remarks.add(Remark.of(RemarkCode.ASK_IF_SUBTENANT));
        }
        return new Finding.Runs(
                        received,
                        Finding.Kind.TARGET,
                        received,
                        null,
                        remarks,
                        kinds(TERMINATION_COPY_RECEIVED_ON))
                .owed(facts.firstOnOrAfter(CONTACT_MADE_ON, received));
    }
}
