/// Skuld: what is owed and to whom, what was paid, plans to pay it off, the rent the board has
/// promised to pay, relapse, and referrals to budget and debt advice.
///
/// Owns all of it for a matter of any kind; the room of the matter answers {@link Matters}.
/// Publishes {@link DebtSettled}, {@link DebtOpenAgain}, {@link RentPromised}, {@link
/// PromisedRentPaid}, {@link PromisedRentNotPaid} and {@link RentPromiseWithdrawn}, each within the
/// transaction of the change, and the views `debt.v_*`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "page",
            "deadline",
            "person",
            "dwelling"
        })
@ReadsViews({"access", "dwelling"})
package se.bofast.debt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
