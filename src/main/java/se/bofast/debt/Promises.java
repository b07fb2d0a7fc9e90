package se.bofast.debt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Subject;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Rent the board has promised, a row a month, with what happened to each.
@Repository
class Promises {

    record Row(
            PromiseId id,
            Subject matter,
            @Nullable PersonId person,
            Creditor creditor,
            @Nullable String reference,
            LocalDate month,
            Money amount,
            LocalDate dueOn,
            LocalDate payBy,
            @Nullable LocalDate paidOn) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    Promises(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    /// The months already promised to the creditor in the matter, of those asked about.
    Optional<LocalDate> firstTaken(NewPromise promise) {
        return db.sql(
                        """
                        select min(month_on) as month_on from debt.promise
                        where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
                          and landlord_id is not distinct from cast(:landlord as uuid)
                          and creditor_name is not distinct from cast(:creditor as text)
                          and withdrawn_at is null and month_on between :first and :last
                        """)
                .param("kind", promise.matter().kind())
                .param("matter", promise.matter().id())
                .param("landlord", Debts.landlordOf(promise.creditor()))
                .param("creditor", Debts.nameOf(promise.creditor()))
                .param("first", promise.firstMonth().atDay(1))
                .param("last", promise.firstMonth().plusMonths(promise.months() - 1).atDay(1))
                .query((rs, n) -> Optional.ofNullable(rs.getObject("month_on", LocalDate.class)))
                .single();
    }

    List<PromiseId> insert(NewPromise promise, @Nullable PersonId person) {
        var ids = new ArrayList<PromiseId>();
        var rows = new ArrayList<Object[]>();
        for (var n = 0; n < promise.months(); n++) {
            var id = new PromiseId(NewId.at(clock));
            var due = MonthlyDays.of(promise.firstDueOn(), n);
            ids.add(id);
            rows.add(
                    new @Nullable Object[] {
                        id.value(),
                        promise.matter().kind(),
                        promise.matter().id(),
                        person == null ? null : person.value(),
                        Debts.landlordOf(promise.creditor()),
                        Debts.nameOf(promise.creditor()),
                        promise.reference(),
                        promise.firstMonth().plusMonths(n).atDay(1),
                        promise.amount().ore(),
                        due,
                        PayByDay.of(due),
                        Timestamp.from(clock.instant())
                    });
        }
        batches.batchUpdate(
                """
                insert into debt.promise (board_id, area_id, id, matter_kind, matter_id, person_id, landlord_id,
                    creditor_name, reference, month_on, amount_ore, due_on, pay_by_on, paid_on, withdrawn_at,
                    recorded_at, recorded_by)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, ?,
                    framework.account_id())
                """,
                rows);
        return ids;
    }

    Optional<Subject> matterOf(PromiseId id) {
        return db.sql(
                        """
                        select matter_kind, matter_id from debt.promise
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> Debts.matter(rs))
                .optional();
    }

    /// The promise, locked until the transaction ends.
    ///
    /// @throws NotFound if there is none, or it has been withdrawn
    Row locked(PromiseId id) {
        db.sql(
                        """
                        select id from debt.promise
                        where board_id = framework.board_id() and id = :id
                        for update
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return db.sql(
                        """
                        select p.promise_id, p.matter_kind, p.matter_id, p.person_id, p.landlord_id,
                               coalesce(l.name, p.creditor_name) as creditor, q.reference, p.month_on, p.amount_ore,
                               p.due_on, p.pay_by_on, p.paid_on
                        from debt.v_promise p
                        join debt.promise q on q.board_id = p.board_id and q.id = p.promise_id
                        left join dwelling.v_landlord l on l.board_id = p.board_id and l.landlord_id = p.landlord_id
                        where p.board_id = framework.board_id() and p.promise_id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> row(rs))
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Row> of(Subject matter) {
        return db.sql(
                        """
                        select p.promise_id, p.matter_kind, p.matter_id, p.person_id, p.landlord_id,
                               coalesce(l.name, p.creditor_name) as creditor, q.reference, p.month_on, p.amount_ore,
                               p.due_on, p.pay_by_on, p.paid_on
                        from debt.v_promise p
                        join debt.promise q on q.board_id = p.board_id and q.id = p.promise_id
                        left join dwelling.v_landlord l on l.board_id = p.board_id and l.landlord_id = p.landlord_id
                        where p.board_id = framework.board_id() and p.matter_kind = :kind and p.matter_id = :matter
                        order by p.due_on, p.promise_id
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query((rs, n) -> row(rs))
                .list();
    }

    /// What is promised and not paid, to be paid by the day at the latest, the oldest first.
    List<Row> unpaid(LocalDate until, int limit) {
        return db.sql(
                        """
                        select p.id as promise_id, p.matter_kind, p.matter_id, p.person_id, p.landlord_id,
                               coalesce(l.name, p.creditor_name) as creditor, p.reference, p.month_on, p.amount_ore,
                               p.due_on, p.pay_by_on, p.paid_on
                        from debt.promise p
                        left join dwelling.v_landlord l on l.board_id = p.board_id and l.landlord_id = p.landlord_id
                        where p.board_id = framework.board_id() and p.paid_on is null and p.withdrawn_at is null
                          and p.pay_by_on <= :until
                        order by p.pay_by_on, p.id
                        limit :limit
                        """)
                .param("until", until)
                .param("limit", limit)
                .query((rs, n) -> row(rs))
                .list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        return new Row(
                new PromiseId(rs.getObject("promise_id", UUID.class)),
                Debts.matter(rs),
                person == null ? null : new PersonId(person),
                Debts.creditor(rs),
                rs.getString("reference"),
                rs.getObject("month_on", LocalDate.class),
                new Money(rs.getLong("amount_ore")),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("pay_by_on", LocalDate.class),
                rs.getObject("paid_on", LocalDate.class));
    }

    void writePaid(PromiseId id, LocalDate on) {
        event(id, "PAID", on, null);
        setPaid(id, on);
    }

    void writeNotPaid(PromiseId id, String reason) {
        event(id, "NOT_PAID", null, reason);
        setPaid(id, null);
    }

    void withdraw(PromiseId id, String reason) {
        event(id, "WITHDRAWN", null, reason);
        db.sql(
                        """
                        update debt.promise set withdrawn_at = :now
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private void setPaid(PromiseId id, @Nullable LocalDate on) {
        db.sql(
                        """
                        update debt.promise set paid_on = :on
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    private void event(PromiseId id, String kind, @Nullable LocalDate on, @Nullable String reason) {
        db.sql(
                        """
                        insert into debt.promise_event (board_id, area_id, id, promise_id, kind, paid_on, reason,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :event, :id, :kind, :on, :reason, :now,
                            framework.account_id())
                        """)
                .param("event", NewId.at(clock))
                .param("id", id.value())
                .param("kind", kind)
                .param("on", on)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
