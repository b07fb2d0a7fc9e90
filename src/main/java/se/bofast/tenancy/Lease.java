package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.PersonId;

/// A lease as it is believed now.
///
/// @param fact the row, shown back when it is changed
/// @param apartment the board's, that is let on; null where the person rents of the landlord
/// @param parties those one may see, the first first
public record Lease(
        LeaseId id,
        UUID fact,
        DwellingId dwelling,
        @Nullable ApartmentId apartment,
        LeaseTerms terms,
        List<Party> parties) {

    public Lease {
        parties = List.copyOf(parties);
    }

    /// Somebody who rents.
    ///
    /// @param endOn the last day as a party; null: as long as the lease lasts
    public record Party(UUID id, PersonId person, LocalDate startOn, @Nullable LocalDate endOn) {}

    public List<PersonId> people() {
        return parties.stream().map(Party::person).distinct().toList();
    }
}
