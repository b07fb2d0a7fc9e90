package se.bofast.deadline;

import static se.bofast.deadline.FactKind.REOPENING_APPLIED_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;

import java.time.Period;
import java.util.List;

/// Last day to ask for Kronofogden's verdict to be reopened (återvinning av utslag): one month from
/// its date (lag 1990:746 53 §).
///
/// Not to be confused with winning the tenancy back (hyresrättens återvinning),
/// [RecoveryPeriodRule].
///
/// [impl->req~deadline.order-reopening~1]
final class OrderReopeningRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1990:746", "53 §", "1990:746");

    private static final Period LENGTH = Period.ofMonths(1);

    OrderReopeningRule() {
        super(
                new Terms(
                        "order-reopening",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.TENANT_MAY,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(VERDICT_ON),
                        kinds(VERDICT_ON, REOPENING_APPLIED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var verdict = facts.latest(VERDICT_ON);
        if (verdict == null) {
            return Finding.NotApplicable.because();
        }
        // plusMonths ends on the month's last day where the day is missing: lag 1930:173 1 §.
        return Finding.Runs.moved(
                        verdict.plus(LENGTH), Finding.Kind.DEADLINE, days, kinds(VERDICT_ON))
                .used(facts.firstOnOrAfter(REOPENING_APPLIED_ON, verdict));
    }
}
