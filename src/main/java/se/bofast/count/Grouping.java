package se.bofast.count;

/// What a table of figures can be split by.
public enum Grouping {
    MONTH("make_date(extract(year from r.day)::int, extract(month from r.day)::int, 1)"),
    REASON("r.reason"),
    SOURCE("r.source"),
    LANDLORD("r.landlord_id"),
    UNIT("r.unit_id"),
    OUTCOME("r.code");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /// What SQL's `grouping` answers where only this column is grouped by.
    int mark() {
        return TOTAL & ~(1 << (values().length - 1 - ordinal()));
    }

    /// What it answers for the total.
    static final int TOTAL = 63;
}
