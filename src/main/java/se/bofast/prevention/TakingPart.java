package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.page.Section;

/// Who takes part in a case (medverkande) beside the unit that leads it: another unit, a team, a
/// colleague. The case is then within their reach; what they may do there their role says.
@Component
public class TakingPart {

    /// Who can take part.
    public enum PartKind {
        UNIT,
        TEAM,
        COLLEAGUE
    }

    /// Someone taking part now.
    public record Part(
            UUID id,
            PartKind kind,
            String name,
            String reason,
            Instant startedAt,
            String startedBy) {}

    /// Someone to ask in.
    public record Candidate(PartKind kind, UUID id, String name) {}

    /// What came of it.
    public enum Result {
        DONE,
        /// They take part already, or lead the case.
        ALREADY
    }

    private final JdbcClient db;
    private final Cases cases;
    private final Units units;
    private final Access access;
    private final Log log;
    private final Clock clock;

    TakingPart(JdbcClient db, Cases cases, Units units, Access access, Log log, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Those who take part now, by when they began. The caller has shown the case.
    @Transactional(readOnly = true)
    List<Part> of(CaseId id) {
        return db.sql(
                        """
                        select p.id, p.reason, p.started_at, b.display_name as started_by,
                               case when p.unit_id is not null then 'UNIT' when p.team_id is not null then 'TEAM'
                                    else 'COLLEAGUE' end as kind,
                               coalesce(u.name, t.name, a.display_name) as name
                        from prevention.participation p
                        left join access.v_unit u on u.board_id = p.board_id and u.unit_id = p.unit_id
                        left join access.v_team t on t.board_id = p.board_id and t.team_id = p.team_id
                        left join access.v_account a on a.account_id = p.account_id
                        join access.v_account b on b.account_id = p.started_by
                        where p.board_id = framework.board_id() and p.case_id = :id and p.ended_at is null
                        order by p.started_at, p.id
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new Part(
                                rs.getObject("id", UUID.class),
                                PartKind.valueOf(rs.getString("kind")),
                                rs.getString("name"),
                                rs.getString("reason"),
                                rs.getTimestamp("started_at").toInstant(),
                                rs.getString("started_by")))
                .list();
    }

    Section card(Actor actor, CaseId id) {
        return new Section(
                "prevention/web/parts-card",
                Map.of(
                        "parts",
                        of(id),
                        "base",
                        "/arenden/" + id.value(),
                        "mayAsk",
                        access.allows(actor, Action.WORK_ON_CASE, id.subject())));
    }

    /// Units, teams and colleagues of the areas one works in, each by name.
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Actor actor) {
        access.require(actor, Action.WORK_ON_CASE);
        var found =
                new java.util.ArrayList<>(
                        units.all().stream()
                                .map(u -> new Candidate(PartKind.UNIT, u.id().value(), u.name()))
                                .toList());
        db.sql(
                        """
                        select team_id, name from access.v_team
                        where board_id = framework.board_id() and closed_on is null
                        order by name, team_id
                        """)
                .query(rs -> {
                    found.add(
                            new Candidate(
                                    PartKind.TEAM,
                                    rs.getObject("team_id", UUID.class),
                                    rs.getString("name")));
                });
        units.colleagues(HouseClock.today(clock))
                .forEach(c ->
                        found.add(
                                new Candidate(
                                        PartKind.COLLEAGUE,
                                        c.id().value(),
                                        c.name() + ", " + c.unitName())));
        return List.copyOf(found);
    }

    /// Asks someone in.
    ///
    /// @param reason what they are needed for
    /// @throws NotFound if the case is not within reach, or there is no such candidate
    @Transactional
    public Result ask(Actor actor, CaseId id, PartKind kind, UUID who, String reason) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (candidates(actor).stream().noneMatch(c -> c.kind() == kind && c.id().equals(who))) {
            throw new NotFound();
        }
        if (kind == PartKind.UNIT && found.unit().value().equals(who)) {
            return Result.ALREADY;
        }
        var part = NewId.at(clock);
        var added =
                db.sql(
                                """
                                insert into prevention.participation (board_id, area_id, id, case_id, unit_id, team_id,
                                    account_id, reason, started_at, started_by)
                                values (framework.board_id(), :area, :id, :case, cast(:unit as uuid), cast(:team as uuid),
                                    cast(:account as uuid), :reason, :now, :me)
                                on conflict do nothing
                                """)
                        .param("area", actor.area().value())
                        .param("id", part)
                        .param("case", id.value())
                        .param("unit", only(kind, PartKind.UNIT, who))
                        .param("team", only(kind, PartKind.TEAM, who))
                        .param("account", only(kind, PartKind.COLLEAGUE, who))
                        .param("reason", reason.strip())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("me", actor.id().value())
                        .update();
        if (added == 0) {
            return Result.ALREADY;
        }
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .because("TAKES_PART")
                        .changing(Map.of(), Map.of(kind.name(), who.toString())));
        return Result.DONE;
    }

    private static @Nullable UUID only(PartKind kind, PartKind wanted, UUID id) {
        return kind == wanted ? id : null;
    }

    /// Ends a participation, from now on.
    ///
    /// @throws NotFound if the case is not within reach, or it has ended already
    @Transactional
    public void end(Actor actor, CaseId id, UUID part) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var ending =
                of(id).stream()
                        .filter(p -> p.id().equals(part))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        db.sql(
                        """
                        update prevention.participation set ended_at = :now, ended_by = :me
                        where board_id = framework.board_id() and id = :id and ended_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", actor.id().value())
                .param("id", part)
                .update();
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .because("TAKES_PART")
                        .changing(Map.of(ending.kind().name(), part.toString()), Map.of()));
    }
}
