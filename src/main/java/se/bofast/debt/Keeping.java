package se.bofast.debt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// What every change of a debt does around its own work: asks the guard, keeps what is computed,
/// tells who listens, writes the log.
@Component
class Keeping {

    private final Debts debts;
    private final MatterRooms rooms;
    private final Access access;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keeping(
            Debts debts,
            MatterRooms rooms,
            Access access,
            Log log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.debts = debts;
        this.rooms = rooms;
        this.access = access;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// @throws NotFound if the matter is not within the actor's reach
    void require(Actor actor, Subject matter) {
        access.require(actor, Action.RECORD_DEBT, rooms.known(matter));
    }

    /// The debt, locked, once the actor is found to reach it.
    Debts.Row reached(Actor actor, DebtId id) {
        require(actor, debts.matterOf(id).orElseThrow(NotFound::new));
        return debts.locked(id);
    }

    /// Counts anew when the debt was settled, and tells it if that changed.
    void recount(Debts.Row before) {
        var now = debts.settledOn(before.id());
        var was = before.settledOn();
        if (java.util.Objects.equals(now, was)) {
            return;
        }
        debts.writeSettledOn(before.id(), now);
        if (was != null) {
            tell(new DebtOpenAgain(before.matter(), before.id(), before.kind(), was));
        }
        if (now != null) {
            tell(new DebtSettled(before.matter(), before.id(), before.kind(), now));
        }
    }

    void tell(Object event) {
        events.publishEvent(event);
    }

    void record(
            Subject matter,
            @Nullable PersonId person,
            String what,
            Map<String, String> was,
            Map<String, String> is) {
        log.record(
                LogEntry.of(Action.RECORD_DEBT)
                        .about(matter.kind(), matter.id())
                        .touching(person)
                        .because(what)
                        .changing(was, is));
    }

    LocalDate today() {
        return HouseClock.today(clock);
    }

    /// What has happened has happened by today.
    void requireNotAhead(LocalDate day) {
        if (day.isAfter(today())) {
            throw new Conflict("debt.error.ahead");
        }
    }
}
