package se.bofast.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// The letter to a person whose home is at risk: what happens now, what help there is, a proposed
/// time, and a code to change it (req A3).
///
/// @param debt the amount the signal states, or null if it is not known or not about money
/// @param lastDay last day to answer Kronofogden (payment order) or to pay and keep the lease (rent
///   arrears, JB 12 kap. 44 §), or null if it is not known; never guessed
/// @param childrenAtHome children known to live in the home, 0 if none is known
public record Invitation(
        Reason reason,
        @Nullable Money debt,
        @Nullable LocalDate lastDay,
        int childrenAtHome,
        Appointment appointment,
        LetterCode code)
        implements LetterContent {

    /// Why the person gets the letter.
    public enum Reason {
        /// Betalningsföreläggande: the landlord has applied to Kronofogden.
        PAYMENT_ORDER,
        /// The landlord has given notice because of unpaid rent (JB 12 kap. 44 §).
        RENT_ARREARS,
        /// The landlord has told the board of disturbances (JB 12 kap. 25 a §).
        DISTURBANCE,
        /// Anything else that makes someone worry about the home.
        WORRY;

        /// Whether it is about unpaid rent.
        public boolean isAboutMoney() {
            return this == PAYMENT_ORDER || this == RENT_ARREARS;
        }
    }

    public Invitation {
        if (debt != null && !(reason.isAboutMoney() && debt.isPositive())) {
            throw new IllegalArgumentException("a debt belongs to unpaid rent and is more than 0");
        }
        if (lastDay != null && !reason.isAboutMoney()) {
            throw new IllegalArgumentException("only unpaid rent has a last day");
        }
        if (childrenAtHome < 0) {
            throw new IllegalArgumentException("children cannot be fewer than 0");
        }
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.INVITATION;
    }
}
