package se.bofast.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.debt.Creditor;
import se.bofast.dwelling.KeepingLandlords;
import se.bofast.dwelling.LandlordContact;
import se.bofast.dwelling.LandlordDetails;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.Landlords;
import se.bofast.person.Counterpart;

/// The invented landlords of the invented town.
@Component
class DemoLandlords {

    /// The municipality's own company; sends a workbook every week.
    static final String BJOERKSTADSHEM = "Björkstadshem";

    /// Sends a list as text.
    static final String KVARNHUS = "Kvarnhus Fastigheter";

    /// Small; writes letters.
    static final String LINDAASEN = "Lindåsens Bostäder";

    static final List<String> ALL = List.of(BJOERKSTADSHEM, KVARNHUS, LINDAASEN);

    private final Landlords landlords;
    private final KeepingLandlords keeping;

    DemoLandlords(Landlords landlords, KeepingLandlords keeping) {
        this.landlords = landlords;
        this.keeping = keeping;
    }

    /// Enters them with whom one talks to there.
    void make(Actor actor) {
        make(actor, BJOERKSTADSHEM, LandlordKind.MUNICIPAL, "Torggatan 2", "08-465 004 10");
        make(actor, KVARNHUS, LandlordKind.PRIVATE, "Kvarngatan 18", "08-465 004 21");
        make(actor, LINDAASEN, LandlordKind.PRIVATE, "Lindvägen 5", "08-465 004 32");
    }

    private void make(Actor actor, String name, LandlordKind kind, String street, String phone) {
        var details =
                new LandlordDetails(
                        name, kind, null, street, "123 45", "Björkstad", phone, null, null);
        if (keeping.add(actor, details) instanceof Landlords.Naming.Named(var id)) {
            keeping.addContact(
                    actor,
                    id,
                    new LandlordContact.Reached("Robin Hyrén", "Hyresadministration", phone, null));
        }
    }

    LandlordId id(String name) {
        return landlords.byNameKey(name).orElseThrow();
    }

    Counterpart counterpart(String name) {
        return Counterpart.landlord(id(name).value(), name);
    }

    Creditor creditor(String name) {
        return new Creditor.OfRegister(id(name), name);
    }
}
