package se.bofast.deadline;

import java.time.LocalDate;
import se.bofast.kernel.Period;

/// The same under the old socialtjänstlag (2001:453), 14 kap. 1 §.
///
/// [impl->req~deadline.child-in-household~1]
final class ChildInHouseholdRule2016 extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2001:453", "14 kap. 1 §", "2015:982");

    static final Period IN_FORCE =
            new Period(LocalDate.of(2016, 1, 1), LAST_DAY_OF_OLD_SERVICES_ACT);

    ChildInHouseholdRule2016() {
        super(
                new Terms(
                        "child-in-household",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        IN_FORCE,
                        ChildInHouseholdRule.EVENTS,
                        ChildInHouseholdRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return ChildInHouseholdRule.weigh(facts);
    }
}
