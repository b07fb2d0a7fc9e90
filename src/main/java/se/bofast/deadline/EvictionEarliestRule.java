package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_APPLIED_ON;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.RESPONDENT_ABROAD;
import static se.bofast.deadline.FactKind.RESPONDENT_HEARD_ON;
import static se.bofast.deadline.FactKind.RESPONDENT_NOTICE_SENT_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.util.List;

/// Earliest day of the eviction: one week after the tenant was given the chance to comment, two
/// weeks after the sending to someone abroad (UB 16 kap. 3 § third paragraph).
///
/// [impl->req~deadline.eviction-earliest~1]
final class EvictionEarliestRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1981:774", "16 kap. 3 § tredje stycket", "1981:774");

    EvictionEarliestRule() {
        super(
                new Terms(
                        "eviction-earliest",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.AUTHORITY_MAY,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(RESPONDENT_HEARD_ON, RESPONDENT_NOTICE_SENT_ON, VERDICT_ON),
                        kinds(
                                Enforcement.HEARING,
                                VERDICT_ON,
                                EVICTION_APPLIED_ON,
                                EVICTION_EXECUTED_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var earliest = Enforcement.earliest(facts);
        if (earliest != null) {
            return Enforcement.closedBy(
                    facts,
                    Finding.Runs.fixed(earliest, Finding.Kind.EARLIEST, Enforcement.HEARING));
        }
        var over = facts.has(EVICTION_EXECUTED_ON) || facts.has(WITHDRAWN_ON);
        if (over || !Enforcement.isKnown(facts)) {
            return Finding.NotApplicable.because();
        }
        return Finding.NotRunning.without(
                facts.isYes(RESPONDENT_ABROAD) ? RESPONDENT_NOTICE_SENT_ON : RESPONDENT_HEARD_ON);
    }
}
