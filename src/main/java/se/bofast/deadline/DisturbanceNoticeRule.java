package se.bofast.deadline;

import static se.bofast.deadline.FactKind.DISTURBANCE_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_TERMINATED_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_WARNING_ON;
import static se.bofast.deadline.FactKind.SUBTENANT;
import static se.bofast.deadline.FactKind.TERMINATION_COPY_RECEIVED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Disturbance or neglect (störningar i boendet, bristande skötsamhet): the landlord must warn the
/// tenant and tell the board, and may not give notice before the board is told (JB 12 kap. 25 a §,
/// 42 § third paragraph).
///
/// [impl->req~deadline.disturbance-notice~1]
final class DisturbanceNoticeRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 25 a § och 42 § tredje stycket", "2024:313");

    static final List<FactKind> EVENTS =
            List.of(DISTURBANCE_NOTICE_RECEIVED_ON, DISTURBANCE_TERMINATED_ON);

    static final Set<FactKind> READS =
            kinds(
                    DISTURBANCE_NOTICE_RECEIVED_ON,
                    DISTURBANCE_WARNING_ON,
                    DISTURBANCE_TERMINATED_ON,
                    TERMINATION_COPY_RECEIVED_ON,
                    SUBTENANT);

    DisturbanceNoticeRule() {
        super(
                new Terms(
                        "disturbance-notice",
                        2,
                        BASIS,
                        Certainty.A,
                        Duty.LANDLORD_MAY,
                        Severity.HIGH,
                        SINCE_JULY_2024,
                        EVENTS,
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return check(facts);
    }

    static Finding check(Facts facts) {
        var noticed = facts.earliest(DISTURBANCE_NOTICE_RECEIVED_ON);
        var terminated = facts.earliest(DISTURBANCE_TERMINATED_ON);
        var from = kinds(DISTURBANCE_NOTICE_RECEIVED_ON, DISTURBANCE_TERMINATED_ON);
        if (noticed == null) {
            return terminated == null ? Finding.NotApplicable.because() : unnoticed(facts, from);
        }
        var remarks = new ArrayList<Remark>();
        var warned = facts.earliest(DISTURBANCE_WARNING_ON);
        if (warned == null) {
            remarks.add(Remark.of(RemarkCode.WARNING_NOT_KNOWN));
        }
        if (terminated != null && terminated.isBefore(noticed)) {
            remarks.add(Remark.of(RemarkCode.TERMINATED_BEFORE_BOARD_WAS_TOLD, terminated));
        }
        if (terminated != null && warned != null && terminated.isBefore(warned)) {
            remarks.add(Remark.of(RemarkCode.TERMINATED_BEFORE_WARNING, terminated));
        }
        return remarks.isEmpty()
                ? Finding.NotApplicable.because(Remark.of(RemarkCode.NOTICE_IN_ORDER))
                : new Finding.Flag(remarks, kinds(from, DISTURBANCE_WARNING_ON));
    }

    private static Finding unnoticed(Facts facts, Set<FactKind> from) {
        // Particularly serious disturbance needs no notice beforehand, unless a sub-tenant's.
        LocalDate terminated = facts.days(DISTURBANCE_TERMINATED_ON).getFirst();
        return facts.has(TERMINATION_COPY_RECEIVED_ON) && !facts.isYes(SUBTENANT)
                ? Finding.NotApplicable.because()
                : Finding.Flag.of(
                        from, Remark.of(RemarkCode.TERMINATED_BEFORE_BOARD_WAS_TOLD, terminated));
    }
}
