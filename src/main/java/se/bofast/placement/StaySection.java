package se.bofast.placement;

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

/// Where the person lives now, on the person's page.
@Component
class StaySection implements PersonSection {

    private static final int ORDER = 150;

    private final KeepingStays keeping;
    private final Access access;

    StaySection(KeepingStays keeping, Access access) {
        this.keeping = keeping;
        this.access = access;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public Optional<Section> section(Actor actor, PersonId person) {
        if (!access.allows(actor, Action.SEE_STAYS, KeepingStays.subject(person))) {
            return Optional.empty();
        }
        return Optional.of(
                new Section(
                        "placement/web/person-stays", Map.of("view", keeping.see(actor, person))));
    }
}
