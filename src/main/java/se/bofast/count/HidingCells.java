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
/// Cells that add up are equations, and what is shown in them is known. After the small cells are
/// hidden, cells are hidden one by one, the smallest first, until whoever reckons on the equations
/// and on that no hidden cell is nothing still cannot say of any small cell that it is small. What
/// can be said is reckoned as such a reader would: the equations, and what follows from them
/// together (row echelon form), narrow for each hidden cell between what it must lie.
final class HidingCells {

    static final int FEWEST = 5;

    private static final double NOTHING = 1e-9;
    private static final int ROUNDS = 200;

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
                                hidden.contains(key) || small(cell.people()) ? cell.hide() : cell));
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
            var told = givenAway(values, sums, hidden);
            if (told.isEmpty()) {
                return hidden;
            }
            var near = sums.stream().filter(sum -> sum.stream().anyMatch(told::contains)).toList();
            var far = sums.stream().filter(sum -> sum.stream().anyMatch(hidden::contains)).toList();
            // A sum itself goes last: most is lost with it.
            var next =
                    shown(values, hidden, near.stream().flatMap(sum -> sum.stream().skip(1)))
                            .or(() ->
                                    shown(
                                            values,
                                            hidden,
                                            far.stream().flatMap(sum -> sum.stream().skip(1))))
                            .or(() -> shown(values, hidden, near.stream().map(List::getFirst)))
                            .or(() -> shown(values, hidden, far.stream().map(List::getFirst)));
            if (next.isEmpty()) {
                return hidden;
            }
            hidden.add(next.get());
        }
    }

    private static <K extends Comparable<K>> Optional<K> shown(
            Map<K, Integer> values, Set<K> hidden, Stream<K> keys) {
        return keys.filter(key -> !hidden.contains(key) && values.getOrDefault(key, 0) > 0)
                .min(
                        Comparator.comparing((K key) -> values.getOrDefault(key, 0))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The small cells that must be small, by what is shown.
    private static <K extends Comparable<K>> Set<K> givenAway(
            Map<K, Integer> values, List<List<K>> sums, Set<K> hidden) {
        var unknowns = new ArrayList<>(hidden);
        var rows = new ArrayList<double[]>();
        for (var sum : sums) {
            // What is hidden on the left, what is shown on the right.
            var row = new double[unknowns.size() + 1];
            for (var i = 0; i < sum.size(); i++) {
                var sign = i == 0 ? -1 : 1;
                var at = unknowns.indexOf(sum.get(i));
                if (at >= 0) {
                    row[at] += sign;
                } else {
                    row[unknowns.size()] -= sign * values.getOrDefault(sum.get(i), 0);
                }
            }
            rows.add(row);
        }
        var known = new ArrayList<double[]>();
        rows.forEach(row -> known.add(row.clone()));
        known.addAll(echelon(rows, unknowns.size()));
        var most = most(known, unknowns.size());
        var told = new TreeSet<K>();
        for (var i = 0; i < most.length; i++) {
            if (small(values.getOrDefault(unknowns.get(i), 0))
                    && inAnySum(unknowns.get(i), sums)
                    && most[i] < FEWEST) {
                told.add(unknowns.get(i));
            }
        }
        return told;
    }

    private static <K> boolean inAnySum(K key, List<List<K>> sums) {
        return sums.stream().anyMatch(sum -> sum.contains(key));
    }

    /// The most each unknown can be, when none is less than one and every equation holds.
    private static double[] most(List<double[]> equations, int unknowns) {
        var least = new double[unknowns];
        var most = new double[unknowns];
        java.util.Arrays.fill(least, 1);
        java.util.Arrays.fill(most, Double.POSITIVE_INFINITY);
        var narrowed = true;
        for (var round = 0; narrowed && round < ROUNDS; round++) {
            narrowed = false;
            for (var row : equations) {
                for (var i = 0; i < unknowns; i++) {
                    narrowed |= Math.abs(row[i]) > NOTHING && narrow(row, i, least, most);
                }
            }
        }
        return most;
    }

    private static boolean narrow(double[] row, int at, double[] least, double[] most) {
        var low = row[row.length - 1];
        var high = low;
        for (var i = 0; i < least.length; i++) {
            if (i != at && Math.abs(row[i]) > NOTHING) {
                low -= row[i] > 0 ? row[i] * most[i] : row[i] * least[i];
                high -= row[i] > 0 ? row[i] * least[i] : row[i] * most[i];
            }
        }
        var from = row[at] > 0 ? low / row[at] : high / row[at];
        var to = row[at] > 0 ? high / row[at] : low / row[at];
        var narrowed = false;
        // Whole people: a bound between two numbers is the next one inward.
        if (Math.ceil(from - NOTHING) > least[at]) {
            least[at] = Math.ceil(from - NOTHING);
            narrowed = true;
        }
        if (Math.floor(to + NOTHING) < most[at]) {
            most[at] = Math.floor(to + NOTHING);
            narrowed = true;
        }
        return narrowed;
    }

    /// Reduced row echelon form, with the largest pivot of each column; the right side goes along.
    private static List<double[]> echelon(List<double[]> rows, int columns) {
        var top = 0;
        for (var column = 0; column < columns && top < rows.size(); column++) {
            var best = top;
            for (var r = top; r < rows.size(); r++) {
                if (Math.abs(rows.get(r)[column]) > Math.abs(rows.get(best)[column])) {
                    best = r;
                }
            }
            if (Math.abs(rows.get(best)[column]) < NOTHING) {
                continue;
            }
            var pivot = rows.get(best);
            rows.set(best, rows.get(top));
            rows.set(top, pivot);
            var by = pivot[column];
            for (var i = 0; i <= columns; i++) {
                pivot[i] /= by;
            }
            for (var r = 0; r < rows.size(); r++) {
                var factor = rows.get(r)[column];
                if (r != top && factor != 0) {
                    for (var i = 0; i <= columns; i++) {
                        rows.get(r)[i] -= factor * pivot[i];
                    }
                }
            }
            top++;
        }
        return rows;
    }
}
