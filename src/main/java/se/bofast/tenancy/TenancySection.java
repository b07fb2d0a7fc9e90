package se.bofast.tenancy;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.PersonId;
import se.bofast.page.Section;
import se.bofast.person.PersonSection;

/// What a person rents, and whether they wait for an apartment, on the person's page.
@Component
class TenancySection implements PersonSection {

    private static final int ORDER = 700;

    private final ReadingLeases leases;
    private final Referring referring;
    private final Access access;

    TenancySection(ReadingLeases leases, Referring referring, Access access) {
        this.leases = leases;
        this.referring = referring;
        this.access = access;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public Optional<Section> section(Actor actor, PersonId person) {
        if (!access.allows(actor, Action.SEE_LEASES)) {
            return Optional.empty();
        }
        var rented = leases.of(actor, person);
        var referred = referring.of(actor, person);
        var mayKeep = access.allows(actor, Action.KEEP_LEASES);
        var mayRefer = access.allows(actor, Action.REFER_TO_HOME, CarriedPerson.of(person));
        var maySearch = access.allows(actor, Action.RECORD_HOME_SEARCH, CarriedPerson.of(person));
        if (rented.isEmpty() && referred.isEmpty() && !mayKeep && !mayRefer && !maySearch) {
            return Optional.empty();
        }
        return Optional.of(
                new Section(
                        "tenancy/web/person",
                        Map.of(
                                "person", person,
                                "leases", rented,
                                "referrals", referred,
                                "mayKeep", mayKeep,
                                "mayRefer", mayRefer,
                                "maySearch", maySearch)));
    }
}
