package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CONTEST_SENT_ON;
import static se.bofast.deadline.FactKind.ORDER_CONTESTED_ON;
import static se.bofast.deadline.FactKind.TRANSFER_REQUESTED_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.Period;
import java.util.List;

/// Last day for the landlord to take a contested order to court: four weeks from the day
/// Kronofogden sent word of the contest. Else the case is struck (lag 1990:746 34 and 37 §§).
///
/// [impl->req~deadline.order-transfer~1]
final class OrderTransferRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1990:746", "34 och 37 §§", "1996:1026");

    private static final Period LENGTH = Period.ofWeeks(4);

    OrderTransferRule() {
        super(
                new Terms(
                        "order-transfer",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.LANDLORD_MAY,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(CONTEST_SENT_ON, ORDER_CONTESTED_ON),
                        kinds(
                                CONTEST_SENT_ON,
                                ORDER_CONTESTED_ON,
                                TRANSFER_REQUESTED_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var sent = facts.latest(CONTEST_SENT_ON);
        var withdrawn = facts.latest(WITHDRAWN_ON);
        if (sent == null) {
            return facts.has(ORDER_CONTESTED_ON) && withdrawn == null
                    ? Finding.NotRunning.without(CONTEST_SENT_ON)
                    : Finding.NotApplicable.because();
        }
        var runs =
                Finding.Runs.moved(
                        sent.plus(LENGTH), Finding.Kind.DEADLINE, days, kinds(CONTEST_SENT_ON));
        var requested = facts.firstOnOrAfter(TRANSFER_REQUESTED_ON, sent);
        return requested == null && withdrawn != null
                ? runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn))
                : runs.used(requested);
    }
}
