package se.bofast.deadline;

import static se.bofast.deadline.FactKind.SUBLET_ENDED_ON;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;
import static se.bofast.deadline.FactKind.SUPPORTED_TENANCY;
import static se.bofast.deadline.FactKind.VISIT_HELD_ON;

import java.util.List;

/// At least one visit a week in a Housing First home. Support is voluntary: a missed visit tells
/// the worker, and is held against nobody.
///
/// [impl->req~deadline.weekly-visit~1]
final class WeeklyVisitRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("lokal regel", "Bostad först: minst ett möte i veckan", "2013");

    WeeklyVisitRule() {
        super(
                new Terms(
                        "weekly-visit",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(SUBLET_STARTED_ON),
                        kinds(
                                SUBLET_STARTED_ON,
                                SUBLET_ENDED_ON,
                                SUPPORTED_TENANCY,
                                VISIT_HELD_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var started = facts.latest(SUBLET_STARTED_ON);
        if (started == null
                || !facts.isYes(SUPPORTED_TENANCY)
                || facts.firstOnOrAfter(SUBLET_ENDED_ON, started) != null) {
            return Finding.NotApplicable.because();
        }
        var visited = facts.latest(VISIT_HELD_ON);
        var last = visited == null ? started : later(visited, started);
        return Finding.Runs.fixed(
                last.plusWeeks(1),
                Finding.Kind.TARGET,
                kinds(SUBLET_STARTED_ON, SUPPORTED_TENANCY, VISIT_HELD_ON),
                Remark.of(RemarkCode.GAP_OF_TWO_WEEKS, last.plusWeeks(2)),
                Remark.of(RemarkCode.SUPPORT_IS_VOLUNTARY));
    }
}
