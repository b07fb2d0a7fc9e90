package se.bofast.debt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Subject;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Debts with their amounts and payments. Append-only but for what is computed from the rows.
@Repository
class Debts {

    /// A debt as its row says.
    record Row(
            DebtId id,
            Subject matter,
            @Nullable PersonId person,
            DebtKind kind,
            @Nullable LocalDate settledOn) {}

    private final JdbcClient db;
    private final Clock clock;

    Debts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The debt, locked until the transaction ends, so that two payments at once both count.
    ///
    /// @throws NotFound if there is none, or it has been withdrawn
    Row locked(DebtId id) {
        return db.sql(
                        """
                        select d.id, d.matter_kind, d.matter_id, d.person_id, d.kind, d.settled_on from debt.debt d
                        where d.board_id = framework.board_id() and d.id = :id
                          and not exists (select 1 from debt.debt_withdrawal w
                                          where w.board_id = d.board_id and w.debt_id = d.id)
                        for update
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var person = rs.getObject("person_id", UUID.class);
                    return new Row(
                            id,
                            matter(rs),
                            person == null ? null : new PersonId(person),
                            DebtKind.valueOf(rs.getString("kind")),
                            rs.getObject("settled_on", LocalDate.class));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    static Subject matter(ResultSet rs) throws SQLException {
        return new Subject(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class));
    }

    static Creditor creditor(ResultSet rs) throws SQLException {
        var landlord = rs.getObject("landlord_id", UUID.class);
        var name = rs.getString("creditor");
        return landlord == null
                ? new Creditor.Named(name)
                : new Creditor.OfRegister(new LandlordId(landlord), name);
    }

    static @Nullable UUID landlordOf(Creditor creditor) {
        return creditor instanceof Creditor.OfRegister known ? known.landlord().value() : null;
    }

    static @Nullable String nameOf(Creditor creditor) {
        return creditor instanceof Creditor.Named named ? named.name() : null;
    }

    Optional<Subject> matterOf(DebtId id) {
        return db.sql(
                        """
                        select matter_kind, matter_id from debt.debt
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> matter(rs))
                .optional();
    }

    DebtId insert(NewDebt debt, @Nullable PersonId person) {
        var id = new DebtId(NewId.at(clock));
        db.sql(
                        """
                        insert into debt.debt (board_id, area_id, id, matter_kind, matter_id, person_id, landlord_id,
                            creditor_name, kind, reference, arisen_on, settled_on, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :matterKind, :matter, :person,
                            :landlord, :creditor, :kind, :reference, :arisen, null, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("matterKind", debt.matter().kind())
                .param("matter", debt.matter().id())
                .param("person", person == null ? null : person.value())
                .param("landlord", landlordOf(debt.creditor()))
                .param("creditor", nameOf(debt.creditor()))
                .param("kind", debt.kind().name())
                .param("reference", debt.reference())
                .param("arisen", debt.arisenOn())
                .param("now", now())
                .update();
        return id;
    }

    void withdraw(DebtId id, String reason) {
        db.sql(
                        """
                        insert into debt.debt_withdrawal (board_id, area_id, debt_id, withdrawn_at, withdrawn_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :now, framework.account_id(), :reason)
                        """)
                .param("id", id.value())
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    /// What is known to be owed as of a day, without what was taken back.
    Optional<Money> amount(DebtId id, LocalDate asOf) {
        return db.sql(
                        """
                        select amount_ore from debt.v_debt_amount
                        where board_id = framework.board_id() and debt_id = :id and as_of_on = :day
                        """)
                .param("id", id.value())
                .param("day", asOf)
                .query((rs, n) -> new Money(rs.getLong("amount_ore")))
                .optional();
    }

    int amounts(DebtId id) {
        return db.sql(
                        """
                        select count(*) from debt.v_debt_amount
                        where board_id = framework.board_id() and debt_id = :id
                        """)
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /// Writes the amount as the current one of its day; null takes the one before back.
    void writeAmount(
            DebtId id, LocalDate asOf, @Nullable Money amount, AmountSource source, String reason) {
        var now = now();
        db.sql(
                        """
                        update debt.amount set superseded_at = :now
                        where board_id = framework.board_id() and debt_id = :id and as_of_on = :day
                          and superseded_at is null
                        """)
                .param("now", now)
                .param("id", id.value())
                .param("day", asOf)
                .update();
        db.sql(
                        """
                        insert into debt.amount (board_id, area_id, id, debt_id, as_of_on, amount_ore, source, reason,
                            recorded_at, recorded_by, superseded_at)
                        values (framework.board_id(), (framework.area_ids())[1], :amount, :id, :day, :ore, :source,
                            :reason, :now, framework.account_id(), null)
                        """)
                .param("amount", NewId.at(clock))
                .param("id", id.value())
                .param("day", asOf)
                .param("ore", amount == null ? null : amount.ore())
                .param("source", source.name())
                .param("reason", reason)
                .param("now", now)
                .update();
    }

    PaymentId insert(NewPayment payment) {
        var id = new PaymentId(NewId.at(clock));
        db.sql(
                        """
                        insert into debt.payment (board_id, area_id, id, debt_id, amount_ore, paid_on, payer,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :debt, :ore, :paid, :payer, :now,
                            framework.account_id())
                        """)
                .param("id", id.value())
                .param("debt", payment.debt().value())
                .param("ore", payment.amount().ore())
                .param("paid", payment.paidOn())
                .param("payer", payment.payer().name())
                .param("now", now())
                .update();
        return id;
    }

    /// The debt a payment was made on; empty if there is no such payment or it was withdrawn.
    Optional<DebtId> debtOf(PaymentId id) {
        return db.sql(
                        """
                        select debt_id from debt.v_payment
                        where board_id = framework.board_id() and payment_id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> new DebtId(rs.getObject("debt_id", UUID.class)))
                .optional();
    }

    void withdraw(PaymentId id, String reason) {
        db.sql(
                        """
                        insert into debt.payment_withdrawal (board_id, area_id, payment_id, withdrawn_at, withdrawn_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :now, framework.account_id(), :reason)
                        """)
                .param("id", id.value())
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    /// The day the last known amount was paid, from the rows. A payment of the amount's own day
    /// lessens it: the amount is what was owed as that day began.
    @Nullable LocalDate settledOn(DebtId id) {
        return db.sql(
                        """
                        select case when l.amount_ore = 0 then l.as_of_on
                                    else (select min(c.paid_on) from (
                                              select p.paid_on,
                                                     sum(p.amount_ore) over (order by p.paid_on, p.payment_id) as paid_ore
                                              from debt.v_payment p
                                              where p.board_id = framework.board_id() and p.debt_id = :id
                                                and p.paid_on >= l.as_of_on) c
                                          where c.paid_ore >= l.amount_ore) end as settled_on
                        from (select a.as_of_on, a.amount_ore from debt.v_debt_amount a
                              where a.board_id = framework.board_id() and a.debt_id = :id
                              order by a.as_of_on desc limit 1) l
                        """)
                .param("id", id.value())
                .query((rs, n) -> Optional.ofNullable(rs.getObject("settled_on", LocalDate.class)))
                .optional()
                .flatMap(day -> day)
                .orElse(null);
    }

    void writeSettledOn(DebtId id, @Nullable LocalDate on) {
        db.sql(
                        """
                        update debt.debt set settled_on = :on
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /// Says whose a matter's debts, promises and referrals are.
    void writePerson(Subject matter, PersonId person) {
        for (var sql : List.of(DEBTS_OF, PROMISES_OF, REFERRALS_OF)) {
            db.sql(sql)
                    .param("person", person.value())
                    .param("kind", matter.kind())
                    .param("matter", matter.id())
                    .update();
        }
    }

    private static final String DEBTS_OF =
            """
            update debt.debt set person_id = :person
            where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
            """;

    private static final String PROMISES_OF =
            """
            update debt.promise set person_id = :person
            where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
            """;

    private static final String REFERRALS_OF =
            """
            update debt.referral set person_id = :person
            where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
            """;

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getTimestamp(column).toInstant();
    }
}
