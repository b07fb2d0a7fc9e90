package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// The same under the old socialtjänstlag (2001:453), 11 kap. 1 a §, new in 2013.
///
/// [impl->req~deadline.child-protection-assessment~1]
final class ChildProtectionRule2013 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2001:453", "11 kap. 1 a § första stycket", "2012:776");

    static final Period IN_FORCE =
            new Period(LocalDate.of(2013, 1, 1), LAST_DAY_OF_OLD_SERVICES_ACT);

    ChildProtectionRule2013() {
        super(
                new Terms(
                        "child-protection-assessment",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        IN_FORCE,
                        List.of(CHILD_CONCERN_REPORTED_ON),
                        ChildProtectionRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return ChildProtectionRule.assess(facts);
    }
}
