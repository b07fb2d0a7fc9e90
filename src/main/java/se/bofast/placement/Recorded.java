package se.bofast.placement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What came of stating something of a stay.
public sealed interface Recorded {

    record Done(StayId stay) implements Recorded {}

    /// Nobody sleeps in two places: another stay of the same person has one of the nights.
    ///
    /// @param other the first such
    /// @param closeOn the last night of the other if it made way; null where that would not do
    /// @param endBefore the last night of the new one if it made way; null where that would not do
    record Overlaps(StayFact other, @Nullable LocalDate closeOn, @Nullable LocalDate endBefore)
            implements Recorded {}

    record Refused(Reason reason) implements Recorded {}

    enum Reason {
        /// The form is not in the catalogue on the first day.
        FORM_NOT_IN_USE,
        /// Only a form that keeps the home may lie upon another stay.
        FORM_KEEPS_NO_HOME,
        ENDS_BEFORE_IT_BEGINS,
        /// The expected end is before the first night.
        EXPECTED_BEFORE_IT_BEGINS,
        /// The first night has not come.
        BEGINS_IN_THE_FUTURE,
        /// The last night has not come: say an expected end.
        ENDS_IN_THE_FUTURE,
        /// It is over already.
        ALREADY_ENDED,
        /// A cause without an end.
        CAUSE_WITHOUT_END
    }

    /// True if it is in the register now.
    default boolean isDone() {
        return this instanceof Done;
    }
}
