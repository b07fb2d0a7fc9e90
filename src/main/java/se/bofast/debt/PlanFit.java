package se.bofast.debt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Facts;
import se.bofast.deadline.Finding;
import se.bofast.deadline.LegalClock;
import se.bofast.deadline.RuleId;
import se.bofast.deadline.SwedishWorkingDays;

/// Whether a plan for rent ends before an application for eviction lapses: the landlord can wait
/// six months from the application (UB 16 kap. 5 §). Asks the rule in `deadline`.
public sealed interface PlanFit {

    /// It fits, or the debt is not for rent.
    record Fits() implements PlanFit {}

    /// The plan goes on after the application has lapsed.
    record EndsAfterApplicationLapses(LocalDate lapsesAfter, LocalDate lastDueOn)
            implements PlanFit {}

    /// No application is known, but the plan is longer than the landlord could wait if there were
    /// one on the day of agreement.
    record LongerThanApplicationWould(LocalDate lapsesAfter, LocalDate lastDueOn)
            implements PlanFit {}

    /// @param appliedOn the day the landlord applied for eviction; null: not known, or not done
    static PlanFit of(
            DebtKind kind, LocalDate agreedOn, @Nullable LocalDate appliedOn, LocalDate lastDueOn) {
        var lapsesAfter = LastDay.of(agreedOn, appliedOn == null ? agreedOn : appliedOn);
        if (kind != DebtKind.RENT || !lastDueOn.isAfter(lapsesAfter)) {
            return new Fits();
        }
        return appliedOn == null
                ? new LongerThanApplicationWould(lapsesAfter, lastDueOn)
                : new EndsAfterApplicationLapses(lapsesAfter, lastDueOn);
    }
}

/// The last day of the respite as the law room counts it.
final class LastDay {

    private static final LegalClock LAW = new LegalClock(new SwedishWorkingDays());
    private static final RuleId RESPITE = new RuleId("landlord-respite");

    private LastDay() {}

    static LocalDate of(LocalDate agreedOn, LocalDate appliedOn) {
        var facts =
                Facts.of(
                        Fact.on(FactKind.RESPITE_BY_LANDLORD_ON, agreedOn),
                        Fact.on(FactKind.EVICTION_APPLIED_ON, appliedOn));
        return LAW.finding(RESPITE, facts).finding() instanceof Finding.Runs runs
                ? runs.day()
                : LocalDate.MAX;
    }
}
