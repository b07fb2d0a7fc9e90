package se.bofast.deadline;

import static se.bofast.deadline.FactKind.FLATS_RENTED_TOGETHER;
import static se.bofast.deadline.FactKind.SUBLET_ENDED_ON;
import static se.bofast.deadline.FactKind.SUBLET_REVIEWED_ON;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;
import static se.bofast.deadline.FactKind.WAIVER_APPROVED;

import java.time.Period;
import java.util.List;

/// Twenty months into a sublet: decide what happens before security of tenure comes at twenty-four.
///
/// [impl->req~deadline.sublet-warning~1]
final class SubletWarningRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("lokal rutin", "fyra månader före JB 12 kap. 45 §", "2026");

    private static final Period AFTER = Period.ofMonths(20);

    SubletWarningRule() {
        super(
                new Terms(
                        "sublet-warning",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.NORMAL,
                        SubletSecurityRule.IN_FORCE,
                        List.of(SUBLET_STARTED_ON),
                        kinds(
                                SUBLET_STARTED_ON,
                                SUBLET_ENDED_ON,
                                FLATS_RENTED_TOGETHER,
                                WAIVER_APPROVED,
                                SUBLET_REVIEWED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var started = facts.latest(SUBLET_STARTED_ON);
        if (started == null
                || facts.isYes(WAIVER_APPROVED)
                || facts.number(FLATS_RENTED_TOGETHER, 0) >= SubletSecurityRule.BLOCK_FROM
                || facts.firstOnOrAfter(SUBLET_ENDED_ON, started) != null) {
            return Finding.NotApplicable.because();
        }
        return Finding.Runs.fixed(
                        started.plus(AFTER), Finding.Kind.WARNING, kinds(SUBLET_STARTED_ON))
                .owed(facts.firstOnOrAfter(SUBLET_REVIEWED_ON, started));
    }
}
