package se.bofast.debt;

import java.time.LocalDate;

/// The same day of every month. From the last day of a month it is the last of every month; from
/// the 29th or 30th the last where the month is shorter.
public final class MonthlyDays {

    private MonthlyDays() {}

    /// @param n months after the first; 0 is the first day itself
    public static LocalDate of(LocalDate first, int n) {
        var day = first.plusMonths(n);
        return first.getDayOfMonth() == first.lengthOfMonth()
                ? day.withDayOfMonth(day.lengthOfMonth())
                : day;
    }
}
