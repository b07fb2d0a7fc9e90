package se.bofast.deadline;

import java.time.LocalDate;

/// Which days are working days (vardagar), and how to count them.
@FunctionalInterface
public interface WorkingDays {

    /// The law does not say whether a Saturday is a `vardag` where it counts them (JB 12:20, 12:44
    /// second paragraph). Both readings are computed and shown.
    enum Reading {
        /// Every day but Sundays and public holidays: also Saturdays and the three eves.
        SATURDAYS_COUNT,
        /// The days to which lag 1930:173 2 § moves a time limit.
        SATURDAYS_DO_NOT_COUNT
    }

    DayKind kindOf(LocalDate day);

    /// A day on which a statutory time limit can end (lag 1930:173 2 §).
    default boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, Reading.SATURDAYS_DO_NOT_COUNT);
    }

    default boolean isWorkingDay(LocalDate day, Reading reading) {
        return kindOf(day).isWorkingDay(reading);
    }

    /// The day itself if it is a working day, else the next one: where the last day for an act
    /// required by statute moves (lag 1930:173 2 §).
    default LocalDate onOrAfter(LocalDate day) {
        var moved = day;
        while (!isWorkingDay(moved)) {
            moved = moved.plusDays(1);
        }
        return moved;
    }

    /// The last working day before the day.
    default LocalDate lastBefore(LocalDate day, Reading reading) {
        var before = day.minusDays(1);
        while (!isWorkingDay(before, reading)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /// The day on which the given number of further working days have come.
    ///
    /// @param count one or more
    default LocalDate plus(LocalDate day, int count, Reading reading) {
        if (count < 1) {
            throw new IllegalArgumentException("count at least one working day");
        }
        var reached = day;
        for (var left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached, reading)) {
                left--;
            }
        }
        return reached;
    }
}
