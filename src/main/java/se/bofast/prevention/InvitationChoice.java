package se.bofast.prevention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.UnitId;

/// Which cases a print run is for: open ones whose person has got no invitation.
///
/// @param kind of the newest notice; null: any
/// @param unit null: any
/// @param earliestOn no time is proposed before this day
public record InvitationChoice(
        CaseFilter.Whose whose,
        @Nullable SignalKind kind,
        @Nullable UnitId unit,
        LocalDate earliestOn) {

    CaseFilter filter() {
        return new CaseFilter(whose, CaseFilter.State.OPEN, unit, null, null, false, null);
    }
}
