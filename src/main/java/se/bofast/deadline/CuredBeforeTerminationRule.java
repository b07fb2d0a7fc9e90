package se.bofast.deadline;

import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.FactKind.TERMINATED_ON;

import java.util.List;

/// Rent paid before the landlord gave notice closes the ground (JB 12 kap. 43 § first paragraph);
/// deposited rent never opened it (12 kap. 21 § third paragraph).
///
/// [impl->req~deadline.cured-before-termination~1]
final class CuredBeforeTerminationRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis(
                    "1970:994", "12 kap. 21 § tredje stycket och 43 § första stycket", "2024:313");

    CuredBeforeTerminationRule() {
        super(
                new Terms(
                        "cured-before-termination",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.INFORMATION,
                        Severity.HIGH,
                        SINCE_JULY_2024,
                        List.of(RENT_PAID_ON, RENT_DEPOSITED_ON),
                        kinds(
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON,
                                TERMINATED_ON,
                                TENANT_SERVED_ON,
                                BOARD_NOTICE_ARRIVED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var paid = RecoveryPeriod.paid(facts);
        if (paid == null) {
            return Finding.NotApplicable.because();
        }
        var terminated = facts.earliest(TERMINATED_ON);
        var from =
                facts.has(RENT_PAID_ON)
                        ? kinds(RENT_PAID_ON, TERMINATED_ON)
                        : kinds(RENT_DEPOSITED_ON, TERMINATED_ON);
        if (terminated == null) {
            return facts.has(TENANT_SERVED_ON) || facts.has(BOARD_NOTICE_ARRIVED_ON)
                    ? Finding.NotRunning.without(TERMINATED_ON)
                    : Finding.Flag.of(
                            from, Remark.of(RemarkCode.GROUND_CLOSED_IF_NOT_TERMINATED, paid));
        }
        if (paid.isAfter(terminated)) {
            return Finding.NotApplicable.because();
        }
        return Finding.Flag.of(
                from,
                Remark.of(
                        paid.equals(terminated)
                                ? RemarkCode.PAID_ON_DAY_OF_TERMINATION
                                : RemarkCode.GROUND_CLOSED,
                        paid));
    }
}
