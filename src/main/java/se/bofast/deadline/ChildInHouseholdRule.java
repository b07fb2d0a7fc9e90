package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CHILD_CONCERN_REPORTED_ON;
import static se.bofast.deadline.FactKind.CHILD_CONCERN_WEIGHED_ON;
import static se.bofast.deadline.FactKind.CHILD_IN_HOUSEHOLD;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
        var noticed = sorted(facts, NOTICE_RECEIVED_ON, EVICTION_NOTICE_RECEIVED_ON);
        if (noticed.isEmpty() || facts.isNo(CHILD_IN_HOUSEHOLD)) {
            return Finding.NotApplicable.because();
        }
        if (!facts.has(CHILD_IN_HOUSEHOLD)) {
            return Finding.NotRunning.without(CHILD_IN_HOUSEHOLD);
        }
        var weighed = sorted(facts, CHILD_CONCERN_WEIGHED_ON, CHILD_CONCERN_REPORTED_ON);
        var open = oldestUnanswered(noticed, weighed);
        var asked = open == null ? noticed.getLast() : open;
        return Finding.Runs.fixed(
                        asked,
                        Finding.Kind.TARGET,
                        kinds(NOTICE_RECEIVED_ON, EVICTION_NOTICE_RECEIVED_ON, CHILD_IN_HOUSEHOLD),
                        Remark.of(RemarkCode.AT_ONCE))
                .owed(
                        weighed.stream()
                                .filter(day -> !day.isBefore(asked))
                                .findFirst()
                                .orElse(null));
    }

    private static List<LocalDate> sorted(Facts facts, FactKind one, FactKind other) {
        var all = new ArrayList<>(facts.days(one));
        all.addAll(facts.days(other));
        Collections.sort(all);
        return all;
    }
}
