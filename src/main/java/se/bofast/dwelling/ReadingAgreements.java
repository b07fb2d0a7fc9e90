package se.bofast.dwelling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// An agreement as its page shows it.
@Component
public class ReadingAgreements {

    /// @param held those the board holds under it today
    /// @param ended those it has held
    /// @param delivered how many came in each year, the latest first
    /// @param thisYear how many have come this year
    public record View(
            Agreement agreement,
            List<Apartment> held,
            List<Apartment> ended,
            Map<Integer, Integer> delivered,
            int thisYear,
            boolean mayChange) {}

    private final Agreements agreements;
    private final Apartments apartments;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ReadingAgreements(
            Agreements agreements, Apartments apartments, Access access, Log log, Clock clock) {
        this.agreements = agreements;
        this.apartments = apartments;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @throws NotFound if there is no such agreement
    @Transactional
    public View whole(Actor actor, AgreementId id) {
        access.require(actor, Action.SEE_APARTMENTS);
        var agreement = agreements.find(id).orElseThrow(NotFound::new);
        log.record(LogEntry.of(Action.SEE_APARTMENTS).about(Agreements.KIND, id.value()));
        var today = HouseClock.today(clock);
        var all = apartments.of(id);
        var delivered = agreements.delivered(id);
        return new View(
                agreement,
                all.stream().filter(one -> one.isHeldOn(today)).toList(),
                all.stream().filter(one -> !one.isHeldOn(today)).toList(),
                delivered,
                delivered.getOrDefault(today.getYear(), 0),
                access.allows(actor, Action.CHANGE_APARTMENT));
    }
}
