package se.bofast.intake;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// Sets which unit gets signals about people not known before.
@Component
public class SettingRouting {

    private static final String SUBJECT = "routing-rule";

    /// @param unitNames names of all units, also closed ones
    public record View(
            List<RoutingRule> rules,
            Map<UnitId, String> unitNames,
            List<Units.Unit> units,
            List<Units.Colleague> colleagues,
            UnitId fallback) {}

    /// What a new rule says.
    public record NewRule(
            String name,
            @Nullable SignalKind kind,
            @Nullable Boolean withChildren,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String postalPrefix,
            UnitId unit,
            @Nullable EmployeeId responsible) {}

    /// Which rule would take a signal; empty: none, so the fallback unit gets it.
    public record Tried(Optional<String> rule, UnitId unit) {}

    private final JdbcClient db;
    private final RoutingRules rules;
    private final Units units;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SettingRouting(
            JdbcClient db, RoutingRules rules, Units units, Access access, Log log, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// The rules in use, in their order.
    @Transactional(readOnly = true)
    public View view(Actor actor) {
        access.require(actor, Action.MANAGE_ROUTING);
        var today = HouseClock.today(clock);
        return new View(
                rules.inUse(today),
                units.names(),
                units.all(),
                units.carriers(today),
                rules.fallback());
    }

    /// Adds a rule after the others, from today on.
    ///
    /// @throws NotFound if there is no such unit in use, or no such colleague
    @Transactional
    public UUID add(Actor actor, NewRule rule) {
        access.require(actor, Action.MANAGE_ROUTING);
        var today = HouseClock.today(clock);
        require(units.all().stream().anyMatch(u -> u.id().equals(rule.unit())));
        require(
                rule.responsible() == null
                        || units.carriers(today).stream()
                                .anyMatch(c -> c.id().equals(rule.responsible())));
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into intake.routing_rule (board_id, area_id, id, position, name, signal_kind, with_children,
                            age_from, age_to, postal_prefix, unit_id, account_id, start_on)
                        select framework.board_id(), (framework.area_ids())[1], :id, coalesce(max(r.position), 0) + 1, :name,
                            :kind, :children, :age_from, :age_to, :prefix, :unit, :account, :today
                        from intake.routing_rule r
                        where r.board_id = framework.board_id()
                        """)
                .param("id", id)
                .param("name", rule.name())
                .param("kind", rule.kind() == null ? null : rule.kind().name(), Types.VARCHAR)
                .param("children", rule.withChildren(), Types.BOOLEAN)
                .param("age_from", rule.ageFrom(), Types.INTEGER)
                .param("age_to", rule.ageTo(), Types.INTEGER)
                .param("prefix", rule.postalPrefix(), Types.VARCHAR)
                .param("unit", rule.unit().value())
                .param(
                        "account",
                        rule.responsible() == null ? null : rule.responsible().value(),
                        Types.OTHER)
                .param("today", today)
                .update();
        logged(id, "ADDED");
        return id;
    }

    private static void require(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }

    /// Asks the rule one place earlier, or later. The first and the last stay where they are.
    @Transactional
    public void move(Actor actor, UUID id, boolean earlier) {
        access.require(actor, Action.MANAGE_ROUTING);
        var inUse = rules.inUse(HouseClock.today(clock));
        for (var i = 0; i < inUse.size(); i++) {
            var other = earlier ? i - 1 : i + 1;
            if (inUse.get(i).id().equals(id) && other >= 0 && other < inUse.size()) {
                place(inUse.get(i).id(), inUse.get(other).position());
                place(inUse.get(other).id(), inUse.get(i).position());
                logged(id, "MOVED");
                return;
            }
        }
    }

    private void place(UUID id, int position) {
        db.sql(
                        """
                        update intake.routing_rule set position = :position
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("position", position)
                .param("id", id)
                .update();
    }

    /// The rule is not asked from today on. It stays, since signals name it.
    ///
    /// @throws NotFound if there is no such rule in use
    @Transactional
    public void end(Actor actor, UUID id) {
        access.require(actor, Action.MANAGE_ROUTING);
        var yesterday = HouseClock.today(clock).minusDays(1);
        require(
                db.sql(
                                        """
                                        update intake.routing_rule set end_on = :yesterday
                                        where board_id = framework.board_id() and id = :id and end_on is null
                                        """)
                                .param("yesterday", yesterday)
                                .param("id", id)
                                .update()
                        == 1);
        logged(id, "ENDED");
    }

    private void logged(UUID id, String what) {
        log.record(LogEntry.of(Action.MANAGE_ROUTING).because(what).about(SUBJECT, id));
    }

    /// Which rule would take a signal about somebody not known before, received today.
    @Transactional(readOnly = true)
    public Tried tried(
            Actor actor,
            SignalKind kind,
            boolean children,
            @Nullable Integer age,
            @Nullable String postalCode) {
        access.require(actor, Action.MANAGE_ROUTING);
        var today = HouseClock.today(clock);
        var routed =
                Routing.route(
                        kind,
                        children,
                        age == null ? null : LocalDate.of(today.getYear() - age, 1, 1),
                        postalCode,
                        today,
                        List.of(),
                        rules.on(today),
                        rules.fallback());
        return new Tried(
                routed.by().equals(Routing.NO_RULE) ? Optional.empty() : Optional.of(routed.by()),
                routed.unit());
    }
}
