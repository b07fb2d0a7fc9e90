package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// Tells who rented or slept in a home and when, so that what was written about the home in their
/// time goes when they do. Offer a bean of it.
public interface Inhabited {

    /// @param endOn the last day; null: still
    record Time(DwellingId dwelling, LocalDate startOn, @Nullable LocalDate endOn) {

        boolean has(LocalDate day) {
            return !day.isBefore(startOn) && (endOn == null || !day.isAfter(endOn));
        }
    }

    /// The times of these people.
    List<Time> of(Collection<PersonId> people);

    /// The times of everybody else in those homes.
    List<Time> ofOthers(Collection<DwellingId> homes, Collection<PersonId> people);
}
