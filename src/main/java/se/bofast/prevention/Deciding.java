package se.bofast.prevention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Money;

/// What came of an attempt to decide. A refusal is an answer, and nothing has changed then.
public sealed interface Deciding {

    record Decided(DecisionId id) implements Deciding {}

    record Refused(Reason reason) implements Deciding {}

    enum Reason {
        /// The day lies ahead.
        IN_THE_FUTURE,
        /// Who decides has no valid delegation for it.
        NO_DELEGATION,
        /// The delegation does not reach the amount.
        ABOVE_DELEGATION,
        /// The last day to undertake the rent has passed (JB 12 kap. 44 §), and the landlord has
        /// not agreed to one that comes late.
        AFTER_LAST_DAY,
        /// The case is closed.
        CASE_CLOSED
    }

    enum Kind {
        /// An inquiry is opened (SoL 2025:400 14 kap. 2 §).
        INQUIRY_OPENED,
        /// No inquiry is opened; the reason must be written (JO 1683-2017).
        INQUIRY_NOT_OPENED,
        /// The board undertakes the rent (JB 12 kap. 44 § fjärde stycket 1).
        UNDERTAKING,
        UNDERTAKING_DECLINED
    }

    /// An undertaking to be decided.
    ///
    /// @param months the rent it covers, in words: "oktober och november 2026"
    /// @param decidedBy who decides by delegation
    /// @param acceptedLate the landlord has agreed to it although the last day has passed
    record Undertaking(
            Money amount,
            String months,
            LandlordId landlord,
            EmployeeId decidedBy,
            LocalDate decidedOn,
            String reason,
            boolean acceptedLate) {}

    /// A decision as it stands.
    record Decision(
            DecisionId id,
            Kind kind,
            String reason,
            LocalDate decidedOn,
            EmployeeId decidedBy,
            @Nullable String delegationPoint,
            @Nullable Money amount,
            @Nullable String months,
            @Nullable LandlordId landlord,
            @Nullable LocalDate sentOn,
            boolean withdrawn) {}
}
