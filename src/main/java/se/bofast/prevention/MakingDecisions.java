package se.bofast.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Finding;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Decisions in a case: whether to open an inquiry, whether to undertake the rent. Each sets the
/// fact the clock waits for in the same transaction.
@Component
public class MakingDecisions {

    private static final String INQUIRY_BASIS = "SoL (2025:400) 14 kap. 2 §";
    private static final String UNDERTAKING_RULE = "payment-undertaking";
    private static final String UNDERTAKING_BASIS =
            "JB 12 kap. 44 § fjärde stycket 1; SoL (2025:400) 12 kap. 1 §";

    /// A delegate and how far the delegation reaches.
    public record Delegate(EmployeeId id, String name, String point, @Nullable Money upTo) {}

    private final Cases cases;
    private final CaseFacts facts;
    private final Clockwork clockwork;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    MakingDecisions(
            Cases cases,
            CaseFacts facts,
            Clockwork clockwork,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.clockwork = clockwork;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /// Decides whether to open an inquiry. The reason is required either way.
    @Transactional
    public Deciding inquiry(Actor actor, CaseId id, boolean open, LocalDate on, String reason) {
        access.require(actor, Action.DECIDE_INQUIRY, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (on.isAfter(HouseClock.today(clock))) {
            return new Deciding.Refused(Deciding.Reason.IN_THE_FUTURE);
        }
        if (found.stage() == Stage.CLOSED) {
            return new Deciding.Refused(Deciding.Reason.CASE_CLOSED);
        }
        var decision =
                insert(
                        id,
                        open ? Deciding.Kind.INQUIRY_OPENED : Deciding.Kind.INQUIRY_NOT_OPENED,
                        reason,
                        INQUIRY_BASIS,
                        on,
                        actor.id(),
                        null,
                        null,
                        null,
                        null);
        setFact(id, Fact.on(FactKind.INQUIRY_DECIDED_ON, on));
        db.sql(
                        """
                        update prevention.prevention_case set inquiry_decided_on = :on
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("on", on)
                .param("id", id.value())
                .update();
        record(Action.DECIDE_INQUIRY, found, decision);
        return new Deciding.Decided(decision);
    }

    /// True where the last day to undertake runs in some notice of the case, and has passed in all.
    private boolean isPastLastDay(CaseId id, LocalDate on) {
        var days =
                clockwork.findings(id.value()).values().stream()
                        .flatMap(List::stream)
                        .filter(f -> f.rule().id().value().equals(UNDERTAKING_RULE))
                        .flatMap(f ->
                                f.finding() instanceof Finding.Runs runs
                                        ? Stream.of(runs.day())
                                        : Stream.empty())
                        .toList();
        return !days.isEmpty() && days.stream().allMatch(on::isAfter);
    }

    /// Decides that the board undertakes the rent. Only who holds a delegation for it, valid that
    /// day and reaching the amount, can decide; without one nothing can be printed.
    @Transactional
    public Deciding undertake(Actor actor, CaseId id, Deciding.Undertaking undertaking) {
        access.require(actor, Action.GRANT_UNDERTAKING, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (undertaking.decidedOn().isAfter(HouseClock.today(clock))) {
            return new Deciding.Refused(Deciding.Reason.IN_THE_FUTURE);
        }
        if (found.stage() == Stage.CLOSED) {
            return new Deciding.Refused(Deciding.Reason.CASE_CLOSED);
        }
        var held =
                delegates(undertaking.decidedOn()).stream()
                        .filter(d -> d.id().equals(undertaking.decidedBy()))
                        .toList();
        if (held.isEmpty()) {
            return new Deciding.Refused(Deciding.Reason.NO_DELEGATION);
        }
        var reaching =
                held.stream()
                        .filter(d ->
                                d.upTo() == null || d.upTo().compareTo(undertaking.amount()) >= 0)
                        .findFirst();
        if (reaching.isEmpty()) {
            return new Deciding.Refused(Deciding.Reason.ABOVE_DELEGATION);
        }
        if (!undertaking.acceptedLate() && isPastLastDay(id, undertaking.decidedOn())) {
            return new Deciding.Refused(Deciding.Reason.AFTER_LAST_DAY);
        }
        var decision =
                insert(
                        id,
                        Deciding.Kind.UNDERTAKING,
                        undertaking.reason(),
                        UNDERTAKING_BASIS,
                        undertaking.decidedOn(),
                        undertaking.decidedBy(),
                        reaching.get().point(),
                        undertaking.amount(),
                        undertaking.months(),
                        undertaking.landlord());
        db.sql(
                        """
                        update prevention.prevention_case set stage = 'PLAN'
                        where board_id = framework.board_id() and id = :id and stage in ('NEW', 'CONTACT')
                        """)
                .param("id", id.value())
                .update();
        record(Action.GRANT_UNDERTAKING, found, decision);
        return new Deciding.Decided(decision);
    }

    /// Decides not to undertake the rent.
    @Transactional
    public Deciding decline(Actor actor, CaseId id, LocalDate on, String reason) {
        access.require(actor, Action.GRANT_UNDERTAKING, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (on.isAfter(HouseClock.today(clock))) {
            return new Deciding.Refused(Deciding.Reason.IN_THE_FUTURE);
        }
        if (found.stage() == Stage.CLOSED) {
            return new Deciding.Refused(Deciding.Reason.CASE_CLOSED);
        }
        var decision =
                insert(
                        id,
                        Deciding.Kind.UNDERTAKING_DECLINED,
                        reason,
                        UNDERTAKING_BASIS,
                        on,
                        actor.id(),
                        null,
                        null,
                        null,
                        null);
        setFact(id, Fact.on(FactKind.UNDERTAKING_DECLINED_ON, on));
        record(Action.GRANT_UNDERTAKING, found, decision);
        return new Deciding.Decided(decision);
    }

    /// The undertaking was sent to the landlord, in writing; from then on the home is safe from
    /// this debt.
    ///
    /// The first day and proof stand: the home is safe by them.
    ///
    /// @param proof how it can be shown: registered letter's number, receipt of an e-mail
    @Transactional
    public WorkingOnCase.Saving sent(
            Actor actor, CaseId id, DecisionId decision, LocalDate on, String proof) {
        access.require(actor, Action.GRANT_UNDERTAKING, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var changed =
                db.sql(
                                """
                                update prevention.decision set sent_on = :on, proof = :proof
                                where board_id = framework.board_id() and id = :decision and case_id = :id
                                  and kind = 'UNDERTAKING' and withdrawn_at is null
                                  and (sent_on is null or sent_on = :on and proof = :proof)
                                """)
                        .param("on", on)
                        .param("proof", proof)
                        .param("decision", decision.value())
                        .param("id", id.value())
                        .update();
        if (changed == 0) {
            if (of(id).stream()
                    .noneMatch(d ->
                            d.id().equals(decision)
                                    && d.kind() == Deciding.Kind.UNDERTAKING
                                    && !d.withdrawn())) {
                throw new NotFound();
            }
            return WorkingOnCase.Saving.CHANGED_MEANWHILE;
        }
        setFact(id, Fact.on(FactKind.UNDERTAKING_SENT_ON, on));
        record(Action.GRANT_UNDERTAKING, found, decision);
        return WorkingOnCase.Saving.SAVED;
    }

    /// Takes a decision back with a reason; it stays readable.
    @Transactional
    public void withdraw(Actor actor, CaseId id, DecisionId decision, String reason) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var kind =
                of(id).stream()
                        .filter(d -> d.id().equals(decision) && !d.withdrawn())
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .kind();
        db.sql(
                        """
                        update prevention.decision set withdrawn_at = :now, withdrawn_reason = :reason
                        where board_id = framework.board_id() and id = :decision
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("decision", decision.value())
                .update();
        switch (kind) {
            case INQUIRY_OPENED, INQUIRY_NOT_OPENED -> {
                takeBack(id, FactKind.INQUIRY_DECIDED_ON);
                db.sql(
                                """
                                update prevention.prevention_case set inquiry_decided_on = null
                                where board_id = framework.board_id() and id = :id
                                """)
                        .param("id", id.value())
                        .update();
            }
            case UNDERTAKING -> takeBack(id, FactKind.UNDERTAKING_SENT_ON);
            case UNDERTAKING_DECLINED -> takeBack(id, FactKind.UNDERTAKING_DECLINED_ON);
        }
        record(Action.WORK_ON_CASE, found, decision);
    }

    /// The decisions of the case, newest first, withdrawn ones too.
    @Transactional(readOnly = true)
    public List<Deciding.Decision> of(CaseId id) {
        return db.sql(
                        """
                        select id, kind, reason, decided_on, decided_by, delegation_point, amount_ore, months, landlord_id,
                               sent_on, withdrawn_at is not null as withdrawn
                        from prevention.decision
                        where board_id = framework.board_id() and case_id = :id
                        order by decided_on desc, id desc
                        """)
                .param("id", id.value())
                .query(MakingDecisions::decision)
                .list();
    }

    /// Who may decide an undertaking that day.
    @Transactional(readOnly = true)
    public List<Delegate> delegates(LocalDate on) {
        return db.sql(
                        """
                        select d.account_id, a.display_name, d.point, d.up_to_ore
                        from access.v_delegation d
                        join access.v_account a on a.account_id = d.account_id
                        where d.board_id = framework.board_id() and d.decision = 'PAYMENT_UNDERTAKING'
                          and d.start_on <= :on and (d.end_on is null or d.end_on >= :on)
                        order by a.display_name, d.up_to_ore desc
                        """)
                .param("on", on)
                .query((rs, n) ->
                        new Delegate(
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name"),
                                rs.getString("point"),
                                money(rs, "up_to_ore")))
                .list();
    }

    private DecisionId insert(
            CaseId id,
            Deciding.Kind kind,
            String reason,
            String basis,
            LocalDate on,
            EmployeeId by,
            @Nullable String point,
            @Nullable Money amount,
            @Nullable String months,
            @Nullable LandlordId landlord) {
        var decision = new DecisionId(NewId.at(clock));
        db.sql(
                        """
                        insert into prevention.decision (board_id, area_id, id, case_id, kind, reason, basis, decided_on,
                            decided_by, delegation_point, amount_ore, months, landlord_id, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :case, :kind, :reason, :basis, :on,
                            :by, :point, :amount, :months, :landlord, :now, framework.account_id())
                        """)
                .param("id", decision.value())
                .param("case", id.value())
                .param("kind", kind.name())
                .param("reason", reason)
                .param("basis", basis)
                .param("on", on)
                .param("by", by.value())
                .param("point", point)
                .param("amount", amount == null ? null : amount.ore())
                .param("months", months)
                .param("landlord", landlord == null ? null : landlord.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return decision;
    }

    private void setFact(CaseId id, Fact fact) {
        facts.write(id, null, fact.kind(), 1, fact, "DECISION");
        clockwork.recompute(Set.of(id.value()));
    }

    private void takeBack(CaseId id, FactKind kind) {
        if (facts.current(id, null, kind, 1).isPresent()) {
            facts.write(id, null, kind, 1, null, "TAKEN_BACK");
            clockwork.recompute(Set.of(id.value()));
        }
    }

    private void record(Action action, Cases.Case found, DecisionId decision) {
        log.record(
                LogEntry.of(action)
                        .about(CaseId.KIND, found.id().value())
                        .touching(found.person())
                        .changing(Map.of(), Map.of("decision", decision.value().toString())));
    }

    private static Deciding.Decision decision(ResultSet rs, int n) throws SQLException {
        return new Deciding.Decision(
                new DecisionId(rs.getObject("id", UUID.class)),
                Deciding.Kind.valueOf(rs.getString("kind")),
                rs.getString("reason"),
                rs.getObject("decided_on", LocalDate.class),
                new EmployeeId(rs.getObject("decided_by", UUID.class)),
                rs.getString("delegation_point"),
                money(rs, "amount_ore"),
                rs.getString("months"),
                Optional.ofNullable(rs.getObject("landlord_id", UUID.class))
                        .map(LandlordId::new)
                        .orElse(null),
                rs.getObject("sent_on", LocalDate.class),
                rs.getBoolean("withdrawn"));
    }

    private static @Nullable Money money(ResultSet rs, String column) throws SQLException {
        var ore = rs.getLong(column);
        return rs.wasNull() ? null : new Money(ore);
    }
}
