package se.bofast.deadline;

import static se.bofast.deadline.FactKind.DECISION_GRANTED_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// The same under the old socialtjänstlag (2001:453), 16 kap. 6 f and 6 g §§.
///
/// [impl->req~deadline.decision-not-executed~1]
final class DecisionNotExecutedRule2018 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2001:453", "16 kap. 6 f och 6 g §§", "2017:742");

    static final Period IN_FORCE =
            new Period(LocalDate.of(2018, 1, 1), LAST_DAY_OF_OLD_SERVICES_ACT);

    DecisionNotExecutedRule2018() {
        super(
                new Terms(
                        "decision-not-executed",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        IN_FORCE,
                        List.of(DECISION_GRANTED_ON),
                        DecisionNotExecutedRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return DecisionNotExecutedRule.execute(facts, days);
    }
}
