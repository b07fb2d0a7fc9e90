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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// The units of the board. Call within the actor's reach.
@Component
public class ManagingUnits {

    /// The kind of {@link Subject} a unit is in the log.
    public static final String KIND = "unit";

    /// A unit; `employees` have an appointment in it today.
    public record UnitRow(
            UnitId id,
            FoundingBoard.UnitKind kind,
            String name,
            int employees,
            @Nullable LocalDate closedOn) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ManagingUnits(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Open units first.
    @Transactional(readOnly = true)
    public List<UnitRow> all(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return db.sql(
                        """
                        select u.id, u.kind, u.name, u.closed_on,
                               (select count(distinct a.account_id) from access.appointment a
                                where a.board_id = u.board_id and a.unit_id = u.id
                                  and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)) as employees
                        from access.unit u
                        where u.board_id = framework.board_id() and u.area_id = any(framework.area_ids())
                        order by case when u.closed_on is null then 0 else 1 end, u.name, u.id
                        """)
                .param("today", HouseClock.today(clock))
                .query((rs, n) ->
                        new UnitRow(
                                new UnitId(rs.getObject("id", UUID.class)),
                                FoundingBoard.UnitKind.valueOf(rs.getString("kind")),
                                rs.getString("name"),
                                rs.getInt("employees"),
                                rs.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /// @throws NotFound if there is no such open unit
    @Transactional(readOnly = true)
    public UnitRow find(Actor actor, UnitId id) {
        return all(actor).stream()
                .filter(unit -> unit.id().equals(id) && unit.closedOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    public UnitId add(Actor actor, FoundingBoard.UnitKind kind, String name) {
        access.require(actor, Action.MANAGE_BOARD);
        var id = new UnitId(NewId.at(clock));
        db.sql(
                        """
                        insert into access.unit (board_id, area_id, id, kind, name)
                        values (framework.board_id(), :area, :id, :kind, :name)
                        """)
                .param("area", actor.area().value())
                .param("id", id.value())
                .param("kind", kind.name())
                .param("name", name)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, id.value())
                        .changing(Map.of(), Map.of("kind", kind.name(), "name", name)));
        return id;
    }

    /// Only while it is still called what the writer saw; false where a colleague was first.
    ///
    /// @throws NotFound if there is no such open unit
    @Transactional
    public boolean rename(Actor actor, UnitId id, String seen, String name) {
        var before = find(actor, id);
        var renamed =
                db.sql(
                                """
                                update access.unit set name = :name
                                where board_id = framework.board_id() and id = :id and name = :seen
                                """)
                        .param("name", name)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update();
        if (renamed == 0) {
            return false;
        }
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, id.value())
                        .changing(Map.of("name", before.name()), Map.of("name", name)));
        return true;
    }

    /// Closes a unit as of today; its cases stay where they are and can be moved.
    ///
    /// @throws NotFound if there is no such open unit
    /// @throws Conflict while someone works there or will, or if it is the last one
    @Transactional
    public void close(Actor actor, UnitId id) {
        var before = find(actor, id);
        var today = HouseClock.today(clock);
        if (all(actor).stream().filter(unit -> unit.closedOn() == null).count() == 1) {
            throw new Conflict("access.units.last");
        }
        long manned =
                db.sql(
                                """
                                select count(*) from access.appointment
                                where board_id = framework.board_id() and unit_id = :id
                                  and (end_on is null or end_on >= :today)
                                """)
                        .param("id", id.value())
                        .param("today", today)
                        .query(Long.class)
                        .single();
        if (manned > 0) {
            throw new Conflict("access.units.manned");
        }
        db.sql(
                        """
                        update access.unit set closed_on = :today
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("today", today)
                .param("id", id.value())
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, id.value())
                        .changing(
                                Map.of("name", before.name()),
                                Map.of("closedOn", today.toString())));
    }
}
