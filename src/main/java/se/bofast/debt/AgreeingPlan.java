package se.bofast.debt;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;

/// Agrees on plans to pay debts off. A new plan replaces the one before, which stays readable.
@Component
public class AgreeingPlan {

    /// What came of agreeing.
    public sealed interface Agreement {

        /// @param fit whether it ends before an application for eviction lapses
        record Agreed(PlanId id, PlanFit fit) implements Agreement {}

        /// @param atLeast the least monthly amount that makes the plan short enough
        record TooManyInstalments(Money atLeast) implements Agreement {}
    }

    private final Plans plans;
    private final Keeping keeping;

    AgreeingPlan(Plans plans, Keeping keeping) {
        this.plans = plans;
        this.keeping = keeping;
    }

    /// Agrees on a plan from today. Payments from now on pay its instalments in order.
    ///
    /// @throws NotFound if the debt is not within reach
    /// @throws Conflict if the first due day has passed
    @Transactional
    public Agreement agree(Actor actor, NewPlan plan) {
        var debt = keeping.reached(actor, plan.debt());
        var today = keeping.today();
        if (plan.firstDueOn().isBefore(today)) {
            throw new Conflict("debt.plan.firstDueOn.passed");
        }
        return switch (DrawingPlan.draw(plan.total(), plan.monthly(), plan.firstDueOn())) {
            case DrawingPlan.Drawn.TooMany many -> new Agreement.TooManyInstalments(many.atLeast());
            case DrawingPlan.Drawn.Plan drawn -> {
                var before = plans.current(plan.debt());
                before.ifPresent(old -> plans.supersede(old, null));
                var id = plans.insert(plan, today, drawn.instalments());
                keeping.record(
                        debt.matter(),
                        debt.person(),
                        "PLAN",
                        before.map(old -> Map.of("plan", old.toString())).orElse(Map.of()),
                        Map.of(
                                "plan", id.toString(),
                                "total", RecordingDebt.ore(plan.total()),
                                "monthly", RecordingDebt.ore(plan.monthly())));
                yield new Agreement.Agreed(
                        id, PlanFit.of(debt.kind(), today, plan.appliedOn(), drawn.lastDueOn()));
            }
        };
    }

    /// Ends a plan without a new one.
    ///
    /// @throws NotFound if there is no such plan within reach, or it no longer stands
    @Transactional
    public void end(Actor actor, PlanId id, String reason) {
        var debt = keeping.reached(actor, plans.debtOf(id).orElseThrow(NotFound::new));
        plans.supersede(id, reason);
        keeping.record(
                debt.matter(),
                debt.person(),
                "PLAN_ENDED",
                Map.of("plan", id.toString()),
                Map.of());
    }
}
