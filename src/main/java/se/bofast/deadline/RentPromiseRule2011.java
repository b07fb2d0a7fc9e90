package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_PROMISED_DUE_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// The same under the old socialtjänstlag (2001:453), 14 kap. 3 §.
///
/// [impl->req~deadline.rent-promise~1]
final class RentPromiseRule2011 extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2001:453", "14 kap. 3 §", "2010:429");

    static final Period IN_FORCE =
            new Period(LocalDate.of(2011, 7, 1), LAST_DAY_OF_OLD_SERVICES_ACT);

    RentPromiseRule2011() {
        super(
                new Terms(
                        "rent-promise",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        IN_FORCE,
                        List.of(RENT_PROMISED_DUE_ON),
                        RentPromiseRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return RentPromiseRule.keep(facts, days);
    }
}
