package se.bofast.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How well doubles were found, where one knows who is who.
///
/// @param humans one a record: who it is
record LinkScore(
        int pairs,
        int found,
        int right,
        int doubtful,
        int doubtfulRight,
        long compared,
        int records) {

    static LinkScore of(FindingDoubles.Found found, List<String> humans) {
        var sizes = new HashMap<String, Integer>();
        humans.forEach(human -> sizes.merge(human, 1, Integer::sum));
        var pairs = sizes.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
        var linked = linked(found);
        var right = 0;
        for (var pair : linked) {
            if (same(humans, (int) (pair >> 32), pair.intValue())) {
                right++;
            }
        }
        var doubtful = 0;
        var doubtfulRight = 0;
        for (var pair : found.pairs()) {
            if (!linked.contains(key(pair.first(), pair.second()))) {
                doubtful++;
                if (same(humans, pair.first(), pair.second())) {
                    doubtfulRight++;
                }
            }
        }
        return new LinkScore(
                pairs,
                linked.size(),
                right,
                doubtful,
                doubtfulRight,
                found.compared(),
                humans.size());
    }

    static Set<Long> linked(FindingDoubles.Found found) {
        var linked = new HashSet<Long>();
        for (var cluster : found.clusters()) {
            for (var a : cluster) {
                for (var b : cluster) {
                    if (a < b) {
                        linked.add(key(a, b));
                    }
                }
            }
        }
        return linked;
    }

    static boolean same(List<String> humans, int a, int b) {
        return humans.get(a).equals(humans.get(b));
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    double recall() {
        return pairs == 0 ? 1 : (double) right / pairs;
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%s: %d records, %d true pairs; linked at %.0f: recall %.4f, precision %.5f (%d wrong); "
                        + "shown to a person: %d pairs, of which %d true (%.2f %% of the true); %d pairs compared",
                name,
                records,
                pairs,
                LinkWeights.CURRENT.automatic(),
                recall(),
                precision(),
                found - right,
                doubtful,
                doubtfulRight,
                pairs == 0 ? 0 : 100.0 * doubtfulRight / pairs,
                compared);
    }
}
