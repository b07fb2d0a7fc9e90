package se.bofast.deadline;

import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_SENT_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.util.ArrayList;

/// Earliest day an eviction may be decided: two further working days after the three weeks (JB 12
/// kap. 44 § second paragraph).
///
/// [impl->req~deadline.eviction-decision~1]
final class EvictionDecisionRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 44 § andra stycket", "2019:533");

    private static final int FURTHER_DAYS = 2;

    EvictionDecisionRule() {
        super(
                new Terms(
                        "eviction-decision",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.AUTHORITY_MAY,
                        Severity.HIGH,
                        RecoveryPeriodRule.IN_FORCE,
                        RecoveryPeriod.EVENTS,
                        kinds(
                                RecoveryPeriod.READS,
                                RENT_PAID_ON,
                                RENT_DEPOSITED_ON,
                                UNDERTAKING_SENT_ON,
                                VERDICT_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var found = RecoveryPeriod.of(facts, days);
        if (!(found instanceof RecoveryPeriod.Running period)) {
            return RecoveryPeriod.idle(found, facts);
        }
        var runs = earliest(period, days);
        var settled = RecoveryPeriod.settled(facts);
        var withdrawn = facts.latest(WITHDRAWN_ON);
        var verdict = facts.latest(VERDICT_ON);
        if (settled != null && !settled.isAfter(period.end())) {
            return runs.done(settled, Remark.of(RemarkCode.RENT_SETTLED, settled));
        }
        if (withdrawn != null) {
            return runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn));
        }
        if (verdict != null) {
            return runs.done(
                    verdict,
                    Remark.of(
                            verdict.isBefore(runs.day())
                                    ? RemarkCode.DECIDED_TOO_EARLY
                                    : RemarkCode.VERDICT_GIVEN,
                            verdict));
        }
        return runs;
    }

    private static Finding.Runs earliest(RecoveryPeriod.Running period, WorkingDays days) {
        var earliest = days.plus(period.end(), FURTHER_DAYS, WorkingDays.Reading.SATURDAYS_COUNT);
        var otherwise =
                days.plus(period.end(), FURTHER_DAYS, WorkingDays.Reading.SATURDAYS_DO_NOT_COUNT);
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(RemarkCode.TWO_DAYS_MUST_HAVE_PASSED, earliest.plusDays(1)));
        if (!otherwise.equals(earliest)) {
            remarks.add(Remark.of(RemarkCode.IF_SATURDAYS_DO_NOT_COUNT, otherwise));
        }
        if (!period.latestEnd().equals(period.end())) {
            remarks.add(Remark.of(RemarkCode.SEVERAL_DATES, period.latestEnd()));
        }
        return new Finding.Runs(
                earliest,
                Finding.Kind.EARLIEST,
                earliest,
                otherwise.equals(earliest) ? null : otherwise,
                remarks,
                period.from());
    }
}
