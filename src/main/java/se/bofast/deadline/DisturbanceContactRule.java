package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CONTACT_MADE_ON;
import static se.bofast.deadline.FactKind.CONTACT_WITHIN_DAYS;
import static se.bofast.deadline.FactKind.DISTURBANCE_NOTICE_RECEIVED_ON;

import java.util.List;

/// After a notice of disturbance someone speaks with the tenant within the board's own number of
/// working days. No law says how many.
///
/// [impl->req~deadline.disturbance-contact~1]
final class DisturbanceContactRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("lokal rutin", "kontakt efter underrättelse enligt 25 a §", "2026");

    /// Own choice (docs/decisions/0012), unless the board has decided otherwise.
    private static final int WORKING_DAYS = 3;

    DisturbanceContactRule() {
        super(
                new Terms(
                        "disturbance-contact",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(DISTURBANCE_NOTICE_RECEIVED_ON),
                        kinds(
                                DISTURBANCE_NOTICE_RECEIVED_ON,
                                CONTACT_MADE_ON,
                                CONTACT_WITHIN_DAYS)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var noticed =
                oldestUnanswered(
                        facts.days(DISTURBANCE_NOTICE_RECEIVED_ON), facts.days(CONTACT_MADE_ON));
        if (noticed == null) {
            return Finding.NotApplicable.because();
        }
        var allowed = facts.number(CONTACT_WITHIN_DAYS, WORKING_DAYS);
        return Finding.Runs.fixed(
                        within(noticed, allowed, days),
                        Finding.Kind.TARGET,
                        kinds(DISTURBANCE_NOTICE_RECEIVED_ON, CONTACT_WITHIN_DAYS),
                        Remark.of(RemarkCode.LOCAL_ROUTINE, allowed))
                .owed(facts.firstOnOrAfter(CONTACT_MADE_ON, noticed));
    }
}
