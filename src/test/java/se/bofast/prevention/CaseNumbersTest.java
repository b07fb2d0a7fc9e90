package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.access.FoundingBoard.Founded;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.NewId;

/// Each area of a board counts its own cases, and no two cases of a board have the same number.
@HouseTest
class CaseNumbersTest {

    private final Boards boards;
    private final CaseNumbers numbers;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private int areas;

    CaseNumbersTest(
            Boards boards, CaseNumbers numbers, JdbcClient db, TransactionTemplate transaction) {
        this.boards = boards;
        this.numbers = numbers;
        this.db = db;
        this.transaction = transaction;
    }

    /// Areas are told apart by when they were made.
    private Instant later() {
        return Instant.parse("2030-01-01T00:00:00Z").plusSeconds(++areas);
    }

    @Test
    void another_area_of_the_board_has_numbers_that_never_meet_the_first_ones() {
        var board = boards.make().founded();
        var branch = area(board, "BRANCH");
        var provider = area(board, "PROVIDER");
        assertThat(take(board.board(), board.area(), 3)).isEqualTo(1);
        assertThat(take(board.board(), branch, 1)).isEqualTo(100_001);
        assertThat(take(board.board(), provider, 2)).isEqualTo(200_001);
        assertThat(take(board.board(), board.area(), 1)).isEqualTo(4);
        assertThat(take(board.board(), branch, 1)).isEqualTo(100_002);
        assertThat(CaseNumbers.written(2026, 100_002)).isEqualTo("2026-100002");
    }

    @Test
    void another_board_has_a_series_of_its_own() {
        var one = boards.make().founded();
        var other = boards.make().founded();
        assertThat(take(one.board(), one.area(), 2)).isEqualTo(1);
        assertThat(take(other.board(), other.area(), 1)).isEqualTo(1);
    }

    private AreaId area(Founded board, String kind) {
        var id = new AreaId(NewId.at(Clock.fixed(later(), ZoneOffset.UTC)));
        Reach.ofHouse(board.board(), id)
                .within(() ->
                        transaction.execute(status ->
                                db.sql(
                                                """
                                                insert into access.area (board_id, area_id, kind, name)
                                                values (:board, :area, :kind, :kind)
                                                """)
                                        .param("board", board.board().value())
                                        .param("area", id.value())
                                        .param("kind", kind)
                                        .update()));
        return id;
    }

    private int take(BoardId board, AreaId area, int size) {
        return Reach.ofHouse(board, area).within(() -> numbers.block(2026, size));
    }
}
