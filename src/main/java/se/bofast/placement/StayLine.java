package se.bofast.placement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;

/// A row of a list of stays.
///
/// @param numberColumn what the sender calls the column, for what the register finds wrong
/// @param startColumn the same
record StayLine(
        IdentityNumber number,
        FormId form,
        @Nullable String place,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable LocalDate expectedEndOn,
        String numberColumn,
        String numberText,
        String startColumn,
        String startText) {}
