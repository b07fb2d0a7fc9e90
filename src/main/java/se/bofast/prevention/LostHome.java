package se.bofast.prevention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What remains to be done when the home is lost (req A9): the person is followed for a year and
/// never closed as merely "evicted".
public final class LostHome {

    /// The steps, in the order they fall due.
    public enum Step {
        /// Tak över huvudet: a bed the same night.
        BED_TONIGHT,
        /// The children's school and safety.
        CHILDREN,
        /// A new plan for housing, within days.
        HOUSING_PLAN,
        FOLLOW_UP_1,
        /// A plan for the debts that remain.
        DEBT_PLAN,
        /// A reference from the landlord, for the next home.
        LANDLORD_REFERENCE,
        /// Kronofogden keeps the belongings for three months (UB 16 kap. 6 §).
        BELONGINGS,
        FOLLOW_UP_3,
        FOLLOW_UP_6,
        FOLLOW_UP_12;

        /// The last day for the step, counted from the day the home was lost.
        public LocalDate dueOn(LocalDate lostOn) {
            return switch (this) {
                case BED_TONIGHT, CHILDREN -> lostOn;
                case HOUSING_PLAN -> lostOn.plusDays(7);
                case FOLLOW_UP_1, DEBT_PLAN, LANDLORD_REFERENCE -> lostOn.plusMonths(1);
                case BELONGINGS, FOLLOW_UP_3 -> lostOn.plusMonths(3);
                case FOLLOW_UP_6 -> lostOn.plusMonths(6);
                case FOLLOW_UP_12 -> lostOn.plusMonths(12);
            };
        }
    }

    /// A step as it stands.
    public record Line(
            Step step,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            boolean notNeeded,
            @Nullable String note) {

        public boolean isLeft() {
            return doneOn == null && !notNeeded;
        }
    }

    private LostHome() {}
}
