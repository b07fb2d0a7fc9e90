package se.bofast.deadline;

import java.util.List;

/// The register of all rules, old wordings beside new ones.
public final class Rules {

    /// In the order in which a threat to a home unfolds; each pair of id and version once.
    public static final List<Rule> ALL =
            List.of(
                    new RentDueRule(),
                    new RentOverdueRule(),
                    new ForfeitureRule(),
                    new CuredBeforeTerminationRule(),
                    new RecoveryPeriodRule(),
                    new PaymentUndertakingRule(),
                    new EvictionDecisionRule(),
                    new AmountDiffersRule(),
                    new ExcusedLatenessRule(),
                    new RepeatedLateRentRule(),
                    new DisturbanceNoticeRule2019(),
                    new DisturbanceNoticeRule(),
                    new DisturbanceContactRule(),
                    new TerminationCopyRule2019(),
                    new TerminationCopyRule(),
                    new OrderAnswerRule(),
                    new OrderTransferRule(),
                    new OrderReopeningRule(),
                    new EvictionTargetRule(),
                    new EvictionEarliestRule(),
                    new EvictionDeferralRule(),
                    new LandlordRespiteRule(),
                    new EvictionDayRule(),
                    new EvictionConfirmationRule2017(),
                    new EvictionConfirmationRule(),
                    new ConfirmationCopyRule2017(),
                    new ConfirmationCopyRule(),
                    new StoredGoodsRule(),
                    new OutcomeRecordRule(),
                    new ChildInHouseholdRule2016(),
                    new ChildInHouseholdRule(),
                    new ChildProtectionRule2013(),
                    new ChildProtectionRule(),
                    new ChildInquiryDecisionRule2013(),
                    new ChildInquiryDecisionRule(),
                    new ChildInquiryRule2013(),
                    new ChildInquiryRule(),
                    new InquiryDecisionRule2013(),
                    new InquiryDecisionRule(),
                    new DecisionNotExecutedRule2018(),
                    new DecisionNotExecutedRule(),
                    new DecisionAppealRule(),
                    new RentPromiseRule2011(),
                    new RentPromiseRule(),
                    new SubletSecurityRule(),
                    new SubletWarningRule(),
                    new SubletNoticeRule(),
                    new LeaseNoticeRule(),
                    new EstateNoticeRule(),
                    new TakeoverCheckRule(),
                    new WeeklyVisitRule(),
                    new CaseloadRule());

    private Rules() {}

    /// The rule behind a stored day.
    ///
    /// @throws IllegalArgumentException when there is no such rule
    public static Rule of(RuleId id, int version) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id) && rule.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + id + " " + version));
    }
}
