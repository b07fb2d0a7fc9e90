package se.bofast.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Units;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// The board's routing rules.
@Repository
class RoutingRules {

    private final JdbcClient db;
    private final Units units;

    RoutingRules(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    List<Routing.Rule> on(LocalDate day) {
        return inUse(day).stream().map(RoutingRule::rule).toList();
    }

    /// The rules of the day, in their order.
    List<RoutingRule> inUse(LocalDate day) {
        return db.sql(
                        """
                        select id, start_on, end_on, position, name, signal_kind, with_children, age_from, age_to, postal_prefix, unit_id, account_id
                        from intake.routing_rule
                        where board_id = framework.board_id() and start_on <= :day and (end_on is null or end_on >= :day)
                        order by position, id
                        """)
                .param("day", day)
                .query(RoutingRules::rule)
                .list();
    }

    /// The coordinator's unit: what no rule takes lands where everything is watched.
    UnitId fallback() {
        return units.coordinators();
    }

    private static RoutingRule rule(ResultSet rs, int n) throws SQLException {
        var kind = rs.getString("signal_kind");
        var account = rs.getObject("account_id", UUID.class);
        return new RoutingRule(
                rs.getObject("id", UUID.class),
                rs.getInt("position"),
                rs.getString("name"),
                kind == null ? null : SignalKind.valueOf(kind),
                (Boolean) rs.getObject("with_children"),
                whole(rs, "age_from"),
                whole(rs, "age_to"),
                rs.getString("postal_prefix"),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                account == null ? null : new EmployeeId(account),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class));
    }

    private static @Nullable Integer whole(ResultSet rs, String column) throws SQLException {
        var value = rs.getInt(column);
        return rs.wasNull() ? null : value;
    }
}
