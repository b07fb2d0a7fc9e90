package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The numbers of a homelessness count, under every definition and by every split.
public record CountTable(LocalDate day, Map<Key, Cell> cells) {

    public CountTable {
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public record Key(Definition definition, CountSplit split, String code)
            implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var order =
                    java.util.Comparator.comparing(Key::definition)
                            .thenComparing(Key::split)
                            .thenComparing(Key::code);
            return order.compare(this, other);
        }
    }

    /// @param people how many they are at least
    /// @param most how many if all who may be doubles are not
    /// @param hidden not shown: small, or it would give a small one away
    public record Cell(int people, int most, boolean hidden) {

        Cell with(int morePeople, int moreMost) {
            return new Cell(people + morePeople, most + moreMost, hidden);
        }

        Cell hide() {
            return new Cell(people, most, true);
        }
    }

    public static final Cell EMPTY = new Cell(0, 0, false);

    /// Counts people. Who may be a double counts in `most` only.
    static CountTable of(LocalDate day, Collection<CountedPerson> people) {
        var cells = new TreeMap<Key, Cell>();
        for (var definition : Definition.values()) {
            cells.put(new Key(definition, CountSplit.TOTAL, CountSplit.ALL), EMPTY);
            cells.put(new Key(definition, CountSplit.CHILDREN, CountSplit.ALL), EMPTY);
            var households = new HashSet<UUID>();
            for (var person : people) {
                if (!person.under(definition).in()) {
                    continue;
                }
                for (var split : CountSplit.values()) {
                    var amount = split == CountSplit.CHILDREN ? children(person, households) : 1;
                    cells.merge(
                            new Key(definition, split, split.code(person, definition, day)),
                            new Cell(person.sure() ? amount : 0, amount, false),
                            (one, other) -> one.with(other.people(), other.most()));
                }
            }
        }
        return new CountTable(day, cells);
    }

    private static int children(CountedPerson person, HashSet<UUID> households) {
        return person.household() == null || households.add(person.household())
                ? person.children()
                : 0;
    }

    public Cell cell(Definition definition, CountSplit split, String code) {
        return cells.getOrDefault(new Key(definition, split, code), EMPTY);
    }

    public Cell total(Definition definition) {
        return cell(definition, CountSplit.TOTAL, CountSplit.ALL);
    }

    /// Codes of a split that somebody is in under any definition, in order.
    public List<String> codes(CountSplit split) {
        return cells.keySet().stream()
                .filter(key -> key.split() == split)
                .map(Key::code)
                .distinct()
                .sorted()
                .toList();
    }

    public boolean anyHidden() {
        return cells.values().stream().anyMatch(Cell::hidden);
    }

    /// Which cells add up to which: the first of each list is the sum of the others.
    List<List<Key>> sums() {
        var sums = new ArrayList<List<Key>>();
        for (var definition : Definition.values()) {
            var total = new Key(definition, CountSplit.TOTAL, CountSplit.ALL);
            for (var split : CountSplit.values()) {
                if (split == CountSplit.TOTAL
                        || split == CountSplit.CHILDREN
                        || split == CountSplit.SEX_AND_CATEGORY) {
                    continue;
                }
                add(sums, total, key -> key.definition() == definition && key.split() == split);
            }
            for (var key : List.copyOf(cells.keySet())) {
                if (key.definition() != definition) {
                    continue;
                }
                if (key.split() == CountSplit.SEX) {
                    add(
                            sums,
                            key,
                            other ->
                                    crossed(other, key)
                                            && other.code().startsWith(key.code() + "|"));
                } else if (key.split() == CountSplit.CATEGORY) {
                    add(
                            sums,
                            key,
                            other ->
                                    crossed(other, key) && other.code().endsWith("|" + key.code()));
                }
            }
        }
        return sums;
    }

    private static boolean crossed(Key key, Key margin) {
        return key.definition() == margin.definition()
                && key.split() == CountSplit.SEX_AND_CATEGORY;
    }

    private void add(List<List<Key>> sums, Key total, java.util.function.Predicate<Key> parts) {
        var sum = new ArrayList<Key>();
        sum.add(total);
        cells.keySet().stream().filter(parts).forEach(sum::add);
        if (sum.size() > 1) {
            sums.add(sum);
        }
    }
}
