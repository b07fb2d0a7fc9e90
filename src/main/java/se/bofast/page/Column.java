package se.bofast.page;

import org.jspecify.annotations.Nullable;

/// A column heading of a table. `sort` is the column's name in the address; null: not sortable.
/// `numeric` columns are right-aligned. A hidden heading is read aloud but not seen (row buttons).
public record Column(String label, boolean numeric, boolean hidden, @Nullable String sort) {

    public static Column text(String label) {
        return new Column(label, false, false, null);
    }

    public static Column number(String label) {
        return new Column(label, true, false, null);
    }

    public static Column hidden(String label) {
        return new Column(label, false, true, null);
    }

    public Column sortable(String name) {
        return new Column(label, numeric, hidden, name);
    }
}
