package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_APPLIED_ON;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.RESPITE_BY_LANDLORD_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.Period;
import java.util.List;

/// How long the landlord may grant respite (uppskov) before the application lapses: six months from
/// the application (UB 16 kap. 5 §). A payment plan must fit in.
///
/// Not to be confused with Kronofogden's deferral (anstånd), [EvictionDeferralRule].
///
/// [impl->req~deadline.landlord-respite~1]
final class LandlordRespiteRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1981:774", "16 kap. 5 §", "1995:298");

    private static final Period LENGTH = Period.ofMonths(6);

    LandlordRespiteRule() {
        super(
                new Terms(
                        "landlord-respite",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.LANDLORD_MAY,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(RESPITE_BY_LANDLORD_ON),
                        kinds(
                                RESPITE_BY_LANDLORD_ON,
                                EVICTION_APPLIED_ON,
                                VERDICT_ON,
                                EVICTION_EXECUTED_ON,
                                WITHDRAWN_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        if (!facts.has(RESPITE_BY_LANDLORD_ON)) {
            return Finding.NotApplicable.because();
        }
        var applied = facts.latest(EVICTION_APPLIED_ON);
        var verdict = facts.latest(VERDICT_ON);
        if (applied != null) {
            return Enforcement.closedBy(
                    facts,
                    Finding.Runs.fixed(
                            applied.plus(LENGTH),
                            Finding.Kind.LATEST,
                            kinds(RESPITE_BY_LANDLORD_ON, EVICTION_APPLIED_ON)));
        }
        if (verdict != null) {
            return Enforcement.closedBy(
                    facts,
                    Finding.Runs.fixed(
                            verdict.plus(LENGTH),
                            Finding.Kind.LATEST,
                            kinds(RESPITE_BY_LANDLORD_ON, VERDICT_ON),
                            Remark.of(RemarkCode.COUNTED_FROM_VERDICT, verdict)));
        }
        return Finding.NotRunning.without(EVICTION_APPLIED_ON);
    }
}
