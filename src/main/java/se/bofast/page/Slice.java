package se.bofast.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of one page of a list and the keys to the pages beside it; null where there is none.
public record Slice<T>(List<T> rows, @Nullable PageKey previousKey, @Nullable PageKey nextKey) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /// A list that fits one page.
    public static <T> Slice<T> whole(List<T> rows) {
        return new Slice<>(rows, null, null);
    }

    /// Makes a slice of what a store fetched: at most `size + 1` rows in the direction read.
    ///
    /// A store that reads backward orders the other way round and gives the rows as they came; they
    /// are turned here. `keyOf` gives the values a row's key is made of.
    public static <T> Slice<T> of(
            List<T> fetched, int size, Optional<PageKey> from, Function<T, List<String>> keyOf) {
        var backward = from.map(PageKey::backward).orElse(false);
        var more = fetched.size() > size;
        var kept = more ? fetched.subList(0, size) : fetched;
        var rows = backward ? kept.reversed() : kept;
        if (rows.isEmpty()) {
            return whole(rows);
        }
        var earlier = backward ? more : from.isPresent();
        var later = backward || more;
        return new Slice<>(
                rows,
                earlier ? PageKey.before(keyOf.apply(rows.getFirst())) : null,
                later ? PageKey.after(keyOf.apply(rows.getLast())) : null);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(rows.stream().map(change).toList(), previousKey, nextKey);
    }
}
