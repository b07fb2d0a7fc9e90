package se.bofast.dwelling;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Section;

/// The agreements with a landlord and the apartments the board has of it, on the landlord's page.
@Component
class LandlordApartments implements LandlordSection {

    private static final int ORDER = 100;

    private final Agreements agreements;
    private final Apartments apartments;
    private final Access access;
    private final Log log;
    private final Clock clock;

    LandlordApartments(
            Agreements agreements, Apartments apartments, Access access, Log log, Clock clock) {
        this.agreements = agreements;
        this.apartments = apartments;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public Optional<Section> section(Actor actor, LandlordId landlord) {
        if (!access.allows(actor, Action.SEE_APARTMENTS)) {
            return Optional.empty();
        }
        log.record(
                LogEntry.of(Action.SEE_APARTMENTS).about(LandlordRelations.KIND, landlord.value()));
        var today = HouseClock.today(clock);
        return Optional.of(
                new Section(
                        "dwelling/web/landlord-apartments",
                        Map.of(
                                "landlord", landlord,
                                "agreements", agreements.of(landlord),
                                "apartments",
                                        apartments.of(landlord).stream()
                                                .filter(one -> one.isHeldOn(today))
                                                .toList(),
                                "mayChange", access.allows(actor, Action.CHANGE_APARTMENT))));
    }
}
