package se.bofast.deadline;

import static se.bofast.deadline.FactKind.APPEALED_ON;
import static se.bofast.deadline.FactKind.DECISION_RECEIVED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// Last day to appeal the board's decision: three weeks from the day the person received it (FL
/// 2017:900 44 §).
///
/// [impl->req~deadline.decision-appeal~1]
final class DecisionAppealRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2017:900", "44 §", "2017:900");

    private static final Period LENGTH = Period.ofWeeks(3);

    DecisionAppealRule() {
        super(
                new Terms(
                        "decision-appeal",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.TENANT_MAY,
                        Severity.HIGH,
                        se.bofast.kernel.Period.from(LocalDate.of(2018, 7, 1)),
                        List.of(DECISION_RECEIVED_ON),
                        kinds(DECISION_RECEIVED_ON, APPEALED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var received = facts.latest(DECISION_RECEIVED_ON);
        if (received == null) {
            return Finding.NotApplicable.because();
        }
        return Finding.Runs.moved(
                        received.plus(LENGTH),
                        Finding.Kind.DEADLINE,
                        days,
                        kinds(DECISION_RECEIVED_ON))
                .used(facts.firstOnOrAfter(APPEALED_ON, received));
    }
}
