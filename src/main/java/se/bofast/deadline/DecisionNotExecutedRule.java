package se.bofast.deadline;

import static se.bofast.deadline.FactKind.DECISION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.DECISION_GRANTED_ON;
import static se.bofast.deadline.FactKind.DECISION_INTERRUPTED_ON;
import static se.bofast.deadline.FactKind.DECISION_RESUMED_ON;
import static se.bofast.deadline.FactKind.NON_EXECUTION_REPORTED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A decision in the person's favour that is not carried out within three months, or not taken up
/// again within three months of an interruption, is reported to IVO and the auditors once a
/// quarter, and again when carried out (SoL 2025:400 34 kap. 1-2 §§).
///
/// [impl->req~deadline.decision-not-executed~1]
final class DecisionNotExecutedRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "34 kap. 1 och 2 §§", "2025:400");

    private static final Period LENGTH = Period.ofMonths(3);

    static final Set<FactKind> READS =
            kinds(
                    DECISION_GRANTED_ON,
                    DECISION_EXECUTED_ON,
                    DECISION_INTERRUPTED_ON,
                    DECISION_RESUMED_ON,
                    NON_EXECUTION_REPORTED_ON);

    DecisionNotExecutedRule() {
        super(
                new Terms(
                        "decision-not-executed",
                        2,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.HIGH,
                        SINCE_JULY_2025,
                        List.of(DECISION_GRANTED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return execute(facts, days);
    }

    static Finding execute(Facts facts, WorkingDays days) {
        var granted = facts.latest(DECISION_GRANTED_ON);
        if (granted == null) {
            return Finding.NotApplicable.because();
        }
        var executed = facts.firstOnOrAfter(DECISION_EXECUTED_ON, granted);
        var interrupted = executed == null ? null : facts.latest(DECISION_INTERRUPTED_ON);
        if (interrupted == null || interrupted.isBefore(executed)) {
            return answer(facts, granted, executed, days);
        }
        return answer(
                facts, interrupted, facts.firstOnOrAfter(DECISION_RESUMED_ON, interrupted), days);
    }

    private static Finding answer(
            Facts facts, LocalDate since, @Nullable LocalDate executed, WorkingDays days) {
        return waiting(facts, since, days).owed(executed) instanceof Finding.Done done
                ? reportIfLate(done)
                : reporting(facts, since, days);
    }

    private static Finding.Runs waiting(Facts facts, LocalDate since, WorkingDays days) {
        var runs =
                Finding.Runs.unmoved(
                        since.plus(LENGTH),
                        Finding.Kind.DEADLINE,
                        days,
                        kinds(DECISION_GRANTED_ON, DECISION_INTERRUPTED_ON));
        return since.equals(facts.latest(DECISION_GRANTED_ON))
                ? runs
                : runs.and(Remark.of(RemarkCode.COUNTED_FROM_INTERRUPTION, since));
    }

    /// Before the first report the three months count; after it, the end of the next quarter.
    private static Finding reporting(Facts facts, LocalDate since, WorkingDays days) {
        var reported = facts.latest(NON_EXECUTION_REPORTED_ON);
        if (reported == null || reported.isBefore(since.plus(LENGTH))) {
            return waiting(facts, since, days).and(Remark.of(RemarkCode.THEN_REPORT_EACH_QUARTER));
        }
        var quarter = reported.get(IsoFields.QUARTER_OF_YEAR);
        var nextQuarterEnds =
                reported.withDayOfMonth(1).withMonth(quarter * 3).plusMonths(4).minusDays(1);
        return Finding.Runs.fixed(
                nextQuarterEnds,
                Finding.Kind.DEADLINE,
                kinds(DECISION_GRANTED_ON, NON_EXECUTION_REPORTED_ON),
                Remark.of(RemarkCode.REPORTED_REPORT_AGAIN, reported));
    }

    private static Finding reportIfLate(Finding.Done done) {
        if (done.isInTime()) {
            return done;
        }
        var remarks = new ArrayList<>(done.remarks());
        remarks.add(Remark.of(RemarkCode.REPORT_THAT_IT_WAS_EXECUTED));
        return new Finding.Done(done.doneOn(), done.day(), remarks, done.from());
    }
}
