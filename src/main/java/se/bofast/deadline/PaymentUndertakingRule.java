package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_DECLINED_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_SENT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

/// Last day for the board to have told the landlord in writing that it undertakes the rent
/// (åtagande av betalningsansvar, JB 12 kap. 44 § fourth paragraph 1). The same day as the
/// tenant's.
///
/// [impl->req~deadline.payment-undertaking~1]
final class PaymentUndertakingRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 44 § fjärde stycket 1", "2019:533");

    PaymentUndertakingRule() {
        super(
                new Terms(
                        "payment-undertaking",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        RecoveryPeriodRule.IN_FORCE,
                        RecoveryPeriod.EVENTS,
                        kinds(
                                RecoveryPeriod.READS,
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON,
                                UNDERTAKING_SENT_ON,
                                UNDERTAKING_DECLINED_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var found = RecoveryPeriod.of(facts, days);
        if (!(found instanceof RecoveryPeriod.Running period)) {
            return RecoveryPeriod.idle(found, facts);
        }
        var runs = period.lastDay().and(Remark.of(RemarkCode.IN_WRITING_TO_LANDLORD));
        var sent = facts.earliest(UNDERTAKING_SENT_ON);
        var paid = RecoveryPeriod.paid(facts);
        var declined = facts.latest(UNDERTAKING_DECLINED_ON);
        var withdrawn = facts.latest(WITHDRAWN_ON);
        if (sent != null && !sent.isAfter(period.end())) {
            return runs.done(sent, Remark.of(RemarkCode.BOARD_UNDERTOOK, sent));
        }
        if (paid != null && !paid.isAfter(period.end())) {
            return runs.done(paid, Remark.of(RemarkCode.RENT_PAID, paid));
        }
        if (withdrawn != null) {
            return runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn));
        }
        if (sent == null && declined != null) {
            return runs.done(declined, Remark.of(RemarkCode.BOARD_DECLINED, declined));
        }
        return period.answer(runs, sent);
    }
}
