package se.bofast.deadline;

import static se.bofast.deadline.FactKind.ORDER_ANSWER_BY;
import static se.bofast.deadline.FactKind.ORDER_CONTESTED_ON;
import static se.bofast.deadline.FactKind.ORDER_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.ORDER_SERVED_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Last day to contest a payment order (betalningsföreläggande, lag 1990:746 25 §). The day in the
/// order wins; else ten days from service are assumed, two weeks being the most the law allows.
///
/// [impl->req~deadline.order-answer~1]
final class OrderAnswerRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1990:746", "25 och 31 §§", "1990:746");

    private static final Period USUAL = Period.ofDays(10);
    private static final Period MOST = Period.ofWeeks(2);

    OrderAnswerRule() {
        super(
                new Terms(
                        "order-answer",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.TENANT_MAY,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(ORDER_SERVED_ON, ORDER_ANSWER_BY, ORDER_NOTICE_RECEIVED_ON),
                        kinds(
                                ORDER_NOTICE_RECEIVED_ON,
                                ORDER_SERVED_ON,
                                ORDER_ANSWER_BY,
                                ORDER_CONTESTED_ON,
                                VERDICT_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var served = facts.latest(ORDER_SERVED_ON);
        var answerBy = facts.latest(ORDER_ANSWER_BY);
        var verdict = facts.latest(VERDICT_ON);
        var withdrawn = facts.latest(WITHDRAWN_ON);
        var contested = facts.latest(ORDER_CONTESTED_ON);
        if (contested == null && verdict != null) {
            return Finding.NotApplicable.because(Remark.of(RemarkCode.VERDICT_GIVEN, verdict));
        }
        Finding.Runs runs;
        if (answerBy != null) {
            runs = asOrdered(answerBy, served, days);
        } else if (served != null) {
            runs = asUsual(served);
        } else {
            return facts.has(ORDER_NOTICE_RECEIVED_ON) && withdrawn == null
                    ? Finding.NotRunning.without(ORDER_SERVED_ON, ORDER_ANSWER_BY)
                    : Finding.NotApplicable.because();
        }
        return contested == null && withdrawn != null
                ? runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn))
                : runs.used(contested);
    }

    private static Finding.Runs asOrdered(
            LocalDate answerBy, @Nullable LocalDate served, WorkingDays days) {
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(RemarkCode.DAY_IN_LETTER));
        if (!days.isWorkingDay(answerBy)) {
            remarks.add(Remark.of(RemarkCode.LETTER_DAY_NOT_MOVED));
        }
        if (served != null && answerBy.isAfter(served.plus(MOST))) {
            remarks.add(Remark.of(RemarkCode.LONGER_THAN_TWO_WEEKS, served.plus(MOST)));
        }
        return new Finding.Runs(
                answerBy, Finding.Kind.DEADLINE, answerBy, null, remarks, kinds(ORDER_ANSWER_BY));
    }

    private static Finding.Runs asUsual(LocalDate served) {
        var latest = served.plus(MOST);
        return new Finding.Runs(
                served.plus(USUAL),
                Finding.Kind.DEADLINE,
                served.plus(USUAL),
                latest,
                List.of(Remark.of(RemarkCode.TEN_DAYS_ASSUMED, latest)),
                kinds(ORDER_SERVED_ON));
    }
}
