package se.bofast.deadline;

import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.CONTRACT_DEBT;
import static se.bofast.deadline.FactKind.NOTICE_AMOUNT;

import java.util.List;

/// A wrong sum in the notice can defeat the eviction (RH 1995:34).
///
/// [impl->req~deadline.amount-differs~1]
final class AmountDiffersRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1978:314", "formulär 3 punkt 4; RH 1995:34", "2006:758");

    AmountDiffersRule() {
        super(
                new Terms(
                        "amount-differs",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.HIGH,
                        RecoveryPeriodRule.IN_FORCE,
                        List.of(BOARD_NOTICE_ARRIVED_ON),
                        kinds(NOTICE_AMOUNT, CONTRACT_DEBT, BOARD_NOTICE_ARRIVED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var asked = facts.amount(NOTICE_AMOUNT);
        var owed = facts.amount(CONTRACT_DEBT);
        if (asked == null) {
            return Finding.NotApplicable.because();
        }
        if (owed == null) {
            return Finding.NotRunning.without(CONTRACT_DEBT);
        }
        if (asked.equals(owed)) {
            return Finding.NotApplicable.because(Remark.of(RemarkCode.AMOUNTS_AGREE));
        }
        var tooHigh = asked.compareTo(owed) > 0;
        return Finding.Flag.of(
                kinds(NOTICE_AMOUNT, CONTRACT_DEBT),
                new Remark(
                        tooHigh ? RemarkCode.AMOUNT_TOO_HIGH : RemarkCode.AMOUNT_TOO_LOW,
                        List.of(
                                new Remark.Amount(
                                        tooHigh ? asked.minus(owed) : owed.minus(asked)))));
    }
}
