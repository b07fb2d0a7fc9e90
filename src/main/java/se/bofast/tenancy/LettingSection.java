package se.bofast.tenancy;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentSection;
import se.bofast.page.Section;

/// Who rents the apartment and has rented it, and what it cost empty, on the apartment's page.
@Component
class LettingSection implements ApartmentSection {

    private static final int ORDER = 700;

    private final ReadingLeases leases;
    private final Vacancies vacancies;
    private final Access access;

    LettingSection(ReadingLeases leases, Vacancies vacancies, Access access) {
        this.leases = leases;
        this.vacancies = vacancies;
        this.access = access;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public Optional<Section> section(Actor actor, ApartmentId apartment) {
        return Optional.of(
                new Section(
                        "tenancy/web/letting",
                        Map.of(
                                "leases",
                                access.allows(actor, Action.SEE_LEASES)
                                        ? leases.of(actor, apartment)
                                        : java.util.List.of(),
                                "vacancies",
                                vacancies.of(actor, apartment),
                                "mayOffer",
                                access.allows(actor, Action.OFFER_HOME))));
    }
}
