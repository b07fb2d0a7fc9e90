package se.bofast.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Sweden's working days (lag 1989:253 on public holidays, lag 1930:173 2 § on the three eves).
///
/// Made once and shared: each year is computed once. Safe for many threads.
///
/// [impl->req~deadline.working-days~1]
public final class SwedishWorkingDays implements WorkingDays {

    /// SFS 2004:1320: the national day became a public holiday and Whit Monday ceased to be one.
    private static final int NATIONAL_DAY_SINCE = 2005;

    /// jollyday's keys. It calls the three eves public holidays and knows no change of 2005.
    private static final Map<String, DayKind> KINDS =
            Map.ofEntries(
                    Map.entry("NEW_YEAR", DayKind.NEW_YEARS_DAY),
                    Map.entry("EPIPHANY", DayKind.EPIPHANY),
                    Map.entry("christian.GOOD_FRIDAY", DayKind.GOOD_FRIDAY),
                    Map.entry("christian.EASTER", DayKind.EASTER_DAY),
                    Map.entry("christian.EASTER_MONDAY", DayKind.EASTER_MONDAY),
                    Map.entry("LABOUR_DAY", DayKind.MAY_DAY),
                    Map.entry("christian.ASCENSION_DAY", DayKind.ASCENSION_DAY),
                    Map.entry("christian.PENTECOST", DayKind.WHIT_SUNDAY),
                    Map.entry("NATIONAL_DAY", DayKind.NATIONAL_DAY),
                    Map.entry("MIDSUMMER_EVE", DayKind.MIDSUMMER_EVE),
                    Map.entry("MIDSUMMER", DayKind.MIDSUMMER_DAY),
                    Map.entry("ALL_SAINTS", DayKind.ALL_SAINTS_DAY),
                    Map.entry("CHRISTMAS_EVE", DayKind.CHRISTMAS_EVE),
                    Map.entry("CHRISTMAS", DayKind.CHRISTMAS_DAY),
                    Map.entry("BOXING_DAY", DayKind.BOXING_DAY),
                    Map.entry("NEW_YEARS_EVE", DayKind.NEW_YEARS_EVE));

    private static final Set<DayKind> EVES =
            EnumSet.of(DayKind.MIDSUMMER_EVE, DayKind.CHRISTMAS_EVE, DayKind.NEW_YEARS_EVE);

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
    private final Map<Integer, Map<LocalDate, DayKind>> years = new ConcurrentHashMap<>();

    @Override
    public DayKind kindOf(LocalDate day) {
        var holiday = years.computeIfAbsent(day.getYear(), this::holidaysOf).get(day);
        return switch (day.getDayOfWeek()) {
            // An eve on a Sunday is a Sunday in both readings; a holiday keeps its own name.
            case SUNDAY -> holiday == null || EVES.contains(holiday) ? DayKind.SUNDAY : holiday;
            case SATURDAY -> holiday == null ? DayKind.SATURDAY : holiday;
            default -> holiday == null ? DayKind.WORKING_DAY : holiday;
        };
    }

    private synchronized Map<LocalDate, DayKind> holidaysOf(int year) {
        var kinds = new HashMap<LocalDate, DayKind>();
        for (var holiday : holidays.getHolidays(Year.of(year))) {
            var kind = KINDS.get(holiday.getPropertiesKey());
            if (kind == null) {
                throw new IllegalStateException("unknown holiday " + holiday.getPropertiesKey());
            }
            if (kind == DayKind.NATIONAL_DAY && year < NATIONAL_DAY_SINCE) {
                continue;
            }
            if (kind == DayKind.WHIT_SUNDAY && year < NATIONAL_DAY_SINCE) {
                kinds.put(holiday.getActualDate().plusDays(1), DayKind.WHIT_MONDAY);
            }
            kinds.merge(
                    holiday.getActualDate(),
                    kind,
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        return Map.copyOf(kinds);
    }
}
