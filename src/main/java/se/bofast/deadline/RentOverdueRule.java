package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;

import java.util.List;

/// From the day after the due day the rent is late: the time to call the tenant is now.
///
/// [impl->req~deadline.rent-overdue~1]
final class RentOverdueRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 20 § och 42 § första stycket 1", "2024:313");

    RentOverdueRule() {
        super(
                new Terms(
                        "rent-overdue",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.INFORMATION,
                        Severity.NORMAL,
                        SINCE_JULY_2024,
                        List.of(RENT_DUE_ON),
                        kinds(RENT_DUE_ON, RENT_PAID_ON, RENT_DEPOSITED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var due = facts.earliest(RENT_DUE_ON);
        if (due == null) {
            return Finding.NotApplicable.because();
        }
        var paid = RecoveryPeriod.paid(facts);
        var runs = Finding.Runs.fixed(due.plusDays(1), Finding.Kind.WARNING, kinds(RENT_DUE_ON));
        return paid == null ? runs : runs.done(paid, Remark.of(RemarkCode.RENT_PAID, paid));
    }
}
