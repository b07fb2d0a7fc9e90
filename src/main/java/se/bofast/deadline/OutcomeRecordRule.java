package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_IN_HOUSEHOLD;
import static se.bofast.deadline.FactKind.CHILD_RESIDENCE;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.EVICTION_ON;
import static se.bofast.deadline.FactKind.OUTCOME;
import static se.bofast.deadline.FactKind.OUTCOME_RECORDED_ON;

import java.util.ArrayList;
import java.util.List;

/// When the day of eviction has come, how it ended is recorded: paid, undertaken, withdrawn, moved
/// or evicted, and how children lived in the home. No national register counts homes that were
/// kept.
///
/// [impl->req~deadline.outcome-record~1]
final class OutcomeRecordRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("praxis", "Kronofogdens indelning av avhysningar", "2013");

    OutcomeRecordRule() {
        super(
                new Terms(
                        "outcome-record",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(EVICTION_EXECUTED_ON, EVICTION_ON),
                        kinds(
                                EVICTION_EXECUTED_ON,
                                EVICTION_ON,
                                OUTCOME,
                                OUTCOME_RECORDED_ON,
                                CHILD_IN_HOUSEHOLD,
                                CHILD_RESIDENCE)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var executed = facts.latest(EVICTION_EXECUTED_ON);
        var day = executed == null ? facts.latest(EVICTION_ON) : executed;
        if (day == null) {
            return Finding.NotApplicable.because();
        }
        var remarks = new ArrayList<Remark>();
        var childOpen = facts.isYes(CHILD_IN_HOUSEHOLD) && !facts.has(CHILD_RESIDENCE);
        if (childOpen) {
            remarks.add(Remark.of(RemarkCode.CHILD_RESIDENCE_MISSING));
        }
        var complete = facts.has(OUTCOME) && !childOpen;
        var runs =
                new Finding.Runs(
                        day,
                        Finding.Kind.TARGET,
                        day,
                        null,
                        remarks,
                        kinds(EVICTION_EXECUTED_ON, EVICTION_ON));
        // An outcome is often known before the day set for the eviction.
        return complete ? runs.owed(facts.latest(OUTCOME_RECORDED_ON)) : runs;
    }
}
