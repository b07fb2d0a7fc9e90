package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// The same duty under the old socialtjänstförordning (2001:937). Its text was not read: the
/// section is inferred from the list of amendments (2017:472 changed 5 kap. 4 § together with the
/// new rules on removal).
///
/// [impl->req~deadline.eviction-confirmation~1]
final class EvictionConfirmationRule2017 extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2001:937", "5 kap. 4 §", "2017:472");

    static final Period IN_FORCE =
            new Period(LocalDate.of(2017, 7, 1), LAST_DAY_OF_OLD_SERVICES_ACT);

    EvictionConfirmationRule2017() {
        super(
                new Terms(
                        "eviction-confirmation",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        IN_FORCE,
                        List.of(EVICTION_NOTICE_RECEIVED_ON),
                        EvictionConfirmationRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return EvictionConfirmationRule.confirm(facts, days);
    }
}
