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
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Teams: colleagues of several units who work on the same cases. What a team takes part in is its
/// members' own, as far as their roles go. Call within the actor's reach.
@Component
public class ManagingTeams {

    /// The kind of {@link Subject} a team is in the log.
    public static final String KIND = "team";

    /// A team; `members` are those of today.
    public record Team(UUID id, String name, int members, @Nullable LocalDate closedOn) {}

    /// A member; `endOn` is the last day, null while it runs on.
    public record Member(
            UUID id,
            EmployeeId employee,
            String name,
            LocalDate startOn,
            @Nullable LocalDate endOn) {}

    private final JdbcClient db;
    private final Access access;
    private final Units units;
    private final Log log;
    private final Clock clock;

    ManagingTeams(JdbcClient db, Access access, Units units, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// The open ones first.
    @Transactional(readOnly = true)
    public List<Team> all(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return db.sql(
                        """
                        select t.id, t.name, t.closed_on,
                               (select count(*) from access.team_member m
                                where m.board_id = t.board_id and m.team_id = t.id
                                  and m.start_on <= :today and (m.end_on is null or m.end_on >= :today)) as members
                        from access.team t
                        where t.board_id = framework.board_id()
                        order by case when t.closed_on is null then 0 else 1 end, t.name, t.id
                        """)
                .param("today", HouseClock.today(clock))
                .query((rs, n) ->
                        new Team(
                                rs.getObject("id", UUID.class),
                                rs.getString("name"),
                                rs.getInt("members"),
                                rs.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /// @throws NotFound if there is no such open team
    @Transactional(readOnly = true)
    public Team find(Actor actor, UUID id) {
        return all(actor).stream()
                .filter(team -> team.id().equals(id) && team.closedOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// Those of today and later, by name.
    @Transactional(readOnly = true)
    public List<Member> members(Actor actor, UUID team) {
        find(actor, team);
        return db.sql(
                        """
                        select m.id, m.account_id, c.display_name, m.start_on, m.end_on
                        from access.team_member m
                        join access.account c on c.id = m.account_id
                        where m.board_id = framework.board_id() and m.team_id = :team
                          and (m.end_on is null or m.end_on >= :today)
                        order by c.display_name, m.start_on, m.id
                        """)
                .param("team", team)
                .param("today", HouseClock.today(clock))
                .query((rs, n) ->
                        new Member(
                                rs.getObject("id", UUID.class),
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name"),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    /// Everyone who can be a member.
    @Transactional(readOnly = true)
    public List<Units.Colleague> colleagues(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return units.colleagues(HouseClock.today(clock));
    }

    @Transactional
    public UUID add(Actor actor, String name) {
        access.require(actor, Action.MANAGE_BOARD);
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into access.team (board_id, area_id, id, name)
                        values (framework.board_id(), :area, :id, :name)
                        """)
                .param("area", actor.area().value())
                .param("id", id)
                .param("name", name)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, id)
                        .changing(Map.of(), Map.of("name", name)));
        return id;
    }

    /// From today on.
    ///
    /// @throws NotFound if there is no such open team, or nobody such works in the board today
    /// @throws Conflict if one is a member already
    @Transactional
    public UUID join(Actor actor, UUID team, EmployeeId employee) {
        var today = HouseClock.today(clock);
        if (members(actor, team).stream().anyMatch(m -> m.employee().equals(employee))) {
            throw new Conflict("access.teams.alreadyMember");
        }
        if (!units.works(employee, today)) {
            throw new NotFound();
        }
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into access.team_member (board_id, area_id, id, team_id, account_id, start_on)
                        select t.board_id, t.area_id, :id, t.id, :account, :today from access.team t
                        where t.board_id = framework.board_id() and t.id = :team
                        """)
                .param("id", id)
                .param("account", employee.value())
                .param("today", today)
                .param("team", team)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, team)
                        .changing(Map.of(), Map.of("member", employee.toString())));
        return id;
    }

    /// Ends a membership at once. Who joined today has not been a member on any whole day: the last
    /// day is then today, and it is over tomorrow.
    ///
    /// @throws NotFound if there is no such member
    @Transactional
    public void leave(Actor actor, UUID team, UUID member) {
        var leaving =
                members(actor, team).stream()
                        .filter(m -> m.id().equals(member))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var last = leaving.startOn().isBefore(today) ? today.minusDays(1) : today;
        db.sql(
                        """
                        update access.team_member set end_on = :last
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("last", last)
                .param("id", member)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, team)
                        .changing(
                                Map.of("member", leaving.employee().toString()),
                                Map.of("endOn", last.toString())));
    }

    /// Closes the team: what it took part in is no longer its members' through it.
    ///
    /// @throws NotFound if there is no such open team
    @Transactional
    public void close(Actor actor, UUID id) {
        var team = find(actor, id);
        var today = HouseClock.today(clock);
        for (var member : members(actor, id)) {
            leave(actor, id, member.id());
        }
        db.sql(
                        """
                        update access.team set closed_on = :today
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("today", today)
                .param("id", id)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, id)
                        .changing(
                                Map.of("name", team.name()), Map.of("closedOn", today.toString())));
    }
}
