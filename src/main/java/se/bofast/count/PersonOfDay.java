package se.bofast.count;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person on the day of a count, under every definition.
///
/// @param unit that answers for the stay
/// @param known whether it is known where the person was that day
/// @param leaving whether the person is to leave within three months, or should have left; null if
///   nobody has said
/// @param brief whether the person had been there for three months at most
/// @param homelessSince the first night of the run without a home, breaks of at most six nights
///   apart; null if the person had a home or it is not known
/// @param unbrokenSince the same without any break
public record PersonOfDay(
        UUID person,
        @Nullable UUID unit,
        @Nullable UUID form,
        @Nullable String step,
        boolean known,
        boolean hasHome,
        @Nullable Boolean leaving,
        @Nullable Boolean brief,
        @Nullable Integer age,
        @Nullable String sex,
        Household household,
        @Nullable LocalDate homelessSince,
        @Nullable LocalDate unbrokenSince,
        Map<Definition, Verdict> verdicts) {

    /// Whom the person lived with.
    ///
    /// @param id null if no household is on record
    /// @param adults with the person
    /// @param children who lived there always or every other week
    public record Household(@Nullable UUID id, int adults, int children) {}

    public PersonOfDay {
        verdicts = Map.copyOf(new EnumMap<>(verdicts));
    }

    public Verdict under(Definition definition) {
        return java.util.Objects.requireNonNull(verdicts.get(definition));
    }

    public boolean inAny() {
        return verdicts.values().stream().anyMatch(Verdict::in);
    }
}
