package se.bofast.prevention;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.Landlords;
import se.bofast.person.Counterpart;
import se.bofast.person.CounterpartSource;

/// Landlords of the register, to choose when a consent or a disclosure is written on a person's
/// page: so that the consent is known to be of the landlord of the case.
@Component
class LandlordCounterparts implements CounterpartSource {

    private final Landlords landlords;
    private final Access access;

    LandlordCounterparts(Landlords landlords, Access access) {
        this.landlords = landlords;
        this.access = access;
    }

    @Override
    public List<Counterpart> counterparts(Actor actor) {
        return access.allows(actor, Action.SEE_LANDLORDS)
                ? landlords.all().stream()
                        .map(l -> Counterpart.landlord(l.id().value(), l.name()))
                        .toList()
                : List.of();
    }
}
