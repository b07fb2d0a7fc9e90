package se.bofast.deadline;

import static se.bofast.deadline.FactKind.ENFORCEMENT_DOCUMENTS_ON;
import static se.bofast.deadline.FactKind.EVICTION_APPLIED_ON;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.util.List;

/// The day by which Kronofogden should, if possible, have carried out the eviction: four weeks from
/// the documents (UB 16 kap. 3 § second paragraph).
///
/// [impl->req~deadline.eviction-target~1]
final class EvictionTargetRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1981:774", "2 kap. 1 § och 16 kap. 3 § andra stycket", "1981:774");

    EvictionTargetRule() {
        super(
                new Terms(
                        "eviction-target",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.AUTHORITY_MAY,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(ENFORCEMENT_DOCUMENTS_ON, VERDICT_ON),
                        kinds(Enforcement.START, EVICTION_EXECUTED_ON, WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var start = Enforcement.start(facts);
        if (start == null) {
            return facts.has(EVICTION_APPLIED_ON) && !facts.has(WITHDRAWN_ON)
                    ? Finding.NotRunning.without(ENFORCEMENT_DOCUMENTS_ON)
                    : Finding.NotApplicable.because();
        }
        var kind = Enforcement.startKind(facts);
        var runs =
                Finding.Runs.fixed(
                        start.plus(Enforcement.TARGET), Finding.Kind.TARGET, kinds(kind));
        return Enforcement.closedBy(
                facts,
                kind == VERDICT_ON
                        ? runs.and(Remark.of(RemarkCode.COUNTED_FROM_VERDICT, start))
                        : runs);
    }
}
