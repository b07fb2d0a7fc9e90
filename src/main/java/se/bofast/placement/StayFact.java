package se.bofast.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// What is, or was, believed of a stay (vistelse).
///
/// @param fact the row, shown back when it is corrected
/// @param homeNumber 2: a child's home with the other parent
/// @param unit who gives the place, such as the shelter's unit
/// @param endOn the last night slept there; null: goes on
/// @param move the same for all who moved together
/// @param withdrawn entered by mistake: it never was
/// @param supersededAt null: believed now
public record StayFact(
        UUID fact,
        StayId stay,
        PersonId person,
        FormId form,
        Layer layer,
        int homeNumber,
        @Nullable DwellingId dwelling,
        @Nullable String place,
        @Nullable UnitId unit,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable LocalDate expectedEndOn,
        @Nullable EndCause endCause,
        @Nullable UUID move,
        boolean withdrawn,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        String reason) {

    public StayFact {
        if (endOn != null && endOn.isBefore(startOn)) {
            throw new IllegalArgumentException("a stay cannot end before it starts");
        }
    }

    /// Where somebody lives, and what may lie upon it while the home is kept.
    public enum Layer {
        LIVES,
        AWAY
    }

    /// Why a stay ended.
    public enum EndCause {
        MOVED_ON,
        MOVED_BACK,
        OWN_HOME,
        TIME_OUT,
        RENT,
        DISTURBANCE,
        OWN_WISH,
        DISCHARGED,
        SPLIT,
        DIED,
        OTHER,
        UNKNOWN
    }

    /// True if the night between the day and the next was spent there.
    public boolean includes(LocalDate night) {
        return !night.isBefore(startOn) && (endOn == null || !night.isAfter(endOn));
    }

    /// True if this was what one believed of the stay at the moment.
    public boolean believedAt(Instant moment) {
        return !recordedAt.isAfter(moment)
                && (supersededAt == null || supersededAt.isAfter(moment));
    }

    /// True if both are of the same person, home and layer and share a night.
    public boolean collidesWith(StayFact other) {
        return person.equals(other.person)
                && layer == other.layer
                && homeNumber == other.homeNumber
                && (endOn == null || !other.startOn.isAfter(endOn))
                && (other.endOn == null || !startOn.isAfter(other.endOn));
    }
}
