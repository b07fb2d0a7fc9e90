package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.junit.jupiter.api.Test;
import se.bofast.database.TestDatabase;

/// Each room owns the schema of its own name. It reads another room only through its `v_` views and
/// only along an arrow declared with `@ReadsViews`; it never writes there.
class SqlArrowsTest {

    @Test
    void statements_follow_the_arrows() throws Exception {
        var wrong = new ArrayList<String>();
        for (var room : Rooms.all().values()) {
            try (var files = Files.walk(Path.of("src/main/java/se/bofast", room.name()))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    for (var sql : SqlTexts.in(file)) {
                        for (var name : tables(file, sql)) {
                            if (!allowed(room, name)) {
                                wrong.add(
                                        room.name()
                                                + " uses "
                                                + name
                                                + " in "
                                                + file.getFileName());
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void views_follow_the_arrows() throws Exception {
        var wrong = new ArrayList<String>();
        for (var read : viewReads()) {
            var room = Rooms.all().get(read[0]);
            assertThat(room).as("the room of schema " + read[0]).isNotNull();
            if (!allowed(room, read[2] + "." + read[3])) {
                wrong.add(read[0] + "." + read[1] + " reads " + read[2] + "." + read[3]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_view_arrow_is_declared_that_nobody_uses() throws Exception {
        var used = new TreeMap<String, TreeSet<String>>();
        for (var room : Rooms.all().values()) {
            var schemas = used.computeIfAbsent(room.name(), n -> new TreeSet<>());
            try (var files = Files.walk(Path.of("src/main/java/se/bofast", room.name()))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    for (var sql : SqlTexts.in(file)) {
                        tables(file, sql)
                                .forEach(name -> schemas.add(name.replaceFirst("\\..*", "")));
                    }
                }
            }
        }
        for (var read : viewReads()) {
            used.computeIfAbsent(read[0], n -> new TreeSet<>()).add(read[2]);
        }
        var unused = new ArrayList<String>();
        for (var room : Rooms.all().values()) {
            for (var target : room.readsViewsOf()) {
                if (!used.getOrDefault(room.name(), new TreeSet<>()).contains(target)) {
                    unused.add(room.name() + " -> " + target);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    private static boolean allowed(Rooms.Room room, String name) {
        var parts = name.split("\\.", 2);
        if (parts.length == 1) {
            return false;
        }
        return parts[0].equals(room.name())
                || Set.of("framework", "pg_catalog").contains(parts[0])
                        && room.name().equals("database")
                || room.readsViewsOf().contains(parts[0]) && parts[1].startsWith("v_");
    }

    private static TreeSet<String> tables(Path file, String sql) {
        try {
            var names = new TreeSet<String>();
            // The parser knows neither casts of parameters nor our collation names in every place.
            var statement = CCJSqlParserUtil.parse(sql.replace("\\n", "\n"));
            new TablesNamesFinder<Void>()
                    .getTables(statement)
                    .forEach(name -> names.add(name.replace("\"", "")));
            // Functions that return rows are asked by name and belong to their room.
            names.removeIf(name -> name.contains("("));
            return names;
        } catch (JSQLParserException e) {
            throw new AssertionError(
                    "cannot read the SQL in " + file.getFileName() + ":\n" + sql, e);
        }
    }

    private static ArrayList<String[]> viewReads() throws Exception {
        var address = TestDatabase.migrated();
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), "bofast_owner", address.ownerPassword());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select distinct vn.nspname, v.relname, tn.nspname, t.relname
                                from pg_catalog.pg_depend d
                                join pg_catalog.pg_rewrite r on r.oid = d.objid
                                join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm')
                                join pg_catalog.pg_namespace vn on vn.oid = v.relnamespace
                                join pg_catalog.pg_class t on t.oid = d.refobjid and t.oid <> v.oid
                                join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
                                where d.classid = 'pg_catalog.pg_rewrite'::regclass
                                  and d.refclassid = 'pg_catalog.pg_class'::regclass
                                  and vn.nspname not in ('pg_catalog', 'information_schema', 'framework')
                                """)) {
            var found = new ArrayList<String[]>();
            while (rows.next()) {
                found.add(
                        new String[] {
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4)
                        });
            }
            return found;
        }
    }
}
