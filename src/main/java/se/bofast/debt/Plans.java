package se.bofast.debt;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.kernel.NewId;

/// Plans with their instalments. A plan is replaced or ended, never changed.
@Repository
class Plans {

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    Plans(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    Optional<PlanId> current(DebtId debt) {
        return db.sql(
                        """
                        select id from debt.plan
                        where board_id = framework.board_id() and debt_id = :debt and superseded_at is null
                        """)
                .param("debt", debt.value())
                .query((rs, n) -> new PlanId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// The debt of a plan that still stands.
    Optional<DebtId> debtOf(PlanId plan) {
        return db.sql(
                        """
                        select debt_id from debt.plan
                        where board_id = framework.board_id() and id = :plan and superseded_at is null
                        """)
                .param("plan", plan.value())
                .query((rs, n) -> new DebtId(rs.getObject("debt_id", UUID.class)))
                .optional();
    }

    void supersede(PlanId plan, @Nullable String endedReason) {
        db.sql(
                        """
                        update debt.plan set superseded_at = :now, ended_reason = :reason
                        where board_id = framework.board_id() and id = :plan and superseded_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", endedReason)
                .param("plan", plan.value())
                .update();
    }

    PlanId insert(NewPlan plan, LocalDate agreedOn, List<Instalment> instalments) {
        var id = new PlanId(NewId.at(clock));
        db.sql(
                        """
                        insert into debt.plan (board_id, area_id, id, debt_id, agreed_on, total_ore, monthly_ore,
                            first_due_on, applied_on, reason, recorded_at, recorded_by, superseded_at, ended_reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :debt, :agreed, :total, :monthly,
                            :first, :applied, :reason, :now, framework.account_id(), null, null)
                        """)
                .param("id", id.value())
                .param("debt", plan.debt().value())
                .param("agreed", agreedOn)
                .param("total", plan.total().ore())
                .param("monthly", plan.monthly().ore())
                .param("first", plan.firstDueOn())
                .param("applied", plan.appliedOn())
                .param("reason", plan.reason())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        batches.batchUpdate(
                """
                insert into debt.instalment (board_id, area_id, plan_id, number, due_on, amount_ore)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, ?, ?)
                """,
                instalments.stream()
                        .map(i ->
                                new Object[] {id.value(), i.number(), i.dueOn(), i.amount().ore()})
                        .toList());
        return id;
    }
}
