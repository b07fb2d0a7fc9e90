package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.audit.Retained;
import se.bofast.database.TestDatabase;

/// What stands under a person, a case or a signal must go with it: a table that no room erases
/// would stop the erasing, or keep what the law says must go (SoL 16 kap. 1 §).
@HouseTest
class ErasureWallTest {

    private static final Pattern DELETED = Pattern.compile("delete from ([a-z_]+\\.[a-z_]+)");

    /// Tables that name somebody and are not erased with them.
    private static final Map<String, String> STAY =
            Map.of(
                    "count.counted",
                    "a row of a frozen count; whom it was about is loosened from it (0239)",
                    "support.slot",
                    "a time in a colleague's calendar; whom it was for is loosened from it",
                    "framework.sheltered_person",
                    "ids alone, for the walls to look in",
                    "review.item",
                    "about an employee; a signed round stays, and names whom they looked at by id alone (0203)",
                    "review.pair",
                    "about employees: ids and figures a round was reckoned from",
                    "review.pick",
                    "about an employee: ids, and by which rule a round took the item up");

    private final List<Retained> rooms;

    ErasureWallTest(List<Retained> rooms) {
        this.rooms = rooms;
    }

    /// Along the foreign keys, and by the names of columns where a room keeps an id without a key.
    @Test
    void every_table_under_a_person_a_case_or_a_signal_is_erased_by_its_room() throws SQLException {
        var erased = new TreeSet<String>();
        for (var room : rooms) {
            for (var kept : room.tables()) {
                var found = DELETED.matcher(kept.toString());
                while (found.find()) {
                    erased.add(found.group(1));
                }
            }
        }
        assertThat(erased).contains("person.person", "prevention.prevention_case");
        var under = new TreeSet<String>();
        var address = TestDatabase.migrated();
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), "bofast_owner", address.ownerPassword());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                with recursive reached as (
                                    select c.oid from pg_catalog.pg_class c
                                    where c.oid in ('person.person'::regclass, 'prevention.prevention_case'::regclass,
                                        'intake.signal'::regclass)
                                    union
                                    select k.conrelid from pg_catalog.pg_constraint k join reached r on r.oid = k.confrelid
                                    where k.contype = 'f')
                                select n.nspname || '.' || c.relname
                                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                                  and (c.oid in (select oid from reached)
                                       or exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                                                  and a.attname in ('person_id', 'matter_id', 'case_id', 'signal_id')))
                                """)) {
            while (rows.next()) {
                under.add(rows.getString(1));
            }
        }
        assertThat(under).hasSizeGreaterThan(20);
        under.removeAll(erased);
        assertThat(under).containsAll(STAY.keySet());
        under.removeAll(STAY.keySet());
        assertThat(under).as("tables nobody erases").isEmpty();
    }
}
