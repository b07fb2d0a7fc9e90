package se.bofast.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes away numbers so small that someone could be recognised: one to four. Zero stays.
///
/// Where a table would give a single hidden number away by subtraction from its total, its smallest
/// neighbour is hidden too.
final class SmallCells {

    static final int FEWEST = 5;

    private SmallCells() {}

    static Counted hide(Counted counted) {
        var total = new HashMap<String, Value>();
        counted.total()
                .forEach((key, value) -> total.put(key, isSmall(value) ? value.hide() : value));
        var split = new EnumMap<Grouping, List<Counted.Line>>(Grouping.class);
        counted.split()
                .forEach((grouping, lines) -> split.put(grouping, hide(counted.figures(), lines)));
        return new Counted(counted.selection(), counted.figures(), total, split, true);
    }

    private static List<Counted.Line> hide(List<Figure> figures, List<Counted.Line> lines) {
        var values = new ArrayList<Map<String, Value>>();
        lines.forEach(line -> values.add(new HashMap<>(line.values())));
        for (var figure : figures) {
            var hidden = 0;
            for (var row : values) {
                var value = row.getOrDefault(figure.key(), Value.NOTHING);
                if (isSmall(value)) {
                    row.put(figure.key(), value.hide());
                    hidden++;
                }
            }
            if (hidden == 1) {
                values.stream()
                        .filter(row -> !row.getOrDefault(figure.key(), Value.NOTHING).hidden())
                        .filter(row -> row.getOrDefault(figure.key(), Value.NOTHING).part() > 0)
                        .min(
                                java.util.Comparator.comparingLong(row ->
                                        row.getOrDefault(figure.key(), Value.NOTHING).part()))
                        .ifPresent(row ->
                                row.put(
                                        figure.key(),
                                        row.getOrDefault(figure.key(), Value.NOTHING).hide()));
            }
        }
        var shown = new ArrayList<Counted.Line>();
        for (var i = 0; i < lines.size(); i++) {
            shown.add(new Counted.Line(lines.get(i).code(), lines.get(i).name(), values.get(i)));
        }
        return shown;
    }

    /// Also what is left of the whole when the part is taken away says how few they are.
    static boolean isSmall(Value value) {
        return few(value.part())
                || value.whole() != null
                        && (few(value.whole()) || few(value.whole() - value.part()));
    }

    private static boolean few(long number) {
        return number > 0 && number < FEWEST;
    }
}
