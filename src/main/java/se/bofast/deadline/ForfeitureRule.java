package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_MONTH;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TERMINATED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// From when the lease can be forfeited for late rent (förverkande): more than one week after the
/// due day (JB 12 kap. 42 § first paragraph 1).
///
/// [impl->req~deadline.forfeiture~1]
final class ForfeitureRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 42 § första stycket 1", "2024:313");

    private static final Period TOLERATED = Period.ofWeeks(1);

    ForfeitureRule() {
        super(
                new Terms(
                        "forfeiture",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.LANDLORD_MAY,
                        Severity.HIGH,
                        SINCE_JULY_2024,
                        List.of(RENT_DUE_ON),
                        kinds(
                                RENT_DUE_ON,
                                RENT_MONTH,
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON,
                                TERMINATED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var due = facts.earliest(RENT_DUE_ON);
        if (due == null) {
            return facts.has(RENT_MONTH)
                    ? Finding.NotRunning.without(RENT_DUE_ON)
                    : Finding.NotApplicable.because();
        }
        var tolerated = due.plus(TOLERATED);
        var runs = from(tolerated, days);
        var paid = RecoveryPeriod.paid(facts);
        if (paid != null && !paid.isAfter(tolerated)) {
            return runs.done(paid, Remark.of(RemarkCode.RENT_PAID, paid));
        }
        var terminated = facts.earliest(TERMINATED_ON);
        if (terminated != null && (paid == null || !paid.isBefore(terminated))) {
            return runs.done(
                    terminated,
                    Remark.of(
                            terminated.isBefore(runs.day())
                                    ? RemarkCode.TERMINATED_TOO_EARLY
                                    : RemarkCode.TERMINATED,
                            terminated));
        }
        if (paid == null) {
            return runs;
        }
        return runs.done(
                paid,
                Remark.of(
                        terminated == null
                                ? RemarkCode.GROUND_CLOSED_IF_NOT_TERMINATED
                                : RemarkCode.GROUND_CLOSED,
                        paid));
    }

    private static Finding.Runs from(LocalDate tolerated, WorkingDays days) {
        var first = tolerated.plusDays(1);
        var moved = days.onOrAfter(tolerated);
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(RemarkCode.LAST_TOLERATED_DAY, tolerated));
        if (moved.equals(tolerated)) {
            return new Finding.Runs(
                    first, Finding.Kind.EARLIEST, first, null, remarks, kinds(RENT_DUE_ON));
        }
        remarks.add(Remark.of(RemarkCode.WEEK_MOVE_DEBATED, moved));
        return new Finding.Runs(
                first,
                Finding.Kind.EARLIEST,
                first,
                moved.plusDays(1),
                remarks,
                kinds(RENT_DUE_ON));
    }
}
