package se.bofast.placement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;

/// How a form counts under a definition in a period.
///
/// @param fact the row, shown back when it is changed
public record Crosswalk(
        UUID fact,
        FormId form,
        Definition definition,
        Category category,
        Condition condition,
        LocalDate startOn,
        @Nullable LocalDate endOn) {

    /// Socialstyrelsen counts who is to leave within three months, or should have left; the city
    /// counts friends and acquaintances for three months at most (domain facts 5.1, 5.2).
    private static final int MONTHS = 3;

    public boolean includes(LocalDate day) {
        return !day.isBefore(startOn) && (endOn == null || !day.isAfter(endOn));
    }

    /// True if the stay counts on the day.
    ///
    /// @param hasHome true if the person has a home of their own that day
    public boolean counts(StayFact stay, boolean hasHome, LocalDate day) {
        if (!includes(day)) {
            return false;
        }
        return switch (condition) {
            case ALWAYS -> true;
            case NO_HOME -> !hasHome;
            case NO_HOME_AND_LEAVING ->
                    !hasHome
                            && stay.expectedEndOn() != null
                            && !stay.expectedEndOn().isAfter(day.plusMonths(MONTHS));
            case NO_HOME_AND_SHORT -> !hasHome && !stay.startOn().isBefore(day.minusMonths(MONTHS));
        };
    }
}
