package se.bofast.tenancy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import se.bofast.kernel.Money;

/// A month's rent by the day: as many parts of it as the month has days, a half öre upwards.
final class Share {

    private Share() {}

    /// @param first a day of the month
    /// @param last a day of the month; before the first: nothing
    static Money of(Money rent, YearMonth month, LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days <= 0) {
            return Money.ZERO;
        }
        var length = month.lengthOfMonth();
        if (days == length) {
            return rent;
        }
        var twice = Math.multiplyExact(2L * days, rent.ore()) + length;
        return new Money(Math.floorDiv(twice, 2L * length));
    }

    /// What the days from the first to the last cost at the rents, month by month.
    static Money over(List<RentLedger.Rent> rents, LocalDate first, LocalDate last) {
        var sum = Money.ZERO;
        for (var month = YearMonth.from(first);
                !month.atDay(1).isAfter(last);
                month = month.plusMonths(1)) {
            var from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
            var to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
            sum = sum.plus(of(RentLedger.rentOn(rents, from), month, from, to));
        }
        return sum;
    }
}
