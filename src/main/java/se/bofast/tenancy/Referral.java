package se.bofast.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Somebody who waits for an apartment, or has got one that way.
///
/// @param fact the row of the needs, shown back when they are changed
/// @param account who referred them; null: the unit as a whole
public record Referral(
        ReferralId id,
        PersonId person,
        UnitId unit,
        @Nullable EmployeeId account,
        UUID fact,
        Needs needs,
        Way way) {}
