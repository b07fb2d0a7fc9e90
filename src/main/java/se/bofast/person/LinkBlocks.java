package se.bofast.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which rows are worth comparing: those that share at least one of several keys. A key too many
/// share is made finer by a second one; what is still too many is compared with its neighbours in
/// the order of names. No row is dropped.
final class LinkBlocks {

    /// Blocks above this are made finer.
    private static final int MOST = 60;

    private static final int NEIGHBOURS = 12;
    private static final int INDEX_BITS = 24;
    private static final long INDEX = (1L << INDEX_BITS) - 1;
    private static final int BEGINNING = 3;

    /// Members of all blocks, block after block, and where each block begins.
    private final int[] members;

    private final int[] starts;

    /// For each row, the blocks it is in.
    private final int[] blocksOf;

    private final int[] firstOf;

    private LinkBlocks(int rows, List<int[]> blocks) {
        starts = new int[blocks.size() + 1];
        for (var n = 0; n < blocks.size(); n++) {
            starts[n + 1] = starts[n] + blocks.get(n).length;
        }
        members = new int[starts[blocks.size()]];
        firstOf = new int[rows + 1];
        for (var n = 0; n < blocks.size(); n++) {
            var block = blocks.get(n);
            System.arraycopy(block, 0, members, starts[n], block.length);
            for (var row : block) {
                firstOf[row + 1]++;
            }
        }
        for (var row = 0; row < rows; row++) {
            firstOf[row + 1] += firstOf[row];
        }
        blocksOf = new int[members.length];
        var filled = Arrays.copyOf(firstOf, rows);
        for (var n = 0; n < blocks.size(); n++) {
            for (var row : blocks.get(n)) {
                blocksOf[filled[row]++] = n;
            }
        }
    }

    static LinkBlocks of(List<LinkTraits> all) {
        if (all.size() > INDEX) {
            throw new IllegalArgumentException("more rows than an index holds");
        }
        var entries =
                IntStream.range(0, all.size())
                        .parallel()
                        .mapToObj(row -> packed(keys(all.get(row)), row))
                        .flatMapToLong(Arrays::stream)
                        .toArray();
        var blocks = new ArrayList<int[]>();
        var tooLarge = new ArrayList<int[]>();
        runs(entries, blocks, tooLarge);
        var finer =
                IntStream.range(0, tooLarge.size())
                        .boxed()
                        .flatMapToLong(n -> finer(all, tooLarge.get(n), n))
                        .toArray();
        tooLarge.clear();
        runs(finer, blocks, tooLarge);
        for (var block : tooLarge) {
            neighbours(all, block, blocks);
        }
        return new LinkBlocks(all.size(), blocks);
    }

    /// The rows after this one that it is to be compared with, each once.
    ///
    /// @param stamps one a row, of the thread that asks
    /// @return how many were put into the places
    int candidates(int row, int[] stamps, int[] places) {
        var count = 0;
        for (var n = firstOf[row]; n < firstOf[row + 1]; n++) {
            var block = blocksOf[n];
            for (var m = starts[block]; m < starts[block + 1]; m++) {
                var other = members[m];
                if (other > row && stamps[other] != row + 1) {
                    stamps[other] = row + 1;
                    places[count++] = other;
                }
            }
        }
        return count;
    }

    /// Runs of one key: blocks of at least two.
    private static void runs(long[] entries, List<int[]> blocks, List<int[]> tooLarge) {
        Arrays.parallelSort(entries);
        var start = 0;
        while (start < entries.length) {
            var end = start + 1;
            while (end < entries.length
                    && entries[end] >>> INDEX_BITS == entries[start] >>> INDEX_BITS) {
                end++;
            }
            if (end - start > 1) {
                var block = new int[end - start];
                for (var n = start; n < end; n++) {
                    block[n - start] = (int) (entries[n] & INDEX);
                }
                (block.length > MOST ? tooLarge : blocks).add(block);
            }
            start = end;
        }
    }

    private static long[] packed(List<String> keys, int row) {
        return keys.stream().distinct().mapToLong(key -> packed(hash(key), row)).toArray();
    }

    private static long packed(long hash, int row) {
        return hash << INDEX_BITS | row;
    }

    /// FNV-1a and a last mixing; two keys with one hash only cost a comparison.
    private static long hash(String key) {
        var hash = 0xcbf29ce484222325L;
        for (var n = 0; n < key.length(); n++) {
            hash = (hash ^ key.charAt(n)) * 0x100000001b3L;
        }
        return (hash ^ hash >>> 29) * 0x9e3779b97f4a7c15L >>> INDEX_BITS;
    }

    private static java.util.stream.LongStream finer(
            List<LinkTraits> all, int[] block, int number) {
        var name = "#" + number + "#";
        return Arrays.stream(block)
                .mapToObj(row -> {
                    var traits = all.get(row);
                    var keys = new ArrayList<String>();
                    add(keys, name + "g", beginning(traits.given));
                    add(keys, name + "f", beginning(traits.family));
                    add(keys, name + "b", traits.birth);
                    add(keys, name + "s", traits.street + traits.house);
                    add(keys, name + "n", traits.number);
                    return packed(keys, row);
                })
                .flatMapToLong(Arrays::stream);
    }

    /// Sorted by name, birthday and street, each row with those next to it.
    private static void neighbours(List<LinkTraits> all, int[] block, List<int[]> blocks) {
        var orders =
                List.<Comparator<LinkTraits>>of(
                        Comparator.<LinkTraits, String>comparing(traits -> traits.family.together())
                                .thenComparing(traits -> traits.given.together())
                                .thenComparing(traits -> traits.birth),
                        Comparator.<LinkTraits, String>comparing(traits -> traits.given.together())
                                .thenComparing(traits -> traits.birth)
                                .thenComparing(traits -> traits.street));
        for (var order : orders) {
            var sorted =
                    Arrays.stream(block)
                            .boxed()
                            .sorted(Comparator.comparing(all::get, order))
                            .mapToInt(Integer::intValue)
                            .toArray();
            for (var start = 0; start < sorted.length - 1; start += NEIGHBOURS / 2) {
                blocks.add(
                        Arrays.copyOfRange(
                                sorted, start, Math.min(start + NEIGHBOURS, sorted.length)));
            }
        }
    }

    private static List<String> keys(LinkTraits row) {
        var keys = new ArrayList<String>(20);
        var given = beginning(row.given);
        var family = beginning(row.family);
        add(keys, "b", row.birth);
        if (row.birth.length() == 8) {
            var year = row.birth.substring(0, 4);
            var month = row.birth.substring(4, 6);
            var day = row.birth.substring(6);
            // Day and month in one order, so that swapped ones meet.
            var first = month.compareTo(day) <= 0 ? month + day : day + month;
            for (var name : List.of(given, family)) {
                if (!name.isEmpty()) {
                    keys.add("ym" + year + month + name);
                    keys.add("yd" + year + day + name);
                    keys.add("md" + first + name);
                }
            }
            keys.add("yx" + year + first);
        }
        add(keys, "n", row.number);
        if (row.number.length() >= 6) {
            keys.add("nf" + row.number.substring(0, row.number.length() / 2));
            keys.add("nl" + row.number.substring(row.number.length() / 2));
        }
        row.former.forEach(number -> keys.add("n" + number));
        if (!given.isEmpty() && !family.isEmpty()) {
            // In one order, so that swapped names meet.
            keys.add(given.compareTo(family) <= 0 ? "w" + given + family : "w" + family + given);
            var one = row.given.sound();
            var other = row.family.sound();
            keys.add(one.compareTo(other) <= 0 ? "s" + one + " " + other : "s" + other + " " + one);
        }
        for (var part : row.family.parts()) {
            keys.add("fp" + part);
        }
        if (!row.street.isEmpty()) {
            keys.add("st" + row.street + row.house);
        }
        add(keys, "st", row.second);
        if (!row.postcode.isEmpty()) {
            add(keys, "pg" + row.postcode, given);
            add(keys, "pf" + row.postcode, family);
        }
        return keys;
    }

    private static void add(List<String> keys, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(kind + value);
        }
    }

    private static String beginning(LinkTraits.Name name) {
        var together = name.together();
        return together.length() <= BEGINNING ? together : together.substring(0, BEGINNING);
    }
}
