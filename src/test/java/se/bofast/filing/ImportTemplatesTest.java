package se.bofast.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;

/// The empty list that one fetches of each kind is understood when it comes back filled in.
@HouseTest
class ImportTemplatesTest {

    private final Boards boards;
    private final List<ImportKind<?>> kinds;

    ImportTemplatesTest(Boards boards, List<ImportKind<?>> kinds) {
        this.boards = boards;
        this.kinds = kinds;
    }

    @Test
    void each_column_of_an_empty_list_is_its_own_field() {
        var board = boards.make();
        assertThat(kinds)
                .extracting(ImportKind::code)
                .contains("stays", "apartments", "leases", "rent-payments");
        for (var kind : kinds) {
            var fields = board.ask(board.coordinator(), db -> List.copyOf(kind.reader().fields()));
            var header = fields.stream().map(field -> field.synonyms().getFirst()).toList();
            var mapping = ColumnMapping.propose(header, fields);
            assertThat(mapping.isReady()).as(kind.code()).isTrue();
            assertThat(mapping.columns())
                    .as(kind.code())
                    .extracting(ColumnMapping.Column::field)
                    .isEqualTo(fields);
            assertThat(new HashSet<>(header)).hasSameSizeAs(header);
        }
    }
}
