package se.bofast.debt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// Shows what is owed, paid and promised in a matter. What is shown is on record in the same
/// transaction.
@Component
public class ReadingDebt {

    private record DebtRow(DebtCard.Line line, long owedOre, long paidOre) {}

    private record PlanRow(
            PlanId id,
            LocalDate agreedOn,
            Money total,
            @Nullable LocalDate appliedOn,
            java.time.Instant recordedAt) {}

    private record PaymentRow(DebtCard.PaymentLine line, java.time.Instant recordedAt) {}

    private final JdbcClient db;
    private final MatterRooms rooms;
    private final Promises promises;
    private final Debts debts;
    private final People people;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ReadingDebt(
            JdbcClient db,
            MatterRooms rooms,
            Promises promises,
            Debts debts,
            People people,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.rooms = rooms;
        this.promises = promises;
        this.debts = debts;
        this.people = people;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// All that is owed, paid and promised in the matter, as of today.
    ///
    /// @throws NotFound if the matter is not within the actor's reach
    @Transactional
    public DebtCard card(Actor actor, Subject matter) {
        access.require(actor, Action.RECORD_DEBT, rooms.known(matter));
        var known = rooms.find(matter);
        log.record(
                LogEntry.of(Action.RECORD_DEBT)
                        .about(matter.kind(), matter.id())
                        .touching(known.person())
                        .because("READ"));
        var today = HouseClock.today(clock);
        var lines = lines(matter, today);
        var first = lines.isEmpty() ? null : lines.getFirst();
        return new DebtCard(
                matter,
                known.number(),
                known.href(),
                name(known.person()),
                known.landlord(),
                new Money(first == null ? 0 : first.owedOre()),
                new Money(first == null ? 0 : first.paidOre()),
                lines.stream().map(DebtRow::line).toList(),
                promiseLines(matter, today),
                referrals(matter),
                today);
    }

    /// The matter of a debt.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional(readOnly = true)
    public Subject matterOf(Actor actor, DebtId id) {
        return reached(actor, debts.matterOf(id).orElseThrow(NotFound::new));
    }

    /// The debt of a payment that stands.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional(readOnly = true)
    public DebtId debtOf(Actor actor, PaymentId id) {
        var debt = debts.debtOf(id).orElseThrow(NotFound::new);
        reached(actor, debts.matterOf(debt).orElseThrow(NotFound::new));
        return debt;
    }

    /// The matter of a promise.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional(readOnly = true)
    public Subject matterOf(Actor actor, PromiseId id) {
        return reached(actor, promises.matterOf(id).orElseThrow(NotFound::new));
    }

    private Subject reached(Actor actor, Subject matter) {
        access.require(actor, Action.RECORD_DEBT, rooms.known(matter));
        return matter;
    }

    private @Nullable PersonName name(@Nullable PersonId person) {
        return person == null ? null : people.names(List.of(person)).get(person);
    }

    private List<DebtRow> lines(Subject matter, LocalDate today) {
        var amounts = amounts(matter);
        var payments = payments(matter);
        var plans = plans(matter);
        var instalments = instalments(matter);
        var earlier = earlierPlans(matter);
        return db.sql(LINES)
                .param("today", today)
                .param("usual", Relapse.USUAL_MONTHS)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query((rs, n) -> {
                    var id = rs.getObject("debt_id", UUID.class);
                    var kind = DebtKind.valueOf(rs.getString("kind"));
                    var arisenOn = rs.getObject("arisen_on", LocalDate.class);
                    var own = payments.getOrDefault(id, List.of());
                    var plan = plans.get(id);
                    var line =
                            new DebtCard.Line(
                                    new DebtId(id),
                                    kind,
                                    Debts.creditor(rs),
                                    rs.getString("reference"),
                                    arisenOn,
                                    new Money(rs.getLong("amount_ore")),
                                    rs.getObject("as_of_on", LocalDate.class),
                                    new Money(rs.getLong("left_ore")),
                                    rs.getObject("settled_on", LocalDate.class),
                                    Relapse.within(
                                                    rs.getObject(
                                                            "earlier_settled_on", LocalDate.class),
                                                    arisenOn,
                                                    rs.getInt("relapse_months"))
                                            .orElse(null),
                                    amounts.getOrDefault(id, List.of()),
                                    own.stream().map(PaymentRow::line).toList(),
                                    plan == null
                                            ? null
                                            : planLine(
                                                    kind,
                                                    plan,
                                                    instalments.getOrDefault(
                                                            plan.id().value(), List.of()),
                                                    own,
                                                    today),
                                    earlier.getOrDefault(id, 0));
                    return new DebtRow(line, rs.getLong("owed_ore"), rs.getLong("paid_ore"));
                })
                .list();
    }

    // What is left is the last known amount less the payments of its day and later.
    private static final String LINES =
            """
            select x.debt_id, x.kind, x.landlord_id, x.creditor, x.reference, x.arisen_on, x.settled_on,
                   x.earlier_settled_on, x.relapse_months, x.as_of_on, x.amount_ore,
                   x.amount_ore - x.since_ore as left_ore,
                   sum(greatest(x.amount_ore - x.since_ore, 0)) over () as owed_ore,
                   sum(x.total_ore) over () as paid_ore
            from (select v.debt_id, v.kind, v.landlord_id, coalesce(l.name, v.creditor_name) as creditor, d.reference,
                         v.arisen_on, v.settled_on, v.earlier_settled_on,
                         coalesce(r.relapse_months, :usual) as relapse_months, a.as_of_on, a.amount_ore,
                         (select coalesce(sum(p.amount_ore), 0) from debt.v_payment p
                          where p.board_id = v.board_id and p.debt_id = v.debt_id
                            and p.paid_on >= a.as_of_on and p.paid_on <= :today) as since_ore,
                         (select coalesce(sum(p.amount_ore), 0) from debt.v_payment p
                          where p.board_id = v.board_id and p.debt_id = v.debt_id) as total_ore
                  from debt.v_debt v
                  join debt.debt d on d.board_id = v.board_id and d.id = v.debt_id
                  join lateral (select c.as_of_on, c.amount_ore from debt.v_debt_amount c
                                where c.board_id = v.board_id and c.debt_id = v.debt_id and c.as_of_on <= :today
                                order by c.as_of_on desc limit 1) a on true
                  left join debt.routine r on r.board_id = v.board_id and r.area_id = v.area_id
                  left join dwelling.v_landlord l on l.board_id = v.board_id and l.landlord_id = v.landlord_id
                  where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter) x
            order by (x.settled_on is not null), x.arisen_on desc, x.debt_id desc
            """;

    private static DebtCard.PlanLine planLine(
            DebtKind kind,
            PlanRow plan,
            List<Instalment> instalments,
            List<PaymentRow> payments,
            LocalDate today) {
        var counted =
                payments.stream()
                        .filter(p -> !p.line().isWithdrawn() && counts(plan, p))
                        .map(p -> new Allocation.Paid(p.line().paidOn(), p.line().amount()))
                        .toList();
        var standings = Allocation.of(instalments, counted, today);
        return new DebtCard.PlanLine(
                plan.id(),
                plan.agreedOn(),
                plan.total(),
                standings.stream().map(Allocation.Standing::paid).reduce(Money.ZERO, Money::plus),
                standings,
                PlanFit.of(kind, plan.agreedOn(), plan.appliedOn(), instalments.getLast().dueOn()));
    }

    /// As `debt.v_instalment` counts: what was paid on the day of agreement before the plan was
    /// made is already taken off its total.
    private static boolean counts(PlanRow plan, PaymentRow payment) {
        var on = payment.line().paidOn();
        return on.isAfter(plan.agreedOn())
                || on.equals(plan.agreedOn()) && payment.recordedAt().isAfter(plan.recordedAt());
    }

    private Map<UUID, List<DebtCard.AmountLine>> amounts(Subject matter) {
        var found = new HashMap<UUID, List<DebtCard.AmountLine>>();
        db.sql(
                        """
                        select a.debt_id, a.as_of_on, a.amount_ore, a.source, a.reason, a.recorded_at,
                               a.superseded_at is not null as superseded
                        from debt.v_debt_amount_history a
                        join debt.v_debt v on v.board_id = a.board_id and v.debt_id = a.debt_id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                        order by a.as_of_on desc, a.recorded_at desc, a.id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(rs -> {
                    var ore = rs.getObject("amount_ore", Long.class);
                    found.computeIfAbsent(
                                    rs.getObject("debt_id", UUID.class), id -> new ArrayList<>())
                            .add(
                                    new DebtCard.AmountLine(
                                            rs.getObject("as_of_on", LocalDate.class),
                                            ore == null ? null : new Money(ore),
                                            AmountSource.valueOf(rs.getString("source")),
                                            rs.getString("reason"),
                                            Debts.instant(rs, "recorded_at"),
                                            rs.getBoolean("superseded")));
                });
        return found;
    }

    private Map<UUID, List<PaymentRow>> payments(Subject matter) {
        var found = new HashMap<UUID, List<PaymentRow>>();
        db.sql(
                        """
                        select p.debt_id, p.id, p.paid_on, p.amount_ore, p.payer, p.recorded_at, w.reason
                        from debt.payment p
                        join debt.v_debt v on v.board_id = p.board_id and v.debt_id = p.debt_id
                        left join debt.payment_withdrawal w on w.board_id = p.board_id and w.payment_id = p.id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                        order by p.paid_on desc, p.id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(rs -> {
                    found.computeIfAbsent(
                                    rs.getObject("debt_id", UUID.class), id -> new ArrayList<>())
                            .add(
                                    new PaymentRow(
                                            new DebtCard.PaymentLine(
                                                    new PaymentId(rs.getObject("id", UUID.class)),
                                                    rs.getObject("paid_on", LocalDate.class),
                                                    new Money(rs.getLong("amount_ore")),
                                                    Payer.valueOf(rs.getString("payer")),
                                                    rs.getString("reason")),
                                            Debts.instant(rs, "recorded_at")));
                });
        return found;
    }

    private Map<UUID, PlanRow> plans(Subject matter) {
        var found = new HashMap<UUID, PlanRow>();
        db.sql(
                        """
                        select p.id, p.debt_id, p.agreed_on, p.total_ore, p.applied_on, p.recorded_at
                        from debt.plan p
                        join debt.v_debt v on v.board_id = p.board_id and v.debt_id = p.debt_id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                          and p.superseded_at is null
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(rs -> {
                    found.put(
                            rs.getObject("debt_id", UUID.class),
                            new PlanRow(
                                    new PlanId(rs.getObject("id", UUID.class)),
                                    rs.getObject("agreed_on", LocalDate.class),
                                    new Money(rs.getLong("total_ore")),
                                    rs.getObject("applied_on", LocalDate.class),
                                    Debts.instant(rs, "recorded_at")));
                });
        return found;
    }

    private Map<UUID, List<Instalment>> instalments(Subject matter) {
        var found = new HashMap<UUID, List<Instalment>>();
        db.sql(
                        """
                        select i.plan_id, i.number, i.due_on, i.amount_ore
                        from debt.instalment i
                        join debt.plan p on p.board_id = i.board_id and p.id = i.plan_id and p.superseded_at is null
                        join debt.v_debt v on v.board_id = p.board_id and v.debt_id = p.debt_id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                        order by i.plan_id, i.number
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(rs -> {
                    found.computeIfAbsent(
                                    rs.getObject("plan_id", UUID.class), id -> new ArrayList<>())
                            .add(
                                    new Instalment(
                                            rs.getInt("number"),
                                            rs.getObject("due_on", LocalDate.class),
                                            new Money(rs.getLong("amount_ore"))));
                });
        return found;
    }

    private Map<UUID, Integer> earlierPlans(Subject matter) {
        return db
                .sql(
                        """
                        select p.debt_id, count(*) as plans
                        from debt.plan p
                        join debt.v_debt v on v.board_id = p.board_id and v.debt_id = p.debt_id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                          and p.superseded_at is not null
                        group by p.debt_id
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query((rs, n) ->
                        Map.entry(rs.getObject("debt_id", UUID.class), rs.getInt("plans")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<DebtCard.PromiseLine> promiseLines(Subject matter, LocalDate today) {
        return promises.of(matter).stream()
                .map(p ->
                        new DebtCard.PromiseLine(
                                p.id(),
                                p.creditor(),
                                p.reference(),
                                p.month(),
                                p.amount(),
                                p.dueOn(),
                                p.payBy(),
                                p.paidOn(),
                                PromiseAlarm.of(p.payBy(), p.dueOn(), p.paidOn(), today)))
                .toList();
    }

    private List<DebtCard.ReferralLine> referrals(Subject matter) {
        return db.sql(
                        """
                        select v.referral_id, v.referred_on, v.agreed, c.display_name, r.note, v.answer, v.answered_on,
                               v.outcome, v.outcome_on
                        from debt.v_referral v
                        join debt.referral r on r.board_id = v.board_id and r.id = v.referral_id
                        left join access.v_account c on c.account_id = v.adviser_id
                        where v.board_id = framework.board_id() and v.matter_kind = :kind and v.matter_id = :matter
                        order by v.referred_on desc, v.referral_id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query((rs, n) -> {
                    var answer = rs.getString("answer");
                    var outcome = rs.getString("outcome");
                    return new DebtCard.ReferralLine(
                            new ReferralId(rs.getObject("referral_id", UUID.class)),
                            rs.getObject("referred_on", LocalDate.class),
                            rs.getBoolean("agreed"),
                            rs.getString("display_name"),
                            rs.getString("note"),
                            answer == null ? null : ReferringToDebtAdvice.Answer.valueOf(answer),
                            rs.getObject("answered_on", LocalDate.class),
                            outcome == null ? null : ReferringToDebtAdvice.Outcome.valueOf(outcome),
                            rs.getObject("outcome_on", LocalDate.class));
                })
                .list();
    }
}
