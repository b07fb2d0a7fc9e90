package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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

    private final List<Retained> rooms;

    ErasureWallTest(List<Retained> rooms) {
        this.rooms = rooms;
    }

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
                                where c.oid in (select oid from reached)
                                """)) {
            while (rows.next()) {
                under.add(rows.getString(1));
            }
        }
        assertThat(under).hasSizeGreaterThan(20);
        under.removeAll(erased);
        // A time in a colleague's calendar stays; whom it was for is loosened from it.
        assertThat(under.remove("support.slot")).isTrue();
        assertThat(under).as("tables nobody erases").isEmpty();
    }
}
