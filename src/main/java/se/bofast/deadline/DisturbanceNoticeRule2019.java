package se.bofast.deadline;

import java.time.LocalDate;
import se.bofast.kernel.Period;

/// Disturbance before SFS 2024:313: the warning and the notice to the board stood in 12 kap. 25 §
/// second paragraph, the ground in 42 § first paragraph 6, and neglect that did not disturb anyone
/// needed no notice to the board. The old text was seen in secondary sources only (RH 2004:38).
///
/// [impl->req~deadline.disturbance-notice~1]
final class DisturbanceNoticeRule2019 extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis(
                    "1970:994", "12 kap. 25 § andra stycket och 42 § tredje stycket", "2019:533");

    static final Period IN_FORCE = new Period(LocalDate.of(2019, 10, 2), LocalDate.of(2024, 6, 30));

    DisturbanceNoticeRule2019() {
        super(
                new Terms(
                        "disturbance-notice",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.LANDLORD_MAY,
                        Severity.HIGH,
                        IN_FORCE,
                        DisturbanceNoticeRule.EVENTS,
                        DisturbanceNoticeRule.READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return DisturbanceNoticeRule.check(facts);
    }
}
