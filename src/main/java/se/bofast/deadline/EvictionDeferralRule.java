package se.bofast.deadline;

import static se.bofast.deadline.FactKind.ENFORCEMENT_DOCUMENTS_ON;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// The longest Kronofogden may put the eviction off out of regard for the tenant (anstånd): two
/// weeks after the four, with extraordinary reasons and compensation four (UB 16 kap. 4 §).
///
/// Not to be confused with the landlord's respite (uppskov), [LandlordRespiteRule].
///
/// [impl->req~deadline.eviction-deferral~1]
final class EvictionDeferralRule extends StatutoryRule {

    static final LegalBasis BASIS = new LegalBasis("1981:774", "16 kap. 4 §", "1981:774");

    private static final Period USUAL = Period.ofWeeks(2);
    private static final Period EXTRAORDINARY = Period.ofWeeks(4);

    EvictionDeferralRule() {
        super(
                new Terms(
                        "eviction-deferral",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.AUTHORITY_MAY,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(ENFORCEMENT_DOCUMENTS_ON, VERDICT_ON),
                        kinds(
                                kinds(Enforcement.HEARING, EVICTION_EXECUTED_ON, WITHDRAWN_ON),
                                ENFORCEMENT_DOCUMENTS_ON,
                                VERDICT_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var start = Enforcement.start(facts);
        if (start == null) {
            return Finding.NotApplicable.because();
        }
        var kind = Enforcement.startKind(facts);
        var remarks = new ArrayList<Remark>();
        var base = start.plus(Enforcement.TARGET);
        if (kind == VERDICT_ON) {
            remarks.add(Remark.of(RemarkCode.COUNTED_FROM_VERDICT, start));
        }
        var earliest = Enforcement.earliest(facts);
        if (earliest != null && earliest.isAfter(base)) {
            base = earliest;
            remarks.add(Remark.of(RemarkCode.COUNTED_FROM_EARLIEST_EVICTION, earliest));
        }
        var longest = base.plus(EXTRAORDINARY);
        remarks.add(Remark.of(RemarkCode.LONGER_WITH_EXTRAORDINARY_REASONS, longest));
        return Enforcement.closedBy(
                facts,
                new Finding.Runs(
                        base.plus(USUAL),
                        Finding.Kind.LATEST,
                        base.plus(USUAL),
                        longest,
                        remarks,
                        kinds(Enforcement.HEARING, kind)));
    }
}
