package se.bofast.debt;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A new debt soon after an earlier one was settled (återfall).
///
/// @param settledOn the day the earlier debt was settled
/// @param arisenOn the day the new one arose
public record Relapse(LocalDate settledOn, LocalDate arisenOn) {

    /// What counts as soon where the board has not said otherwise, in months.
    public static final int USUAL_MONTHS = 12;

    /// @param settledOn the last day an earlier debt was settled; null: there was none
    /// @param months within how many months; the day n months on is still within
    /// @return empty when it is no relapse
    public static Optional<Relapse> within(
            @Nullable LocalDate settledOn, LocalDate arisenOn, int months) {
        return settledOn != null
                        && arisenOn.isAfter(settledOn)
                        && !arisenOn.isAfter(settledOn.plusMonths(months))
                ? Optional.of(new Relapse(settledOn, arisenOn))
                : Optional.empty();
    }
}
