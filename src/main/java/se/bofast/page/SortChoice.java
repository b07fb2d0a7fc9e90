package se.bofast.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The column a list is sorted by, as the address says it: `lastDay`, or `-lastDay` for descending.
public record SortChoice(String column, boolean descending) {

    /// Reads the parameter; anything outside `allowed` gives the list's own order.
    public static SortChoice read(
            @Nullable String parameter, Set<String> allowed, SortChoice otherwise) {
        if (parameter == null) {
            return otherwise;
        }
        var descending = parameter.startsWith("-");
        var column = descending ? parameter.substring(1) : parameter;
        return allowed.contains(column) ? new SortChoice(column, descending) : otherwise;
    }

    public static SortChoice ascending(String column) {
        return new SortChoice(column, false);
    }

    public static SortChoice descending(String column) {
        return new SortChoice(column, true);
    }

    /// What a press on the column's heading asks for: ascending, or the other way round.
    public SortChoice pressed(String heading) {
        return new SortChoice(heading, heading.equals(column) && !descending);
    }

    /// As it stands in the address.
    public String parameter() {
        return descending ? "-" + column : column;
    }
}
