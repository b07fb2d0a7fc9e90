package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent;

/// A contact made, or an attempt at one (A4). It is withdrawn with a reason, never erased.
///
/// @param told what a landlord came to know; null where nothing reached one
/// @param toFileAt when the note was copied to the board's records ("förd till akten")
/// @param withdrawnReason null while the contact stands
public record Contact(
        ContactId id,
        Subject matter,
        @Nullable PersonId person,
        With with,
        By by,
        Outcome outcome,
        boolean withLandlord,
        Instant happenedAt,
        @Nullable String note,
        @Nullable Told told,
        Set<Advice> advice,
        @Nullable LocalDate nextTryOn,
        @Nullable By nextTryBy,
        @Nullable EmployeeId recordedBy,
        @Nullable Instant toFileAt,
        @Nullable String withdrawnReason) {

    public record ContactId(UUID value) {}

    /// Whom one was in contact with.
    public enum With {
        TENANT,
        LANDLORD,
        ENFORCEMENT_AUTHORITY,
        OTHER_UNIT,
        HEALTH_CARE,
        RELATIVE,
        COLLEAGUE,
        OTHER
    }

    /// In which way.
    public enum By {
        PHONE,
        HOME_VISIT,
        OFFICE,
        SMS,
        EMAIL,
        LETTER,
        DIGITAL_MEETING
    }

    /// What came of it.
    public enum Outcome {
        PERSONAL_CONTACT,
        NO_ANSWER,
        LEFT_MESSAGE,
        SENT,
        RETURNED,
        REFUSED,
        INFORMATION_GIVEN;

        /// Something said or written has come to the other.
        public boolean reaches() {
            return switch (this) {
                case PERSONAL_CONTACT, LEFT_MESSAGE, SENT, INFORMATION_GIVEN -> true;
                case NO_ANSWER, RETURNED, REFUSED -> false;
            };
        }
    }

    /// What a landlord came to know in the contact (A5).
    public enum Told {
        /// A receipt, or general information: nothing about anybody. Always allowed.
        NOTHING_ABOUT_ANYONE,
        CONTACT_ABOUT_DEBT,
        AGREED_STEPS,
        OTHER_ABOUT_HOME;

        /// What a consent must cover; empty where none is needed.
        public Optional<Consent.ConsentScope> needs() {
            return switch (this) {
                case NOTHING_ABOUT_ANYONE -> Optional.empty();
                case CONTACT_ABOUT_DEBT -> Optional.of(Consent.ConsentScope.CONTACT_ABOUT_DEBT);
                case AGREED_STEPS -> Optional.of(Consent.ConsentScope.AGREED_STEPS);
                case OTHER_ABOUT_HOME -> Optional.of(Consent.ConsentScope.ALL_ABOUT_HOME);
            };
        }
    }

    /// What was given, as codes that are counted (A12).
    public enum Advice {
        /// Hyresrådgivning.
        TENANCY_ADVICE,
        BUDGET_ADVICE,
        SENT_TO_BUDGET_ADVISER,
        SENT_TO_INCOME_SUPPORT,
        SENT_TO_OTHER,
        HELP_WITH_PAPERS,
        /// The disturbance ceased after a warning.
        WARNING_HELPED,
        /// Konsultation till en kollega.
        CONSULTED_COLLEAGUE
    }

    public Contact {
        advice = Set.copyOf(advice);
    }

    /// An attempt to reach the tenant; contact with others is none.
    public boolean isAttempt() {
        return with == With.TENANT && withdrawnReason == null;
    }

    /// Counts towards the goal of personal contact in every matter.
    public boolean isPersonal() {
        return isAttempt() && outcome == Outcome.PERSONAL_CONTACT;
    }
}
