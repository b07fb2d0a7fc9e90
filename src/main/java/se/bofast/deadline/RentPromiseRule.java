package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_PROMISED_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_PROMISED_PAID_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Rent the board promised to pay (förmedlade medel) reaches the bank by its due day; a miss is to
/// be reported under lex Sarah (SoL 2025:400 27 kap. 2 §). A promise has facts of its own: two
/// rents paid on one day would count as one.
///
/// [impl->req~deadline.rent-promise~1]
final class RentPromiseRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "27 kap. 2 §", "2025:400");

    private static final int ALERT_DAYS_BEFORE = 5;

    static final Set<FactKind> READS = kinds(RENT_PROMISED_DUE_ON, RENT_PROMISED_PAID_ON);

    RentPromiseRule() {
        super(
                new Terms(
                        "rent-promise",
                        2,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        SINCE_JULY_2025,
                        List.of(RENT_PROMISED_DUE_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return keep(facts, days);
    }

    static Finding keep(Facts facts, WorkingDays days) {
        var due = facts.days(RENT_PROMISED_DUE_ON);
        var paid = facts.days(RENT_PROMISED_PAID_ON);
        if (due.isEmpty()) {
            return Finding.NotApplicable.because();
        }
        var missed =
                IntStream.range(0, Math.min(due.size(), paid.size()))
                        .anyMatch(i -> paid.get(i).isAfter(due.get(i)));
        var open = paid.size() < due.size();
        var runs = payBy(open ? due.get(paid.size()) : due.getLast(), days);
        if (missed) {
            runs = runs.and(Remark.of(RemarkCode.LEX_SARAH_TO_BE_WEIGHED));
        }
        return open ? runs : runs.done(paid.get(due.size() - 1));
    }

    /// Banks rest on weekends: pay on the working day before.
    private static Finding.Runs payBy(LocalDate due, WorkingDays days) {
        var remarks = new ArrayList<Remark>();
        var day = due;
        if (!days.isWorkingDay(due)) {
            day = days.lastBefore(due, WorkingDays.Reading.SATURDAYS_DO_NOT_COUNT);
            remarks.add(Finding.Runs.moveOf(RemarkCode.PAY_BEFORE_DAY_OFF, due, day, days));
        }
        remarks.add(Remark.of(RemarkCode.ALERT_FROM, day.minusDays(ALERT_DAYS_BEFORE)));
        return new Finding.Runs(
                day, Finding.Kind.DEADLINE, due, null, remarks, kinds(RENT_PROMISED_DUE_ON));
    }
}
