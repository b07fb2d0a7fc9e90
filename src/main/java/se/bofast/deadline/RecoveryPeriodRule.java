package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_SENT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.LocalDate;
import se.bofast.kernel.Period;

/// Last day to pay the rent and keep the tenancy (hyresrättens återvinning, JB 12 kap. 44 §).
///
/// Not to be confused with the reopening of a verdict (återvinning av utslag),
/// [OrderReopeningRule].
///
/// [impl->req~deadline.recovery-period~1]
final class RecoveryPeriodRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 44 § första stycket 1 och 63 §", "2019:533");

    /// SFS 2019:533 took effect. The three weeks are older; the older wordings were not read.
    static final Period IN_FORCE = Period.from(LocalDate.of(2019, 10, 2));

    RecoveryPeriodRule() {
        super(
                new Terms(
                        "recovery-period",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.TENANT_MAY,
                        Severity.CRITICAL,
                        IN_FORCE,
                        RecoveryPeriod.EVENTS,
                        kinds(
                                RecoveryPeriod.READS,
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON,
                                UNDERTAKING_SENT_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var found = RecoveryPeriod.of(facts, days);
        if (!(found instanceof RecoveryPeriod.Running period)) {
            return RecoveryPeriod.idle(found, facts);
        }
        var runs = period.lastDay();
        var paid = RecoveryPeriod.paid(facts);
        var undertaken = facts.earliest(UNDERTAKING_SENT_ON);
        var withdrawn = facts.latest(WITHDRAWN_ON);
        if (paid != null && !paid.isAfter(period.end())) {
            return runs.done(paid, Remark.of(RemarkCode.RENT_PAID, paid));
        }
        if (undertaken != null && !undertaken.isAfter(period.end())) {
            return runs.done(undertaken, Remark.of(RemarkCode.BOARD_UNDERTOOK, undertaken));
        }
        if (withdrawn != null) {
            return runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn));
        }
        return period.answer(runs, RecoveryPeriod.settled(facts));
    }
}
