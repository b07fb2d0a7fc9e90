package se.bofast.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// A person's permission to tell somebody something (OSL 10 kap. 1 §, 12 kap. 2 §).
///
/// @param untilOn the last day it holds; null: until it is withdrawn
/// @param withdrawnOn from this day on it no longer holds
public record Consent(
        ConsentId id,
        PersonId person,
        ConsentScope scope,
        Counterpart to,
        ConsentForm form,
        LocalDate givenOn,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate withdrawnOn) {

    public record ConsentId(UUID value) {}

    /// What may be told.
    public enum ConsentScope {
        /// That the board is in contact about the debt.
        CONTACT_ABOUT_DEBT,
        /// The steps agreed on, such as an instalment plan.
        AGREED_STEPS,
        /// To visit the home together.
        JOINT_VISIT,
        /// Everything about the home; includes the others.
        ALL_ABOUT_HOME;

        public boolean covers(ConsentScope asked) {
            return this == asked || this == ALL_ABOUT_HOME;
        }
    }

    public enum ConsentForm {
        WRITTEN,
        ORAL
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(givenOn)
                && (untilOn == null || !day.isAfter(untilOn))
                && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }
}
