package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.database.DatabaseAddress;
import se.bofast.database.Reach;
import se.bofast.demo.PlayedDemo;
import se.bofast.kernel.AreaId;

/// Somebody who has got hold of the application's own connection, at work in one board, asks the
/// database for what belongs to another board, or to another independent branch of the same (F1):
/// every table that holds a board's rows, read, changed, emptied and written to.
@HouseTest
class AcrossBoardsTest {

    /// Tables that no board owns.
    private static final String OF_BOARDS =
            """
            select n.nspname || '.' || c.relname
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and exists (select from pg_catalog.pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'board_id' and not a.attisdropped)
            order by 1
            """;

    private static final String HAS_AREA =
            """
            select exists (select from pg_catalog.pg_attribute a
                           where a.attrelid = '%s'::regclass and a.attname = 'area_id' and not a.attisdropped)
            """;

    private final Boards boards;
    private final PlayedDemo demo;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final DatabaseAddress address;

    AcrossBoardsTest(
            Boards boards,
            PlayedDemo demo,
            JdbcClient db,
            TransactionTemplate transaction,
            DatabaseAddress address) {
        this.boards = boards;
        this.demo = demo;
        this.db = db;
        this.transaction = transaction;
        this.address = address;
    }

    private interface Reading<T> {
        T of(ResultSet rs) throws SQLException;
    }

    /// As the database's owner, whom no wall stops: what there is to find.
    private <T> List<T> all(String sql, Reading<T> reading) {
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), "bofast_owner", address.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private TreeMap<String, Boolean> tables() {
        var tables = new TreeMap<String, Boolean>();
        for (var table : all(OF_BOARDS, rs -> rs.getString(1))) {
            tables.put(table, all(HAS_AREA.formatted(table), rs -> rs.getBoolean(1)).getFirst());
        }
        assertThat(tables).hasSizeGreaterThan(80);
        return tables;
    }

    /// What the statement gave or did, from within the reach; -1 where the database refused.
    private long tried(Reach reach, String sql, boolean asks) {
        return reach.within(() -> {
            var count =
                    transaction.execute(status -> {
                        status.setRollbackOnly();
                        try {
                            return asks
                                    ? db.sql(sql).query(Long.class).single()
                                    : Long.valueOf(db.sql(sql).update());
                        } catch (DataAccessException refused) {
                            // Anything else than "insufficient privilege" got past the wall.
                            return refused.getMostSpecificCause() instanceof SQLException e
                                            && "42501".equals(e.getSQLState())
                                    ? -1L
                                    : 1L;
                        }
                    });
            return count == null ? -1 : count;
        });
    }

    private TreeSet<String> through(Reach reach, String where, UUID board, UUID area) {
        var through = new TreeSet<String>();
        tables().forEach((table, hasArea) -> {
            var theirs = hasArea ? where : "board_id = '%s'".formatted(board);
            if (tried(reach, "select count(*) from %s where %s".formatted(table, theirs), true)
                    > 0) {
                through.add("read " + table);
            }
            if (tried(
                            reach,
                            "update %s set board_id = board_id where %s".formatted(table, theirs),
                            false)
                    > 0) {
                through.add("changed " + table);
            }
            if (tried(reach, "delete from %s where %s".formatted(table, theirs), false) > 0) {
                through.add("emptied " + table);
            }
            var columns = hasArea ? "board_id, area_id" : "board_id";
            var values = hasArea ? "'%s', '%s'".formatted(board, area) : "'%s'".formatted(board);
            if (tried(
                            reach,
                            "insert into %s (%s) values (%s)".formatted(table, columns, values),
                            false)
                    >= 0) {
                through.add("wrote to " + table);
            }
        });
        return through;
    }

    @Test
    void no_row_of_another_board_can_be_read_changed_removed_or_written() {
        demo.play();
        var board = demo.board().board().value();
        var area = demo.board().area().value();
        var theirs = Reach.ofHouse(demo.board().board(), demo.board().area());
        var rich =
                tables().keySet().stream()
                        .filter(table -> tried(theirs, "select count(*) from " + table, true) > 0)
                        .toList();
        assertThat(rich).as("tables with something to find").hasSizeGreaterThan(60);
        var mine = boards.make().founded();
        var where = "board_id = '%s'".formatted(board);
        assertThat(through(Reach.ofHouse(mine.board(), mine.area()), where, board, area)).isEmpty();
        // Who claims the other's area within one's own board, as well.
        assertThat(through(Reach.ofHouse(mine.board(), new AreaId(area)), where, board, area))
                .isEmpty();
        // Work that has been given no reach at all.
        assertThat(
                        through(
                                Reach.ofAccount(new se.bofast.kernel.EmployeeId(UUID.randomUUID())),
                                where,
                                board,
                                area))
                .isEmpty();
    }

    @Test
    void no_row_of_another_independent_branch_can_be_read_changed_removed_or_written() {
        demo.play();
        var board = demo.board().board();
        var area = demo.board().area().value();
        assertThat(
                        through(
                                Reach.ofHouse(board, new AreaId(UUID.randomUUID())),
                                "board_id = '%s' and area_id = '%s'".formatted(board.value(), area),
                                board.value(),
                                area))
                // Who the branches and units of a board are called is no secret within it, and the
                // board's own administrator makes new ones. What a housing form is called and how
                // it
                // counts is the board's, and names nobody.
                .containsExactlyInAnyOrder(
                        "read access.area",
                        "changed access.area",
                        "wrote to access.area",
                        "read access.unit",
                        "read placement.crosswalk",
                        "read placement.housing_form",
                        "read placement.housing_form_fact");
    }
}
