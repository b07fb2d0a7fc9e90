package se.bofast.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Writes down contacts and attempts at them (A4, A12).
@Component
public class LoggingContact {

    /// The kind of {@link Subject} a contact is in the log.
    public static final String KIND = "contact";

    /// What came of writing a contact down.
    public sealed interface Written {
        record Done(Contact.ContactId id) implements Written {}

        record Refused(Reason reason) implements Written {}
    }

    public enum Reason {
        /// Together with the landlord needs the person's consent (product.md A5; OSL 26 kap. 1 §).
        NO_CONSENT,
        /// The matter names no person or no landlord, so nobody can have consented.
        NOBODY_TO_ASK,
        /// Something about the person was told, without consent and without a recorded ground.
        NO_GROUND_TO_TELL,
        /// A landlord was reached, and it is not said what they came to know.
        TELLING_UNSAID,
        /// Something about the person was told, and the note does not say what.
        TELLING_NOT_WRITTEN,
        IN_THE_FUTURE
    }

    /// A finished note as plain text parts for the board's own records.
    public record Note(Contact contact, Matters.Matter matter) {}

    private final Contacts contacts;
    private final MatterBook matters;
    private final JointVisits jointVisits;
    private final TellingGround tellingGround;
    private final Access access;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoggingContact(
            Contacts contacts,
            MatterBook matters,
            JointVisits jointVisits,
            TellingGround tellingGround,
            Access access,
            Log log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contacts = contacts;
        this.matters = matters;
        this.jointVisits = jointVisits;
        this.tellingGround = tellingGround;
        this.access = access;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// Writes a contact down and tells downstream ({@link ContactLogged}).
    @Transactional
    public Written log(Actor actor, Subject subject, NewContact contact) {
        access.require(actor, Action.LOG_CONTACT, subject);
        var matter = matters.get(subject);
        if (contact.happenedAt().isAfter(clock.instant())) {
            return new Written.Refused(Reason.IN_THE_FUTURE);
        }
        if (contact.withLandlord()) {
            var refused = jointVisits.refusal(matter, contact.happenedAt());
            if (refused.isPresent()) {
                return new Written.Refused(refused.get());
            }
        }
        var ungrounded = tellingGround.refusal(actor, matter, contact);
        if (ungrounded.isPresent()) {
            return new Written.Refused(ungrounded.get());
        }
        var id = contacts.add(subject, matter.person(), contact);
        log.record(
                LogEntry.of(Action.LOG_CONTACT)
                        .about(KIND, id.value())
                        .because(contact.outcome().name())
                        .touching(matter.person()));
        var attempt = contact.with() == Contact.With.TENANT;
        events.publishEvent(
                new ContactLogged(
                        subject,
                        contact.happenedAt(),
                        attempt,
                        attempt && contact.outcome() == Contact.Outcome.PERSONAL_CONTACT,
                        contact.with() == Contact.With.LANDLORD
                                && contact.outcome() == Contact.Outcome.INFORMATION_GIVEN));
        return new Written.Done(id);
    }

    /// Writes down that letters of a print run went out, one to each, and tells downstream once
    /// ({@link LettersSent}). The caller has chosen matters within the actor's reach.
    @Transactional
    public void lettersSent(Actor actor, Map<Subject, PersonId> receivers, Instant at) {
        access.require(actor, Action.PRINT_LETTERS);
        if (receivers.isEmpty()) {
            return;
        }
        contacts.addLetters(receivers, at);
        log.record(
                LogEntry.of(Action.LOG_CONTACT)
                        .because("LETTERS_SENT")
                        .touching(receivers.values()));
        events.publishEvent(new LettersSent(receivers.keySet(), at));
    }

    /// Takes back what was written by mistake. It stays readable with the reason and counts
    /// nowhere.
    ///
    /// @throws NotFound if there is no such contact within reach
    @Transactional
    public void withdraw(Actor actor, Contact.ContactId id, String reason) {
        var contact = required(actor, Action.LOG_CONTACT, id);
        if (!contacts.withdraw(id, reason)) {
            return;
        }
        log.record(
                LogEntry.of(Action.LOG_CONTACT)
                        .about(KIND, id.value())
                        .because("WITHDRAWN")
                        .touching(contact.person()));
        events.publishEvent(new ContactWithdrawn(contact.matter()));
    }

    /// Marks that the note now stands in the board's own records, so that nobody writes it twice.
    ///
    /// @param done false takes the mark away again
    @Transactional
    public Subject toFile(Actor actor, Contact.ContactId id, boolean done) {
        var contact = required(actor, Action.LOG_CONTACT, id);
        contacts.toFile(id, done ? clock.instant() : null);
        log.record(
                LogEntry.of(Action.LOG_CONTACT)
                        .about(KIND, id.value())
                        .because(done ? "TO_FILE" : "NOT_TO_FILE")
                        .touching(contact.person()));
        return contact.matter();
    }

    /// The note of one contact, to be copied.
    @Transactional
    public Note note(Actor actor, UUID id) {
        var contact = required(actor, Action.LOG_CONTACT, new Contact.ContactId(id));
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .about(KIND, id)
                        .because("COPY_NOTE")
                        .touching(contact.person()));
        return new Note(contact, matters.get(contact.matter()));
    }

    private Contact required(Actor actor, Action action, Contact.ContactId id) {
        var contact = contacts.find(id).orElseThrow(NotFound::new);
        access.require(actor, action, contact.matter());
        return contact;
    }
}
