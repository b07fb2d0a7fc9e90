package se.bofast.placement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// A stay as somebody states it.
///
/// @param homeNumber 1, or 2 for a child's home with the other parent
/// @param startOn the first night
/// @param endOn the last night; null: goes on
/// @param move the same for all who move together; null: alone
public record NewStay(
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
        @Nullable UUID move) {

    public NewStay {
        if (homeNumber < 1 || homeNumber > 2 || homeNumber == 2 && layer == Layer.AWAY) {
            throw new IllegalArgumentException("one has a home, and a child perhaps two");
        }
        if (place != null && place.isBlank()) {
            throw new IllegalArgumentException("a place is written or not given");
        }
    }

    /// Where somebody lives from a day on.
    public static NewStay living(PersonId person, FormId form, LocalDate startOn) {
        return new NewStay(
                person, form, Layer.LIVES, 1, null, null, null, startOn, null, null, null, null);
    }

    /// The same as it is believed of a stay.
    static NewStay of(StayFact fact) {
        return new NewStay(
                fact.person(),
                fact.form(),
                fact.layer(),
                fact.homeNumber(),
                fact.dwelling(),
                fact.place(),
                fact.unit(),
                fact.startOn(),
                fact.endOn(),
                fact.expectedEndOn(),
                fact.endCause(),
                fact.move());
    }

    public NewStay inDwelling(@Nullable DwellingId where) {
        return new NewStay(
                person,
                form,
                layer,
                homeNumber,
                where,
                place,
                unit,
                startOn,
                endOn,
                expectedEndOn,
                endCause,
                move);
    }

    public NewStay atPlace(@Nullable String where) {
        return new NewStay(
                person,
                form,
                layer,
                homeNumber,
                dwelling,
                where,
                unit,
                startOn,
                endOn,
                expectedEndOn,
                endCause,
                move);
    }

    /// Upon the home, which goes on.
    public NewStay away() {
        return new NewStay(
                person,
                form,
                Layer.AWAY,
                1,
                dwelling,
                place,
                unit,
                startOn,
                endOn,
                expectedEndOn,
                endCause,
                move);
    }

    /// A child's home with the other parent.
    public NewStay secondHome() {
        return inHome(2);
    }

    NewStay inHome(int number) {
        return new NewStay(
                person,
                form,
                layer,
                number,
                dwelling,
                place,
                unit,
                startOn,
                endOn,
                expectedEndOn,
                endCause,
                move);
    }

    /// @param last the last night
    public NewStay until(@Nullable LocalDate last, @Nullable EndCause cause) {
        return new NewStay(
                person,
                form,
                layer,
                homeNumber,
                dwelling,
                place,
                unit,
                startOn,
                last,
                expectedEndOn,
                last == null ? null : cause,
                move);
    }

    public NewStay expectedUntil(@Nullable LocalDate day) {
        return new NewStay(
                person,
                form,
                layer,
                homeNumber,
                dwelling,
                place,
                unit,
                startOn,
                endOn,
                day,
                endCause,
                move);
    }

    NewStay inMove(UUID together) {
        return new NewStay(
                person,
                form,
                layer,
                homeNumber,
                dwelling,
                place,
                unit,
                startOn,
                endOn,
                expectedEndOn,
                endCause,
                together);
    }
}
