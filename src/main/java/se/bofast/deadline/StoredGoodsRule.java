package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.GOODS_COLLECTED_ON;

import java.time.Period;
import java.util.List;

/// Stored belongings not collected three months after the eviction may be sold or disposed of (UB
/// 16 kap. 6 § third paragraph).
///
/// [impl->req~deadline.stored-goods~1]
final class StoredGoodsRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1981:774", "16 kap. 6 § tredje stycket", "1985:983");

    private static final Period LENGTH = Period.ofMonths(3);

    StoredGoodsRule() {
        super(
                new Terms(
                        "stored-goods",
                        1,
                        BASIS,
                        Certainty.A,
                        Duty.TENANT_MAY,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(EVICTION_EXECUTED_ON),
                        kinds(EVICTION_EXECUTED_ON, GOODS_COLLECTED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var executed = facts.latest(EVICTION_EXECUTED_ON);
        if (executed == null) {
            return Finding.NotApplicable.because();
        }
        return Finding.Runs.fixed(
                        executed.plus(LENGTH),
                        Finding.Kind.DEADLINE,
                        kinds(EVICTION_EXECUTED_ON),
                        Remark.of(RemarkCode.LANDLORD_MAY_KEEP_GOODS_LATER))
                .owed(facts.firstOnOrAfter(GOODS_COLLECTED_ON, executed));
    }
}
