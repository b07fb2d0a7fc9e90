package se.bofast.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.database.Reach;
import se.bofast.kernel.NewId;

/// The database itself keeps boards apart, whatever the application asks.
@HouseTest
class WallsBetweenBoardsTest {

    private final Boards boards;

    WallsBetweenBoardsTest(Boards boards) {
        this.boards = boards;
    }

    @Test
    void one_board_sees_no_unit_of_another() {
        var ours = boards.make();
        var theirs = boards.make();
        var coordinator = ours.coordinator();
        long own = ours.ask(coordinator, sql -> units(sql, ours.founded().board().value()));
        long others = ours.ask(coordinator, sql -> units(sql, theirs.founded().board().value()));
        assertThat(own).isPositive();
        assertThat(others).isZero();
    }

    @Test
    void a_row_cannot_be_written_into_another_board() {
        var ours = boards.make();
        var theirs = boards.make();
        assertThatThrownBy(() ->
                        ours.ask(
                                ours.coordinator(),
                                sql ->
                                        sql.sql(
                                                        """
                                                        insert into access.unit (board_id, area_id, id, kind, name)
                                                        values (:board, :area, :id, 'HOUSING', 'Inkräktare')
                                                        """)
                                                .param("board", theirs.founded().board().value())
                                                .param("area", theirs.founded().area().value())
                                                .param("id", NewId.at(Clock.systemUTC()))
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_provider_sees_only_its_own_area() {
        var board = boards.make();
        var coordinator = board.coordinator();
        assertThat(board.ask(coordinator, WallsBetweenBoardsTest::appointments)).isPositive();
        var provider = boards.founding().addArea(board.founded(), true, "Utförare");
        var reach = Reach.ofHouse(board.founded().board(), provider);
        var seen = reach.within(() -> boards.transaction().execute(s -> appointments(boards.db())));
        assertThat(seen).isZero();
    }

    @Test
    void work_without_a_reach_sees_nothing() {
        var board = boards.make();
        var seen =
                boards.transaction()
                        .execute(s -> units(boards.db(), board.founded().board().value()));
        assertThat(seen).isZero();
    }

    private static long units(JdbcClient sql, java.util.UUID board) {
        return sql.sql("select count(*) from access.unit where board_id = :board")
                .param("board", board)
                .query(Long.class)
                .single();
    }

    private static long appointments(JdbcClient sql) {
        return sql.sql("select count(*) from access.appointment").query(Long.class).single();
    }
}
