package se.bofast.dwelling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// A good row of a list of apartments, before it is known whose list it is.
///
/// @param landlord as written in the row
/// @param agreement what the list calls it
/// @param rentFrom from when the rent holds; null: from when the board holds the apartment
record ApartmentLine(
        ApartmentDetails details,
        ApartmentPlace place,
        @Nullable String landlord,
        @Nullable String agreement,
        LocalDate startOn,
        @Nullable Money rent,
        @Nullable LocalDate rentFrom) {}
