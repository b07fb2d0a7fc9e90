package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Somebody who waits for an apartment, or has got one that way.
///
/// @param fact the row of the needs, shown back when they are changed
/// @param grantedOn the day of the decision that grants the home; null: none is known
/// @param account who referred them; null: the unit as a whole
public record Referral(
        ReferralId id,
        PersonId person,
        UnitId unit,
        @Nullable EmployeeId account,
        UUID fact,
        @Nullable LocalDate grantedOn,
        Needs needs,
        Way way) {}
