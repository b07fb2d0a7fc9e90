package se.bofast.tenancy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;

/// A lease to be registered.
///
/// @param apartment the board's, that is let on; null: rented of the landlord
/// @param dwelling the home, where no apartment is given
/// @param rent a month's rent from the first day; null: not known yet
public record NewLease(
        @Nullable ApartmentId apartment,
        @Nullable DwellingId dwelling,
        List<PersonId> people,
        LeaseTerms terms,
        @Nullable Money rent,
        String reason) {

    public NewLease {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("somebody rents");
        }
        if ((apartment == null) == (dwelling == null)) {
            throw new IllegalArgumentException("a lease is of an apartment or of another home");
        }
    }
}
