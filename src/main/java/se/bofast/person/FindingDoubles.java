package se.bofast.person;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import se.bofast.person.Comparison.Band;

/// Finds the rows that are one human: prepares all, blocks them, compares on all processors, and
/// joins what is sure. Knows no database and no clock.
final class FindingDoubles {

    /// Two rows worth telling of.
    ///
    /// @param first the place of one in the list given, below `second`
    record Pair(int first, int second, Comparison comparison) {}

    /// @param pairs those a person should see or that are sure, the strongest first
    /// @param clusters the places of rows that are surely one human; only those with two or more
    /// @param compared how many pairs were compared
    record Found(List<Pair> pairs, List<List<Integer>> clusters, long compared) {

        List<Pair> in(Band band) {
            return pairs.stream().filter(pair -> pair.comparison().band() == band).toList();
        }
    }

    private final LinkWeights weights;

    FindingDoubles(LinkWeights weights) {
        this.weights = weights;
    }

    Found among(List<LinkRecord> records) {
        var traits = prepared(records);
        var comparing = new LinkComparing(weights, LinkShares.of(traits, weights));
        var blocks = LinkBlocks.of(traits);
        var compared = new AtomicLong();
        var rows = traits.size();
        var stamps = ThreadLocal.withInitial(() -> new int[rows]);
        var places = ThreadLocal.withInitial(() -> new int[rows]);
        var pairs =
                IntStream.range(0, rows)
                        .parallel()
                        .boxed()
                        .<Pair>mapMulti((row, found) -> {
                            var others = places.get();
                            var count = blocks.candidates(row, stamps.get(), others);
                            compared.addAndGet(count);
                            var one = traits.get(row);
                            for (var n = 0; n < count; n++) {
                                var comparison = comparing.compare(one, traits.get(others[n]));
                                if (comparison.band() != Band.APART) {
                                    found.accept(new Pair(row, others[n], comparison));
                                }
                            }
                        })
                        .sorted(
                                Comparator.comparingDouble(
                                                (Pair pair) -> -pair.comparison().weight())
                                        .thenComparingInt(Pair::first)
                                        .thenComparingInt(Pair::second))
                        .toList();
        return new Found(
                pairs, new LinkClusters(traits, comparing, weights).of(pairs), compared.get());
    }

    static List<LinkTraits> prepared(List<LinkRecord> records) {
        Map<String, String> heard = new ConcurrentHashMap<>();
        return records.parallelStream()
                .map(record ->
                        new LinkTraits(
                                record, part -> heard.computeIfAbsent(part, NameText::sound)))
                .toList();
    }
}
