package se.bofast.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.bofast.count.CountTable.Cell;
import se.bofast.count.CountTable.Key;

/// Which cells of linked tables must not be shown (decision 0240): those from one to four, and as
/// many more as it takes that none of them can be reckoned from what is left.
///
/// Cells that add up are equations. After the small cells are hidden, cells are hidden one by one,
/// the smallest first, until the equations leave every hidden cell undetermined: none has one
/// hidden cell only, the whole system, brought to row echelon form, gives no cell a value of its
/// own, and the hidden parts of no sum are so few together that each must be small.
final class HidingCells {

    static final int FEWEST = 5;

    private HidingCells() {}

    static CountTable hide(CountTable table) {
        var values = new HashMap<Key, Integer>();
        table.cells().forEach((key, cell) -> values.put(key, cell.most()));
        var hidden = hidden(values, table.sums());
        var cells = new LinkedHashMap<Key, Cell>();
        table.cells()
                .forEach((key, cell) ->
                        cells.put(
                                key,
                                hidden.contains(key) || small(cell.people())
                                        ? cell.hide()
                                        : cell));
        return new CountTable(table.day(), cells);
    }

    static boolean small(int number) {
        return number > 0 && number < FEWEST;
    }

    /// @param sums the first of each list is the sum of the others
    static <K extends Comparable<K>> Set<K> hidden(Map<K, Integer> values, List<List<K>> sums) {
        var hidden =
                values.entrySet().stream()
                        .filter(entry -> small(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        while (true) {
            var open = givenAway(values, sums, hidden);
            // A sum itself goes last: most is lost with it.
            var next =
                    shown(values, hidden, open.stream().flatMap(sum -> sum.stream().skip(1)))
                            .or(() -> shown(values, hidden, open.stream().map(List::getFirst)));
            if (next.isEmpty()) {
                return hidden;
            }
            hidden.add(next.get());
        }
    }

    /// The sums that give a hidden cell away.
    private static <K extends Comparable<K>> List<List<K>> givenAway(
            Map<K, Integer> values, List<List<K>> sums, Set<K> hidden) {
        var determined = determined(sums, hidden);
        return sums.stream()
                .filter(sum ->
                        sum.stream().anyMatch(determined::contains)
                                || tooFewTogether(values, sum, hidden))
                .toList();
    }

    private static <K extends Comparable<K>> Optional<K> shown(
            Map<K, Integer> values, Set<K> hidden, Stream<K> keys) {
        return keys.filter(key -> !hidden.contains(key) && values.getOrDefault(key, 0) > 0)
                .min(
                        Comparator.comparing((K key) -> values.getOrDefault(key, 0))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The sum is shown, so what its hidden parts are together is known; none of them is nothing.
    private static <K extends Comparable<K>> boolean tooFewTogether(
            Map<K, Integer> values, List<K> sum, Set<K> hidden) {
        if (hidden.contains(sum.getFirst())) {
            return false;
        }
        var parts = sum.subList(1, sum.size()).stream().filter(hidden::contains).toList();
        var together = parts.stream().mapToInt(key -> values.getOrDefault(key, 0)).sum();
        return !parts.isEmpty() && together - (parts.size() - 1) < FEWEST;
    }

    /// The hidden cells whose value follows from the equations alone.
    private static <K extends Comparable<K>> Set<K> determined(List<List<K>> sums, Set<K> hidden) {
        var unknowns = new ArrayList<>(hidden);
        var rows = new ArrayList<double[]>();
        for (var sum : sums) {
            var row = new double[unknowns.size()];
            for (var i = 0; i < sum.size(); i++) {
                var at = unknowns.indexOf(sum.get(i));
                if (at >= 0) {
                    row[at] = i == 0 ? -1 : 1;
                }
            }
            rows.add(row);
        }
        var determined = new TreeSet<K>();
        for (var row : echelon(rows, unknowns.size())) {
            var only = -1;
            var many = false;
            for (var i = 0; i < row.length; i++) {
                if (Math.abs(row[i]) > 1e-9) {
                    many |= only >= 0;
                    only = i;
                }
            }
            if (only >= 0 && !many) {
                determined.add(unknowns.get(only));
            }
        }
        return determined;
    }

    /// Reduced row echelon form, with the largest pivot of each column.
    private static List<double[]> echelon(List<double[]> rows, int columns) {
        var top = 0;
        for (var column = 0; column < columns && top < rows.size(); column++) {
            var best = top;
            for (var r = top; r < rows.size(); r++) {
                if (Math.abs(rows.get(r)[column]) > Math.abs(rows.get(best)[column])) {
                    best = r;
                }
            }
            if (Math.abs(rows.get(best)[column]) < 1e-9) {
                continue;
            }
            var pivot = rows.get(best);
            rows.set(best, rows.get(top));
            rows.set(top, pivot);
            var by = pivot[column];
            for (var i = 0; i < columns; i++) {
                pivot[i] /= by;
            }
            for (var r = 0; r < rows.size(); r++) {
                var factor = rows.get(r)[column];
                if (r != top && factor != 0) {
                    for (var i = 0; i < columns; i++) {
                        rows.get(r)[i] -= factor * pivot[i];
                    }
                }
            }
            top++;
        }
        return rows;
    }
}
