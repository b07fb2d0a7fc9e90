package se.bofast.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of all rooms, as the catalogue knows them. For work on the database as a whole; a
/// room asks for its own.
public final class OwnTables {

    private static final String COUNTED = "select count(*)";

    private OwnTables() {}

    /// How many rows of each the session sees. The framework's own, migrations and log-ins, are not
    /// among them.
    public static Map<String, Long> rows(Connection session) throws SQLException {
        var counted = new LinkedHashMap<String, Long>();
        for (var table : names(session)) {
            try (var statement = session.createStatement();
                    var row = statement.executeQuery(COUNTED + " from " + table)) {
                row.next();
                counted.put(table, row.getLong(1));
            }
        }
        return counted;
    }

    private static List<String> names(Connection session) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select format('%I.%I', n.nspname, c.relname)
                                from pg_catalog.pg_class c
                                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'framework')
                                order by 1
                                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
