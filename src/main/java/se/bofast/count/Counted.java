package se.bofast.count;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures of a selection, in total and split.
///
/// @param hidden true if some numbers are too small to be shown to this reader
public record Counted(
        Selection selection,
        List<Figure> figures,
        Map<String, Value> total,
        Map<Grouping, List<Line>> split,
        boolean hidden) {

    public Counted {
        figures = List.copyOf(figures);
        total = Map.copyOf(total);
        split = Map.copyOf(split);
    }

    /// One row of a split table.
    ///
    /// @param code a code, an id, or the first day of a month; null for what has none
    /// @param name of a landlord or a unit; null where the code has a label instead
    public record Line(@Nullable String code, @Nullable String name, Map<String, Value> values) {

        public Line {
            values = Map.copyOf(values);
        }

        public Value value(Figure figure) {
            return values.getOrDefault(figure.key(), Value.NOTHING);
        }
    }

    public Value value(Figure figure) {
        return total.getOrDefault(figure.key(), Value.NOTHING);
    }

    public List<Line> by(Grouping grouping) {
        return split.getOrDefault(grouping, List.of());
    }
}
