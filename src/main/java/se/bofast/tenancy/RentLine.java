package se.bofast.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// A row of a list of payments from the bank or the accounts.
///
/// @param apartmentColumn what the list calls the number, for telling what is wrong with it
record RentLine(
        String apartment,
        String apartmentColumn,
        LocalDate on,
        Money amount,
        @Nullable String reference) {}
