package se.bofast.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.UnitId;

/// Independent branches and providers (självständiga verksamhetsgrenar, utförare): areas of the
/// board with a secrecy of their own (OSL 8 kap. 1-2 §§). Each has its own units and employees, and
/// its own administrator who appoints them; nobody outside reads its rows. Call within the actor's
/// reach.
@Component
public class ManagingAreas {

    /// The kind of {@link Subject} an area is in the log.
    public static final String KIND = "area";

    /// What an area is to the board.
    public enum AreaKind {
        DEFAULT,
        BRANCH,
        PROVIDER
    }

    /// An area and how many units it has.
    public record Area(AreaId id, AreaKind kind, String name, int units) {}

    /// @param administrator an account that is there already, also one that works in another board
    public record NewArea(AreaKind kind, String name, String unit, EmployeeId administrator) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ManagingAreas(
            JdbcClient db, Access access, Log log, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The board's own area first.
    @Transactional(readOnly = true)
    public List<Area> all(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return db.sql(
                        """
                        select a.area_id, a.kind, a.name,
                               (select count(*) from access.unit u
                                where u.board_id = a.board_id and u.area_id = a.area_id and u.closed_on is null) as units
                        from access.area a
                        where a.board_id = framework.board_id()
                        order by case a.kind when 'DEFAULT' then 0 else 1 end, a.name, a.area_id
                        """)
                .query((rs, n) ->
                        new Area(
                                new AreaId(rs.getObject("area_id", UUID.class)),
                                AreaKind.valueOf(rs.getString("kind")),
                                rs.getString("name"),
                                rs.getInt("units")))
                .list();
    }

    /// Who has the log-in; a log-in is no secret among administrators.
    @Transactional(readOnly = true)
    public java.util.Optional<EmployeeId> account(Actor actor, String login) {
        access.require(actor, Action.MANAGE_BOARD);
        return db.sql("select id from access.account where login = :login and disabled_at is null")
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query((rs, n) -> new EmployeeId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// Makes the area with its first unit, and appoints its administrator from today on. Everything
    /// else there is the administrator's to do: the actor does not reach into it. Stands in the
    /// logs of both areas.
    ///
    /// @throws IllegalArgumentException for {@link AreaKind#DEFAULT}, which a board has already
    @Transactional(propagation = Propagation.NEVER)
    public AreaId add(Actor actor, NewArea wanted) {
        access.require(actor, Action.MANAGE_BOARD);
        if (wanted.kind() == AreaKind.DEFAULT) {
            throw new IllegalArgumentException("a board has one area of its own");
        }
        var area = new AreaId(NewId.at(clock));
        var entry =
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, area.value())
                        .changing(
                                Map.of(),
                                Map.of(
                                        "kind", wanted.kind().name(),
                                        "name", wanted.name(),
                                        "administrator", wanted.administrator().toString()));
        transaction.executeWithoutResult(status -> log.record(entry));
        new Reach(
                        actor.board(),
                        List.of(area),
                        actor.id(),
                        actor.unit(),
                        Role.ADMINISTRATOR.name(),
                        Set.of(),
                        false)
                .within(() -> {
                    transaction.executeWithoutResult(status -> {
                        settle(area, wanted);
                        log.record(entry);
                    });
                    return null;
                });
        return area;
    }

    private void settle(AreaId area, NewArea wanted) {
        var unit = new UnitId(NewId.at(clock));
        var provider = wanted.kind() == AreaKind.PROVIDER;
        db.sql(
                        """
                        insert into access.area (board_id, area_id, kind, name)
                        values (framework.board_id(), :area, :kind, :name)
                        """)
                .param("area", area.value())
                .param("kind", wanted.kind().name())
                .param("name", wanted.name())
                .update();
        db.sql(
                        """
                        insert into access.unit (board_id, area_id, id, kind, name)
                        values (framework.board_id(), :area, :id, :kind, :name)
                        """)
                .param("area", area.value())
                .param("id", unit.value())
                .param("kind", (provider ? UnitKind.PROVIDER : UnitKind.STAFF).name())
                .param("name", wanted.unit())
                .update();
        db.sql(
                        """
                        insert into access.appointment (board_id, area_id, id, account_id, role, unit_id, start_on)
                        values (framework.board_id(), :area, :id, :account, 'ADMINISTRATOR', :unit, :today)
                        """)
                .param("area", area.value())
                .param("id", NewId.at(clock))
                .param("account", wanted.administrator().value())
                .param("unit", unit.value())
                .param("today", HouseClock.today(clock))
                .update();
    }
}
