package se.bofast.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;

/// A row of a list of leases.
///
/// @param apartment the number of one of the board's; null: the address says which home
/// @param rent a month's rent; null: not said
/// @param rentFrom from when; null: from the first day
/// @param cells as they stood, so that a fault can point at them
record LeaseLine(
        @Nullable String apartment,
        @Nullable Address address,
        IdentityNumber tenant,
        @Nullable IdentityNumber tenantToo,
        LeaseTerms terms,
        @Nullable Money rent,
        @Nullable LocalDate rentFrom,
        Cells cells) {

    LeaseLine {
        if (apartment == null && address == null) {
            throw new IllegalArgumentException("a lease is of a home");
        }
    }

    /// @param key what addresses are compared by
    record Address(String key, String street, @Nullable String apartment) {}

    record Cell(String column, String text) {}

    record Cells(Cell home, Cell tenant, Cell tenantToo, Cell start, Cell rentFrom) {}

    /// True where the other says the same of the same lease.
    boolean saysTheSameAs(LeaseLine other) {
        return new LeaseLine(
                        other.apartment,
                        other.address,
                        other.tenant,
                        other.tenantToo,
                        other.terms,
                        other.rent,
                        other.rentFrom,
                        cells)
                .equals(this);
    }
}
