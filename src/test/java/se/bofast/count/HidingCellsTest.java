package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is hidden cannot be reckoned from what is shown.
class HidingCellsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 25);

    @Test
    void a_single_small_cell_takes_its_smallest_neighbour_with_it() {
        var hidden =
                HidingCells.hidden(
                        Map.of("all", 30, "a", 3, "b", 7, "c", 20),
                        List.of(List.of("all", "a", "b", "c")));
        assertThat(hidden).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void two_ones_take_a_third_since_two_together_would_tell() {
        var hidden =
                HidingCells.hidden(
                        Map.of("all", 22, "a", 1, "b", 1, "c", 20),
                        List.of(List.of("all", "a", "b", "c")));
        assertThat(hidden).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void nothing_small_hides_nothing_and_zero_is_shown() {
        assertThat(
                        HidingCells.hidden(
                                Map.of("all", 20, "a", 0, "b", 8, "c", 12),
                                List.of(List.of("all", "a", "b", "c"))))
                .isEmpty();
    }

    @Test
    void the_sum_goes_when_nothing_else_is_left_to_hide() {
        assertThat(HidingCells.hidden(Map.of("all", 3, "a", 3), List.of(List.of("all", "a"))))
                .containsExactlyInAnyOrder("all", "a");
        // A sum with one part is the part.
        assertThat(
                        HidingCells.hidden(
                                Map.of("all", 9, "a", 4, "b", 5),
                                List.of(List.of("all", "a", "b"))))
                .containsExactlyInAnyOrder("a", "b");
    }

    /// Each row and column has two hidden cells and no equation gives one away; but none of them is
    /// nothing, and then there is one way only to fill them in.
    @Test
    void cells_that_no_sum_gives_away_are_not_given_away_by_all_together() {
        var values =
                new TreeMap<>(Map.of("all", 26, "c1", 10, "c2", 11, "r0", 6, "r1", 13, "r2", 7));
        values.put("c0", 5);
        values.put("x01", 1);
        values.put("x02", 5);
        values.put("x10", 5);
        values.put("x11", 8);
        values.put("x21", 1);
        values.put("x22", 6);
        var hidden =
                HidingCells.hidden(
                        values,
                        List.of(
                                List.of("all", "r0", "r1", "r2"),
                                List.of("all", "c0", "c1", "c2"),
                                List.of("r0", "x01", "x02"),
                                List.of("r1", "x10", "x11"),
                                List.of("r2", "x21", "x22"),
                                List.of("c0", "x10"),
                                List.of("c1", "x01", "x11", "x21"),
                                List.of("c2", "x02", "x22")));
        assertThat(hidden).contains("x01", "x21").hasSizeGreaterThan(8);
    }

    /// Every table is counted of random people, hidden, and then attacked: all values that the
    /// shown cells allow are tried. No small cell may have one value only.
    @Test
    void random_tables_give_no_small_cell_away() {
        var random = new Random(31);
        for (var round = 0; round < 200; round++) {
            var values = new TreeMap<String, Integer>();
            var sums = new ArrayList<List<String>>();
            var rows = 2 + random.nextInt(2);
            var columns = 2 + random.nextInt(2);
            var all = 0;
            for (var r = 0; r < rows; r++) {
                var row = 0;
                for (var c = 0; c < columns; c++) {
                    var value = random.nextInt(4) == 0 ? 0 : random.nextInt(9);
                    if (value > 0) {
                        values.put("x" + r + c, value);
                        values.merge("c" + c, value, Integer::sum);
                    }
                    row += value;
                }
                if (row > 0) {
                    values.put("r" + r, row);
                }
                all += row;
            }
            values.put("all", all);
            add(sums, values, "all", "r");
            add(sums, values, "all", "c");
            for (var r = 0; r < rows; r++) {
                add(sums, values, "r" + r, "x" + r);
            }
            for (var c = 0; c < columns; c++) {
                var sum = new ArrayList<String>();
                sum.add("c" + c);
                for (var r = 0; r < rows; r++) {
                    if (values.containsKey("x" + r + c)) {
                        sum.add("x" + r + c);
                    }
                }
                if (sum.size() > 1) {
                    sums.add(sum);
                }
            }
            var hidden = HidingCells.hidden(values, sums);
            for (var value : values.entrySet()) {
                if (HidingCells.small(value.getValue())) {
                    assertThat(hidden).contains(value.getKey());
                }
            }
            var interior = hidden.stream().filter(key -> key.startsWith("x")).toList();
            var possible = new TreeMap<String, Set<Integer>>();
            if (interior.size() > 6) {
                continue;
            }
            attack(values, sums, hidden, interior, 0, new TreeMap<>(), possible);
            for (var cell : interior) {
                if (HidingCells.small(values.getOrDefault(cell, 0))) {
                    assertThat(possible.get(cell))
                            .as("%s of %s with %s hidden", cell, values, hidden)
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    private static void add(
            List<List<String>> sums, TreeMap<String, Integer> values, String sum, String parts) {
        var list = new ArrayList<String>();
        list.add(sum);
        values.keySet().stream().filter(key -> key.startsWith(parts)).forEach(list::add);
        if (values.containsKey(sum) && list.size() > 1) {
            sums.add(list);
        }
    }

    /// Tries every number from one to as many as there are for each hidden inner cell.
    private static void attack(
            Map<String, Integer> values,
            List<List<String>> sums,
            Set<String> hidden,
            List<String> interior,
            int at,
            TreeMap<String, Integer> tried,
            Map<String, Set<Integer>> possible) {
        if (at == interior.size()) {
            if (sums.stream().allMatch(sum -> fits(values, hidden, tried, sum))) {
                tried.forEach((cell, value) ->
                        possible.computeIfAbsent(cell, c -> new HashSet<>()).add(value));
            }
            return;
        }
        for (var value = 1; value <= 10; value++) {
            tried.put(interior.get(at), value);
            if (sums.stream().allMatch(sum -> mayFit(values, hidden, tried, sum))) {
                attack(values, sums, hidden, interior, at + 1, tried, possible);
            }
            tried.remove(interior.get(at));
        }
    }

    private static boolean mayFit(
            Map<String, Integer> values,
            Set<String> hidden,
            Map<String, Integer> tried,
            List<String> sum) {
        if (hidden.contains(sum.getFirst()) || !inner(sum)) {
            return true;
        }
        var known = 0;
        for (var key : sum.subList(1, sum.size())) {
            known +=
                    hidden.contains(key) ? tried.getOrDefault(key, 1) : values.getOrDefault(key, 0);
        }
        return known <= values.getOrDefault(sum.getFirst(), 0);
    }

    private static boolean fits(
            Map<String, Integer> values,
            Set<String> hidden,
            Map<String, Integer> tried,
            List<String> sum) {
        return hidden.contains(sum.getFirst())
                || sum.stream().skip(1).mapToInt(key -> value(values, hidden, tried, key)).sum()
                        == values.getOrDefault(sum.getFirst(), 0);
    }

    /// A hidden margin is whatever its inner cells come to.
    private static int value(
            Map<String, Integer> values,
            Set<String> hidden,
            Map<String, Integer> tried,
            String key) {
        if (!hidden.contains(key)) {
            return values.getOrDefault(key, 0);
        }
        if (key.startsWith("x")) {
            return tried.getOrDefault(key, 0);
        }
        return values.keySet().stream()
                .filter(cell ->
                        cell.startsWith("x")
                                && (key.startsWith("r")
                                        ? cell.charAt(1) == key.charAt(1)
                                        : cell.charAt(2) == key.charAt(1)))
                .mapToInt(cell -> value(values, hidden, tried, cell))
                .sum();
    }

    private static boolean inner(List<String> sum) {
        return sum.get(1).startsWith("x");
    }

    @Test
    void a_count_is_hidden_through_all_its_tables() {
        var people = new ArrayList<CountedPerson>();
        for (var i = 0; i < 40; i++) {
            people.add(
                    new CountedPerson(
                            null,
                            null,
                            i < 38 ? CountSplit.Sex.MALE : CountSplit.Sex.FEMALE,
                            30,
                            null,
                            CountSplit.Family.ALONE,
                            0,
                            null,
                            true,
                            Map.of(
                                    Definition.CITY,
                                    new Verdict(i % 2 == 0 ? "ACUTE" : "LONGER_TERM", Why.IN),
                                    Definition.NATIONAL,
                                    new Verdict(null, Why.FORM_NOT_COUNTED),
                                    Definition.ETHOS_LIGHT,
                                    new Verdict(null, Why.FORM_NOT_COUNTED))));
        }
        var table = HidingCells.hide(CountTable.of(DAY, people));
        assertThat(table.cell(Definition.CITY, CountSplit.SEX, "FEMALE").hidden()).isTrue();
        assertThat(table.cell(Definition.CITY, CountSplit.SEX, "MALE").hidden()).isTrue();
        assertThat(table.cell(Definition.CITY, CountSplit.SEX_AND_CATEGORY, "MALE|ACUTE").hidden())
                .isTrue();
        assertThat(table.total(Definition.CITY)).isEqualTo(new CountTable.Cell(40, 40, false));
        assertThat(table.cell(Definition.CITY, CountSplit.AGE, "FROM_25").hidden()).isFalse();
    }
}
