package se.bofast.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import se.bofast.person.Comparison.Band;
import se.bofast.person.Comparison.Held;

/// Rows that are surely one human, joined along sure pairs, the strongest first. Two groups are
/// joined only if every pair across them may be one human: a row between two people must not make
/// them one.
final class LinkClusters {

    private final List<LinkTraits> traits;
    private final LinkComparing comparing;
    private final LinkWeights weights;

    LinkClusters(List<LinkTraits> traits, LinkComparing comparing, LinkWeights weights) {
        this.traits = traits;
        this.comparing = comparing;
        this.weights = weights;
    }

    /// @param pairs the strongest first
    List<List<Integer>> of(List<FindingDoubles.Pair> pairs) {
        var groups = new HashMap<Integer, List<Integer>>();
        for (var pair : pairs) {
            if (pair.comparison().band() != Band.AUTOMATIC) {
                continue;
            }
            var one = groups.computeIfAbsent(pair.first(), List::of);
            var other = groups.computeIfAbsent(pair.second(), List::of);
            if (!one.equals(other) && mayBeOne(one, other)) {
                var joined = new ArrayList<Integer>(one);
                joined.addAll(other);
                joined.sort(null);
                joined.forEach(row -> groups.put(row, joined));
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).distinct().toList();
    }

    private boolean mayBeOne(List<Integer> one, List<Integer> other) {
        for (var a : one) {
            for (var b : other) {
                var comparison = comparing.compare(traits.get(a), traits.get(b));
                if (comparison.weight() < weights.clusterLeast()
                        || comparison.held().contains(Held.TWO_NUMBERS)) {
                    return false;
                }
            }
        }
        return true;
    }
}
