package se.bofast.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A kind of record of a dossier: a table, how its rows are told, and since which version so.
///
/// Every column of the table is told as a field or named as untold; a test of the walls compares
/// both with the catalogue, so that a new column asks to be decided about.
///
/// @param table with its schema; also the kind's name in the structured file
/// @param version raised when a field changes its meaning or goes; a new field does not raise it
/// @param on the column that says when it happened
/// @param untold columns that say nothing of the person, such as keys reckoned from others
public record RecordKind(
        String table,
        int version,
        @Nullable String on,
        List<DossierField> fields,
        Set<String> untold) {

    /// What no row tells: whose row it is.
    public static final Set<String> WALL = Set.of("board_id", "area_id");

    public RecordKind {
        fields = List.copyOf(fields);
        untold = Set.copyOf(untold);
    }

    public static RecordKind of(
            String room, String table, int version, @Nullable String on, DossierField... fields) {
        return new RecordKind(room + "." + table, version, on, List.of(fields), Set.of());
    }

    /// A table whose rows only tie others together, or are reckoned from others, and are not told.
    public static RecordKind derived(String room, String table, String... columns) {
        return new RecordKind(room + "." + table, 1, null, List.of(), Set.of(columns));
    }

    public RecordKind without(String... columns) {
        return new RecordKind(table, version, on, fields, Set.of(columns));
    }

    public boolean isTold() {
        return !fields.isEmpty();
    }
}
