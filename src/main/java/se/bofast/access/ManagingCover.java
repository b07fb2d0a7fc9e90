package se.bofast.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Who stands in for whom, and when. One's own stand-in can be chosen by anyone; a colleague's
/// takes {@link Action#MANAGE_COVER}. Call within the actor's reach.
@Component
public class ManagingCover {

    /// The kind of {@link Subject} a cover is in the log.
    public static final String KIND = "cover";

    /// `away`: the stand-in has the absent one's work as their own from `startOn` to `endOn`.
    public record Cover(
            UUID id,
            String name,
            String standIn,
            LocalDate startOn,
            LocalDate endOn,
            boolean away,
            boolean mayEnd) {}

    /// @param employee who is stood in for
    /// @param endOn the last day
    public record NewCover(
            EmployeeId employee,
            EmployeeId standIn,
            LocalDate startOn,
            LocalDate endOn,
            boolean away) {}

    private record Row(EmployeeId employee, LocalDate startOn) {}

    private final JdbcClient db;
    private final Access access;
    private final Units units;
    private final Log log;
    private final Clock clock;

    ManagingCover(JdbcClient db, Access access, Units units, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// Covers of today and later: one's own, and those one may arrange.
    @Transactional(readOnly = true)
    public List<Cover> all(Actor actor) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        return db.sql(
                        """
                        select c.id, a.display_name as name, s.display_name as stand_in, c.start_on, c.end_on, c.away, c.account_id
                        from access.cover c
                        join access.account a on a.id = c.account_id
                        join access.account s on s.id = c.cover_account_id
                        where c.board_id = framework.board_id() and c.end_on >= :today
                          and (c.account_id = any(:reachable) or c.cover_account_id = :me)
                        order by c.start_on, a.display_name, c.id
                        """)
                .param("today", HouseClock.today(clock))
                .param("reachable", ids(arrangeable(actor)))
                .param("me", actor.id().value())
                .query((rs, n) -> {
                    var employee = new EmployeeId(rs.getObject("account_id", UUID.class));
                    return new Cover(
                            rs.getObject("id", UUID.class),
                            rs.getString("name"),
                            rs.getString("stand_in"),
                            rs.getObject("start_on", LocalDate.class),
                            rs.getObject("end_on", LocalDate.class),
                            rs.getBoolean("away"),
                            mayArrange(actor, employee));
                })
                .list();
    }

    /// For whom the actor may arrange a stand-in: oneself first.
    @Transactional(readOnly = true)
    public List<Units.Colleague> arrangeable(Actor actor) {
        var scope = Permissions.of(actor.roles(), Action.MANAGE_COVER);
        return units.colleagues(HouseClock.today(clock)).stream()
                .filter(c ->
                        c.id().equals(actor.id())
                                || scope == Scope.BOARD
                                || scope == Scope.UNIT && actor.units().contains(c.unit()))
                .sorted(java.util.Comparator.comparing(c -> !c.id().equals(actor.id())))
                .toList();
    }

    /// Everyone who can stand in.
    @Transactional(readOnly = true)
    public List<Units.Colleague> standIns(Actor actor) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        return units.colleagues(HouseClock.today(clock));
    }

    /// @throws Forbidden if it is someone else's cover and the actor may not arrange it
    /// @throws NotFound if the stand-in has no appointment in the board today
    /// @throws Conflict if it ends before it starts, or one would stand in for oneself
    @Transactional
    public UUID add(Actor actor, NewCover cover) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        if (!mayArrange(actor, cover.employee())) {
            throw new Forbidden();
        }
        if (!units.works(cover.standIn(), HouseClock.today(clock))) {
            throw new NotFound();
        }
        if (cover.standIn().equals(cover.employee())) {
            throw new Conflict("access.cover.oneself");
        }
        Period.check(cover.startOn(), cover.endOn());
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into access.cover (board_id, area_id, id, account_id, cover_account_id, start_on, end_on, away)
                        values (framework.board_id(), :area, :id, :account, :standIn, :start, :end, :away)
                        """)
                .param("area", actor.area().value())
                .param("id", id)
                .param("account", cover.employee().value())
                .param("standIn", cover.standIn().value())
                .param("start", cover.startOn())
                .param("end", cover.endOn())
                .param("away", cover.away())
                .update();
        log.record(
                LogEntry.of(action(actor, cover.employee()))
                        .about(KIND, id)
                        .changing(
                                Map.of(),
                                Map.of(
                                        "account", cover.employee().toString(),
                                        "standIn", cover.standIn().toString(),
                                        "startOn", cover.startOn().toString(),
                                        "endOn", cover.endOn().toString(),
                                        "away", String.valueOf(cover.away()))));
        return id;
    }

    /// Ends a cover as of yesterday; one that has not begun before today goes away. What was done
    /// under it stands in the log.
    ///
    /// @throws NotFound if there is no such cover the actor may arrange, or it has ended
    @Transactional
    public void end(Actor actor, UUID id) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        var today = HouseClock.today(clock);
        var found =
                db.sql(
                                """
                                select account_id, start_on from access.cover
                                where board_id = framework.board_id() and id = :id and end_on >= :today
                                for update
                                """)
                        .param("id", id)
                        .param("today", today)
                        .query((rs, n) ->
                                new Row(
                                        new EmployeeId(rs.getObject("account_id", UUID.class)),
                                        rs.getObject("start_on", LocalDate.class)))
                        .optional()
                        .filter(row -> mayArrange(actor, row.employee()))
                        .orElseThrow(NotFound::new);
        if (found.startOn().isBefore(today)) {
            db.sql(
                            """
                            update access.cover set end_on = :yesterday
                            where board_id = framework.board_id() and id = :id
                            """)
                    .param("yesterday", today.minusDays(1))
                    .param("id", id)
                    .update();
        } else {
            db.sql(
                            """
                            delete from access.cover
                            where board_id = framework.board_id() and id = :id
                            """)
                    .param("id", id)
                    .update();
        }
        log.record(
                LogEntry.of(action(actor, found.employee()))
                        .about(KIND, id)
                        .changing(
                                Map.of("account", found.employee().toString()),
                                Map.of("endOn", today.minusDays(1).toString())));
    }

    private boolean mayArrange(Actor actor, EmployeeId employee) {
        return arrangeable(actor).stream().anyMatch(c -> c.id().equals(employee));
    }

    private static Action action(Actor actor, EmployeeId employee) {
        return employee.equals(actor.id()) ? Action.CHANGE_OWN_SETTINGS : Action.MANAGE_COVER;
    }

    private static UUID[] ids(List<Units.Colleague> colleagues) {
        return colleagues.stream().map(c -> c.id().value()).toArray(UUID[]::new);
    }
}
