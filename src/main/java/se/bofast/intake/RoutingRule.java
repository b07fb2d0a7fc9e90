package se.bofast.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// A rule for which unit gets a signal about somebody not known before. An empty condition always
/// fits; the first rule that fits decides.
///
/// @param position rules are asked in this order
/// @param ageFrom in whole years the day the signal came, included
/// @param ageTo included
/// @param postalPrefix first figures of the postal code
/// @param responsible who gets it there; null: nobody yet, which raises an alarm
/// @param endOn last day it is asked, included
public record RoutingRule(
        UUID id,
        int position,
        String name,
        @Nullable SignalKind kind,
        @Nullable Boolean withChildren,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable String postalPrefix,
        UnitId unit,
        @Nullable EmployeeId responsible,
        LocalDate startOn,
        @Nullable LocalDate endOn) {

    Routing.Rule rule() {
        return new Routing.Rule(
                position,
                name,
                kind,
                withChildren,
                ageFrom,
                ageTo,
                postalPrefix,
                unit,
                responsible);
    }
}
