package se.bofast.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// Units and colleagues of the board one works in, by their names.
@Component
public class Units {

    /// A unit to choose.
    public record Unit(UnitId id, FoundingBoard.UnitKind kind, String name) {}

    /// A colleague to choose.
    public record Colleague(EmployeeId id, String name, UnitId unit, String unitName) {}

    private final JdbcClient db;

    Units(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Unit> all() {
        return db.sql(
                        """
                        select id, kind, name from access.unit
                        where board_id = framework.board_id() and closed_on is null
                          and area_id = any(framework.area_ids())
                        order by name, id
                        """)
                .query((rs, n) ->
                        new Unit(
                                new UnitId(rs.getObject("id", UUID.class)),
                                FoundingBoard.UnitKind.valueOf(rs.getString("kind")),
                                rs.getString("name")))
                .list();
    }

    @Transactional(readOnly = true)
    public Map<UnitId, String> names() {
        var names = new LinkedHashMap<UnitId, String>();
        db.sql("select id, name from access.unit where board_id = framework.board_id()")
                .query(rs -> {
                    names.put(new UnitId(rs.getObject("id", UUID.class)), rs.getString("name"));
                });
        return names;
    }

    /// The unit where everything is watched; what no routing rule takes lands there.
    ///
    /// @throws NotFound if the board has no unit at all
    public UnitId coordinators() {
        return db.sql(
                        """
                        select id from access.unit
                        where board_id = framework.board_id() and closed_on is null
                        order by case kind when 'HOUSING' then 0 else 1 end, name, id
                        limit 1
                        """)
                .query((rs, n) -> new UnitId(rs.getObject("id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Those who may carry a case: appointed in the board in a role that works on cases.
    @Transactional(readOnly = true)
    public List<Colleague> carriers(java.time.LocalDate today) {
        return db.sql(
                        """
                        select distinct on (c.display_name, c.id) c.id, c.display_name, u.id as unit_id, u.name as unit_name
                        from access.appointment a
                        join access.account c on c.id = a.account_id and c.disabled_at is null
                        join access.unit u on u.board_id = a.board_id and u.id = a.unit_id
                        where a.board_id = framework.board_id()
                          and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                          and a.role in ('COORDINATOR', 'CASEWORKER', 'UNIT_HEAD', 'INCOME_SUPPORT', 'OUTREACH')
                        order by c.display_name, c.id, a.start_on
                        """)
                .param("today", today)
                .query((rs, n) ->
                        new Colleague(
                                new EmployeeId(rs.getObject("id", UUID.class)),
                                rs.getString("display_name"),
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                rs.getString("unit_name")))
                .list();
    }

    /// Everyone appointed in the board that day, each once, with the unit appointed to first.
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(java.time.LocalDate today) {
        return db.sql(
                        """
                        select distinct on (c.display_name, c.id) c.id, c.display_name, u.id as unit_id, u.name as unit_name
                        from access.appointment a
                        join access.account c on c.id = a.account_id and c.disabled_at is null
                        join access.unit u on u.board_id = a.board_id and u.id = a.unit_id
                        where a.board_id = framework.board_id()
                          and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                        order by c.display_name, c.id, a.start_on
                        """)
                .param("today", today)
                .query((rs, n) ->
                        new Colleague(
                                new EmployeeId(rs.getObject("id", UUID.class)),
                                rs.getString("display_name"),
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                rs.getString("unit_name")))
                .list();
    }

    /// True if the account has an appointment in the board that day.
    boolean works(EmployeeId employee, java.time.LocalDate today) {
        return colleagues(today).stream().anyMatch(c -> c.id().equals(employee));
    }

    /// Names of accounts, for showing who did what.
    @Transactional(readOnly = true)
    public Map<EmployeeId, String> names(java.util.Collection<EmployeeId> employees) {
        var names = new LinkedHashMap<EmployeeId, String>();
        if (employees.isEmpty()) {
            return names;
        }
        db.sql("select id, display_name from access.account where id = any(:ids)")
                .param(
                        "ids",
                        employees.stream().map(EmployeeId::value).distinct().toArray(UUID[]::new))
                .query(rs -> {
                    names.put(
                            new EmployeeId(rs.getObject("id", UUID.class)),
                            rs.getString("display_name"));
                });
        return names;
    }
}
