package se.bofast.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of all rooms, as the catalogue knows them. For work on the database as a whole; a
/// room asks for its own.
public final class OwnTables {

    private static final String COUNTED = "select count(*)";

    /// A table with what is written in it; what is reckoned from that is left out.
    ///
    /// @param name with its schema, quoted where it must be
    /// @param columns quoted where they must be, in the order of the table
    /// @param key the columns that tell one row from another
    public record OwnTable(String name, List<String> columns, List<String> key) {}

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

    /// A foreign key that cannot wait until the transaction ends.
    ///
    /// @param from the table it is of
    public record StrictKey(String name, String from, String to) {}

    /// Every table after those it points to, so that they can be filled one after the other. Where
    /// tables point to each other in a ring, one of them comes before what it points to: see {@link
    /// #pointingAhead}.
    public static List<OwnTable> inOrder(Connection session) throws SQLException {
        var left = new LinkedHashMap<String, Set<String>>();
        for (var name : names(session)) {
            left.put(name, new HashSet<>());
        }
        for (var key : strictKeys(session)) {
            var needed = left.get(key.from());
            if (needed != null && left.containsKey(key.to())) {
                needed.add(key.to());
            }
        }
        var columns = columns(session);
        var keys = keys(session);
        var ordered = new ArrayList<OwnTable>();
        while (!left.isEmpty()) {
            var free =
                    left.entrySet().stream()
                            .filter(table -> table.getValue().isEmpty())
                            .map(Map.Entry::getKey)
                            .toList();
            if (free.isEmpty()) {
                free =
                        left.entrySet().stream()
                                .min(Comparator.comparingInt(table -> table.getValue().size()))
                                .map(Map.Entry::getKey)
                                .stream()
                                .toList();
            }
            for (var name : free) {
                left.remove(name);
                ordered.add(
                        new OwnTable(
                                name,
                                columns.getOrDefault(name, List.of()),
                                keys.getOrDefault(name, List.of())));
            }
            for (var needed : left.values()) {
                needed.removeAll(free);
            }
        }
        return ordered;
    }

    /// The keys of tables that are filled before what they point to.
    public static List<StrictKey> pointingAhead(Connection session, List<String> order)
            throws SQLException {
        return strictKeys(session).stream()
                .filter(key -> order.indexOf(key.from()) < order.indexOf(key.to()))
                .filter(key -> order.contains(key.from()))
                .toList();
    }

    private static List<StrictKey> strictKeys(Connection session) throws SQLException {
        var found = new ArrayList<StrictKey>();
        try (var statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select format('%I', f.conname), format('%I.%I', n.nspname, c.relname),
                                       format('%I.%I', tn.nspname, t.relname)
                                from pg_catalog.pg_constraint f
                                join pg_catalog.pg_class c on c.oid = f.conrelid
                                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                join pg_catalog.pg_class t on t.oid = f.confrelid
                                join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
                                where f.contype = 'f' and not f.condeferrable and c.oid <> t.oid
                                order by 2, 1
                                """)) {
            while (rows.next()) {
                found.add(new StrictKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static Map<String, List<String>> columns(Connection session) throws SQLException {
        return lists(
                session,
                """
                select format('%I.%I', n.nspname, c.relname), array_agg(format('%I', a.attname) order by a.attnum)
                from pg_catalog.pg_attribute a
                join pg_catalog.pg_class c on c.oid = a.attrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                group by 1
                """);
    }

    private static Map<String, List<String>> keys(Connection session) throws SQLException {
        return lists(
                session,
                """
                select format('%I.%I', n.nspname, c.relname), array_agg(format('%I', a.attname) order by a.attnum)
                from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
                where k.contype = 'p'
                group by 1
                """);
    }

    private static Map<String, List<String>> lists(Connection session, String question)
            throws SQLException {
        var found = new HashMap<String, List<String>>();
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.put(rows.getString(1), Arrays.asList((String[]) rows.getArray(2).getArray()));
            }
        }
        return found;
    }

    /// The last number each sequence has given; one that has given none is left out.
    public static Map<String, Long> sequences(Connection session) throws SQLException {
        var found = new LinkedHashMap<String, Long>();
        try (var statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select format('%I.%I', s.schemaname, s.sequencename), s.last_value
                                from pg_catalog.pg_sequences s
                                where s.schemaname <> 'framework' and s.last_value is not null
                                order by 1
                                """)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        return found;
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

    /// Tables with triggers of our own.
    public static List<String> asking(Connection session) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select distinct cast(cast(t.tgrelid as regclass) as text)
                                from pg_catalog.pg_trigger t
                                join pg_catalog.pg_class c on c.oid = t.tgrelid
                                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where not t.tgisinternal and t.tgenabled = 'O' and n.nspname !~ '^pg_'
                                order by 1
                                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
