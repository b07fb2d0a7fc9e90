package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;

import java.util.List;

/// The same under the old socialtjänstförordning (2001:937); see [EvictionConfirmationRule2017].
///
/// [impl->req~deadline.confirmation-copy~1]
final class ConfirmationCopyRule2017 extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2001:937", "5 kap. 4 §", "2017:472");

    ConfirmationCopyRule2017() {
        super(
                new Terms(
                        "confirmation-copy",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        EvictionConfirmationRule2017.IN_FORCE,
                        List.of(EVICTION_NOTICE_RECEIVED_ON),
                        ConfirmationCopyRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return ConfirmationCopyRule.copy(facts, days);
    }
}
