package se.bofast.count;

import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How long something lasts when not everything has ended: the product-limit estimate of Kaplan and
/// Meier (1958), with late entry, so that what had begun before one looked counts from then only.
final class KaplanMeier {

    /// @param entry days it had lasted when one began to look; 0 if one saw it begin
    /// @param exit days it had lasted when it ended or one stopped looking
    /// @param ended false if one stopped looking first
    record Span(int entry, int exit, boolean ended) {

        Span {
            if (entry < 0 || exit <= entry) {
                throw new IllegalArgumentException("a span is looked at for a while");
            }
        }
    }

    private final TreeMap<Integer, Double> survival = new TreeMap<>();

    KaplanMeier(Collection<Span> spans) {
        var ends = new TreeMap<Integer, Integer>();
        spans.stream()
                .filter(Span::ended)
                .forEach(span -> ends.merge(span.exit(), 1, Integer::sum));
        var left = 1.0;
        for (var end : ends.entrySet()) {
            var at = end.getKey();
            var looked =
                    spans.stream().filter(span -> span.entry() < at && span.exit() >= at).count();
            left *= 1 - (double) end.getValue() / looked;
            survival.put(at, left);
        }
    }

    /// The share that lasts longer than so many days.
    double lasting(int days) {
        var entry = survival.floorEntry(days);
        return entry == null ? 1 : entry.getValue();
    }

    /// The first day by which this share has ended; null if so many have not.
    @Nullable Integer quantile(double share) {
        for (var entry : survival.entrySet()) {
            // The products are of many factors.
            if (entry.getValue() <= 1 - share + 1e-9) {
                return entry.getKey();
            }
        }
        return null;
    }
}
