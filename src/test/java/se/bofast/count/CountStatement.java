package se.bofast.count;

/// The statement of the homelessness count, for the bench, which stands in another room.
public final class CountStatement {

    public static final String SQL = CountedDay.SQL;
    public static final int SHORT_BREAK = CountedDay.SHORT_BREAK;
    public static final int MONTHS = ReckoningDay.MONTHS;

    private CountStatement() {}
}
