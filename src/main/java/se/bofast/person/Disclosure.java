package se.bofast.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;

/// What was told to whom, on what ground. Stands for ever as it was written.
///
/// @param person null where nobody was named
/// @param toldBy null: the house itself (an automatic receipt)
public record Disclosure(
        DisclosureId id,
        @Nullable PersonId person,
        Subject matter,
        Counterpart to,
        Ground ground,
        String content,
        @Nullable String note,
        Instant toldAt,
        @Nullable EmployeeId toldBy) {

    public record DisclosureId(UUID value) {}

    /// Why the secrecy of OSL 26 kap. 1 § did not stand in the way.
    public enum Ground {
        /// The person has consented (OSL 10 kap. 1 §, 12 kap. 2 §).
        CONSENT,
        /// A duty by law or ordinance (OSL 10 kap. 28 §), named in the note.
        DUTY,
        /// Necessary for the board's own task (OSL 10 kap. 2 §), with the reason in the note. Read
        /// strictly.
        NECESSARY,
        /// General information that says nothing of anybody.
        GENERAL_INFORMATION,
        /// That a message has come, and whom to ask; says nothing of anybody.
        RECEIPT
    }

    /// Something about to be told.
    ///
    /// @param person whom it is about; null for what names nobody
    /// @param matter the case, signal or person it belongs to
    /// @param scope what the consent must cover; needed for {@link Ground#CONSENT}
    /// @param note the named legal basis of a duty, or the reason why it is necessary
    public record Intended(
            @Nullable PersonId person,
            Subject matter,
            Counterpart to,
            Ground ground,
            Consent.@Nullable ConsentScope scope,
            String content,
            @Nullable String note) {}

    /// What came of it. A refusal means: do not tell.
    public sealed interface Telling {

        record Recorded(DisclosureId id) implements Telling {}

        record Refused(RefusalReason reason) implements Telling {}
    }

    /// Why something must not be told; the sentence stands in the message files.
    public enum RefusalReason {
        /// No valid consent of the right scope for this counterpart.
        CONSENT_MISSING,
        /// Consent and duty are about somebody.
        PERSON_MISSING,
        /// The law that gives the duty is not named.
        DUTY_NOT_NAMED,
        /// The reason why it is necessary is not written.
        NECESSITY_NOT_WRITTEN,
        /// General information and receipts are about nobody.
        NAMES_SOMEBODY
    }
}
