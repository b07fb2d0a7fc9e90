package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;
import static se.bofast.deadline.FactKind.CHILD_CONCERN_WEIGHED_ON;
import static se.bofast.deadline.FactKind.CHILD_IN_HOUSEHOLD;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;

import java.util.List;
import java.util.Set;

/// Each notice about a home with a child in it: weigh whether there is reason to report concern
/// (SoL 2025:400 19 kap. 1 §). The law says `genast`, without a day.
///
/// [impl->req~deadline.child-in-household~1]
final class ChildInHouseholdRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2025:400", "19 kap. 1 § första stycket 2", "2025:1501");

    static final List<FactKind> EVENTS = List.of(NOTICE_RECEIVED_ON, EVICTION_NOTICE_RECEIVED_ON);

    static final Set<FactKind> READS =
            kinds(
                    NOTICE_RECEIVED_ON,
                    EVICTION_NOTICE_RECEIVED_ON,
                    CHILD_IN_HOUSEHOLD,
                    CHILD_CONCERN_WEIGHED_ON,
                    CHILD_CONCERN_REPORTED_ON);

    ChildInHouseholdRule() {
        super(
                new Terms(
                        "child-in-household",
                        2,
                        BASIS,
                        Certainty.B,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        SINCE_JULY_2025,
                        EVENTS,
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return weigh(facts);
    }

    static Finding weigh(Facts facts) {
        var weighed = daysOf(facts, CHILD_CONCERN_WEIGHED_ON, CHILD_CONCERN_REPORTED_ON);
        var noticed =
                oldestUnanswered(
                        daysOf(facts, NOTICE_RECEIVED_ON, EVICTION_NOTICE_RECEIVED_ON), weighed);
        if (noticed == null || facts.isNo(CHILD_IN_HOUSEHOLD)) {
            return Finding.NotApplicable.because();
        }
        if (!facts.has(CHILD_IN_HOUSEHOLD)) {
            return Finding.NotRunning.without(CHILD_IN_HOUSEHOLD);
        }
        return Finding.Runs.fixed(
                        noticed,
                        Finding.Kind.TARGET,
                        kinds(NOTICE_RECEIVED_ON, EVICTION_NOTICE_RECEIVED_ON, CHILD_IN_HOUSEHOLD),
                        Remark.of(RemarkCode.AT_ONCE))
                .owed(firstOnOrAfter(weighed, noticed));
    }
}
