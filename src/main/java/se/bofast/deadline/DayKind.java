package se.bofast.deadline;

/// What a day is in the Swedish calendar of holidays.
///
/// The three eves are no public holidays (allmänna helgdagar, lag 1989:253); lag 1930:173 2 § only
/// treats them as such when the last day of a time limit moves.
public enum DayKind {
    WORKING_DAY,
    SATURDAY,
    SUNDAY,
    MIDSUMMER_EVE,
    CHRISTMAS_EVE,
    NEW_YEARS_EVE,
    NEW_YEARS_DAY,
    EPIPHANY,
    GOOD_FRIDAY,
    EASTER_DAY,
    EASTER_MONDAY,
    MAY_DAY,
    ASCENSION_DAY,
    WHIT_SUNDAY,
    /// A public holiday until 2004.
    WHIT_MONDAY,
    /// A public holiday from 2005.
    NATIONAL_DAY,
    MIDSUMMER_DAY,
    ALL_SAINTS_DAY,
    CHRISTMAS_DAY,
    BOXING_DAY;

    boolean isWorkingDay(WorkingDays.Reading reading) {
        return switch (this) {
            case WORKING_DAY -> true;
            case SATURDAY, MIDSUMMER_EVE, CHRISTMAS_EVE, NEW_YEARS_EVE ->
                    reading == WorkingDays.Reading.SATURDAYS_COUNT;
            case SUNDAY,
                    NEW_YEARS_DAY,
                    EPIPHANY,
                    GOOD_FRIDAY,
                    EASTER_DAY,
                    EASTER_MONDAY,
                    MAY_DAY,
                    ASCENSION_DAY,
                    WHIT_SUNDAY,
                    WHIT_MONDAY,
                    NATIONAL_DAY,
                    MIDSUMMER_DAY,
                    ALL_SAINTS_DAY,
                    CHRISTMAS_DAY,
                    BOXING_DAY ->
                    false;
        };
    }
}
