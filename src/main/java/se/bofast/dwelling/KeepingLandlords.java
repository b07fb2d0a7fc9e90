package se.bofast.dwelling;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.LandlordContact.ContactId;
import se.bofast.dwelling.LandlordContact.Reached;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// Keeps the register of landlords by hand.
@Component
public class KeepingLandlords {

    /// What came of changing somebody one talks to.
    public sealed interface Changing {
        record Done() implements Changing {}

        /// Somebody changed or ended the contact since it was read.
        record ChangedMeanwhile(LandlordContact now) implements Changing {}
    }

    private final Landlords landlords;
    private final LandlordContacts contacts;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingLandlords(
            Landlords landlords, LandlordContacts contacts, Access access, Log log, Clock clock) {
        this.landlords = landlords;
        this.contacts = contacts;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public Landlords.Naming add(Actor actor, LandlordDetails details) {
        access.require(actor, Action.CHANGE_LANDLORD);
        return landlords.add(actor, details);
    }

    /// @param seen the version the change was made from
    @Transactional
    public Landlords.Naming change(Actor actor, LandlordId id, int seen, LandlordDetails details) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(id));
        return landlords.change(actor, id, seen, details);
    }

    /// From today on no longer chosen for anything new.
    @Transactional
    public void close(Actor actor, LandlordId id) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(id));
        landlords.close(actor, id, HouseClock.today(clock));
    }

    @Transactional
    public Landlords.Naming reopen(Actor actor, LandlordId id) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(id));
        return landlords.reopen(actor, id);
    }

    @Transactional
    public ContactId addContact(Actor actor, LandlordId landlord, Reached reached) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(landlord));
        var id = contacts.add(landlord, reached);
        record(landlord, "CONTACT_ADDED", Map.of(), fields(id, reached));
        return id;
    }

    /// @param seen the version the change was made from
    @Transactional
    public Changing changeContact(
            Actor actor, LandlordId landlord, ContactId contact, int seen, Reached reached) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(landlord));
        var before = contact(landlord, contact);
        if (before.reached().equals(reached) && before.isInUse()) {
            return new Changing.Done();
        }
        if (!contacts.change(landlord, contact, seen, reached)) {
            return new Changing.ChangedMeanwhile(contact(landlord, contact));
        }
        record(
                landlord,
                "CONTACT_CHANGED",
                fields(contact, before.reached()),
                fields(contact, reached));
        return new Changing.Done();
    }

    /// From today on one talks to somebody else.
    @Transactional
    public void endContact(Actor actor, LandlordId landlord, ContactId contact) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(landlord));
        if (contacts.end(landlord, contact, HouseClock.today(clock))) {
            record(landlord, "CONTACT_ENDED", id(contact), Map.of());
        } else {
            contact(landlord, contact);
        }
    }

    @Transactional
    public void resumeContact(Actor actor, LandlordId landlord, ContactId contact) {
        access.require(actor, Action.CHANGE_LANDLORD, subject(landlord));
        if (contacts.resume(landlord, contact)) {
            record(landlord, "CONTACT_RESUMED", Map.of(), id(contact));
        } else {
            contact(landlord, contact);
        }
    }

    private LandlordContact contact(LandlordId landlord, ContactId contact) {
        return contacts.of(landlord).stream()
                .filter(one -> one.id().equals(contact))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void record(
            LandlordId landlord, String why, Map<String, String> was, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.CHANGE_LANDLORD)
                        .because(why)
                        .about(LandlordRelations.KIND, landlord.value())
                        .changing(was, is));
    }

    private static Map<String, String> id(ContactId contact) {
        return Map.of("contact", contact.value().toString());
    }

    private static Map<String, String> fields(ContactId contact, Reached reached) {
        var fields = new HashMap<>(id(contact));
        fields.put("name", reached.name());
        fields.put("function", reached.function() == null ? "" : reached.function());
        fields.put("phone", reached.phone() == null ? "" : reached.phone());
        fields.put("email", reached.email() == null ? "" : reached.email());
        return fields;
    }

    private static Subject subject(LandlordId id) {
        return new Subject(LandlordRelations.KIND, id.value());
    }
}
