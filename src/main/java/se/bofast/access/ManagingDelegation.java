package se.bofast.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The delegation order, as the board has decided it. Call within the actor's reach.
@Component
public class ManagingDelegation {

    /// The kind of {@link Subject} a delegation is in the log.
    public static final String KIND = "delegation";

    /// A delegation; `endOn` is its last day, null while it runs on; `upTo` null is no limit.
    public record Delegation(
            UUID id,
            String name,
            DelegatedDecision decision,
            String point,
            @Nullable Money upTo,
            LocalDate startOn,
            @Nullable LocalDate endOn) {}

    /// What the board has decided to delegate.
    ///
    /// @param point of the delegation order, as printed under a decision: `3.2.1`
    public record NewDelegation(
            EmployeeId employee,
            DelegatedDecision decision,
            String point,
            @Nullable Money upTo,
            LocalDate startOn,
            @Nullable LocalDate endOn) {}

    private final JdbcClient db;
    private final Access access;
    private final Units units;
    private final Log log;
    private final Clock clock;

    ManagingDelegation(JdbcClient db, Access access, Units units, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// Those that run or will, and then the ended ones.
    @Transactional(readOnly = true)
    public List<Delegation> all(Actor actor) {
        access.require(actor, Action.MANAGE_DELEGATION);
        return db.sql(
                        """
                        select d.id, a.display_name, d.decision, d.point, d.up_to_ore, d.start_on, d.end_on
                        from access.delegation d
                        join access.account a on a.id = d.account_id
                        where d.board_id = framework.board_id()
                        order by case when d.end_on < :today then 1 else 0 end, d.decision, a.display_name, d.id
                        limit 500
                        """)
                .param("today", HouseClock.today(clock))
                .query((rs, n) -> {
                    var upTo = rs.getObject("up_to_ore", Long.class);
                    return new Delegation(
                            rs.getObject("id", UUID.class),
                            rs.getString("display_name"),
                            DelegatedDecision.valueOf(rs.getString("decision")),
                            rs.getString("point"),
                            upTo == null ? null : new Money(upTo),
                            rs.getObject("start_on", LocalDate.class),
                            rs.getObject("end_on", LocalDate.class));
                })
                .list();
    }

    /// @throws NotFound if the employee has no appointment in the board today
    /// @throws Conflict if it would end before it starts
    @Transactional
    public UUID add(Actor actor, NewDelegation delegation) {
        access.require(actor, Action.MANAGE_DELEGATION);
        if (!units.works(delegation.employee(), HouseClock.today(clock))) {
            throw new NotFound();
        }
        Period.check(delegation.startOn(), delegation.endOn());
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into access.delegation (board_id, area_id, id, account_id, decision, point, up_to_ore, start_on, end_on)
                        values (framework.board_id(), :area, :id, :account, :decision, :point, :upTo, :start, :end)
                        """)
                .param("area", actor.area().value())
                .param("id", id)
                .param("account", delegation.employee().value())
                .param("decision", delegation.decision().name())
                .param("point", delegation.point())
                .param("upTo", delegation.upTo() == null ? null : delegation.upTo().ore())
                .param("start", delegation.startOn())
                .param("end", delegation.endOn())
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_DELEGATION)
                        .about(KIND, id)
                        .changing(
                                Map.of(),
                                Map.of(
                                        "account",
                                        delegation.employee().toString(),
                                        "decision",
                                        delegation.decision().name(),
                                        "point",
                                        delegation.point(),
                                        "upToOre",
                                        delegation.upTo() == null
                                                ? ""
                                                : String.valueOf(delegation.upTo().ore()),
                                        "startOn",
                                        delegation.startOn().toString(),
                                        "endOn",
                                        String.valueOf(delegation.endOn()))));
        return id;
    }

    /// Ends a delegation; decisions made by it stand.
    ///
    /// @param on the last day it holds; its first day at the earliest
    /// @throws NotFound if there is no such delegation, or it has already ended
    @Transactional
    public void end(Actor actor, UUID id, LocalDate on) {
        access.require(actor, Action.MANAGE_DELEGATION);
        var ended =
                db.sql(
                                """
                                update access.delegation set end_on = greatest(start_on, :on)
                                where board_id = framework.board_id() and id = :id
                                  and (end_on is null or end_on > :on)
                                """)
                        .param("on", on)
                        .param("id", id)
                        .update();
        if (ended == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.MANAGE_DELEGATION)
                        .about(KIND, id)
                        .changing(Map.of(), Map.of("endOn", on.toString())));
    }
}
