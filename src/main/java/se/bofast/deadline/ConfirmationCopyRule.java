package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CONFIRMATION_COPIED_ON;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;

import java.util.List;
import java.util.Set;

/// A copy of the confirmation to Kronofogden goes to the person to be evicted (SoF 2025:468 11 kap.
/// 3 § second paragraph). The law sets no day for the copy; the confirmation's day is the target.
///
/// [impl->req~deadline.confirmation-copy~1]
final class ConfirmationCopyRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2025:468", "11 kap. 3 § andra stycket", "2025:468");

    static final Set<FactKind> READS = kinds(EVICTION_NOTICE_RECEIVED_ON, CONFIRMATION_COPIED_ON);

    ConfirmationCopyRule() {
        super(
                new Terms(
                        "confirmation-copy",
                        2,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        SINCE_JULY_2025,
                        List.of(EVICTION_NOTICE_RECEIVED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return copy(facts, days);
    }

    static Finding copy(Facts facts, WorkingDays days) {
        return EvictionConfirmationRule.sameDay(
                facts, days, CONFIRMATION_COPIED_ON, Finding.Kind.TARGET);
    }
}
