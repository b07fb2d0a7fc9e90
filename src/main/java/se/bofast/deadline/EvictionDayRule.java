package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.EVICTION_ON;

import java.util.ArrayList;
import java.util.List;

/// The day set for the eviction, taken from Kronofogden's letter. It is never computed: the lead
/// time in utsökningsförordningen (1981:981) 16 kap. 2 § was not read.
///
/// [impl->req~deadline.eviction-day~1]
final class EvictionDayRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1981:774", "16 kap. 3 §", "1981:774");

    EvictionDayRule() {
        super(
                new Terms(
                        "eviction-day",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.AUTHORITY_MAY,
                        Severity.CRITICAL,
                        SINCE_BEFORE_2000,
                        List.of(EVICTION_ON, EVICTION_NOTICE_RECEIVED_ON),
                        kinds(
                                kinds(Enforcement.HEARING, EVICTION_ON),
                                Enforcement.END.toArray(FactKind[]::new))));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var evicted = facts.latest(EVICTION_ON);
        var cancelled = Enforcement.cancelled(facts);
        if (evicted == null) {
            return facts.has(EVICTION_NOTICE_RECEIVED_ON) && cancelled == null
                    ? Finding.NotRunning.without(EVICTION_ON)
                    : Finding.NotApplicable.because();
        }
        var remarks = new ArrayList<Remark>();
        var earliest = Enforcement.earliest(facts);
        if (earliest != null && evicted.isBefore(earliest)) {
            remarks.add(Remark.of(RemarkCode.EVICTION_EARLIER_THAN_ALLOWED, earliest));
        }
        var runs =
                new Finding.Runs(
                        evicted, Finding.Kind.EVENT, evicted, null, remarks, kinds(EVICTION_ON));
        var closed = Enforcement.closedBy(facts, runs);
        return closed.equals(runs) && cancelled != null
                ? runs.done(cancelled, Remark.of(RemarkCode.EVICTION_CANCELLED, cancelled))
                : closed;
    }
}
