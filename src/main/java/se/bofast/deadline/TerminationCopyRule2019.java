package se.bofast.deadline;

import static se.bofast.deadline.FactKind.TERMINATION_COPY_RECEIVED_ON;

import java.util.List;

/// The same before SFS 2024:313, for particularly serious disturbance only. The old text was seen
/// in secondary sources only.
///
/// [impl->req~deadline.termination-copy~1]
final class TerminationCopyRule2019 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 42 § fjärde stycket", "2019:533");

    TerminationCopyRule2019() {
        super(
                new Terms(
                        "termination-copy",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        DisturbanceNoticeRule2019.IN_FORCE,
                        List.of(TERMINATION_COPY_RECEIVED_ON),
                        TerminationCopyRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return TerminationCopyRule.act(facts);
    }
}
