package se.bofast.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;

/// Says what a tenant is to pay and what was paid. A wrong entry is withdrawn by a reason and stays
/// readable. Asks {@link Action#RECORD_RENT} and logs.
@Component
public class RecordingRent {

    private final Leases leases;
    private final Rents rents;
    private final Access access;
    private final Log log;
    private final Clock clock;

    RecordingRent(Leases leases, Rents rents, Access access, Log log, Clock clock) {
        this.leases = leases;
        this.rents = rents;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// A month's rent from the day. A rent of the same day is corrected by it and stays readable.
    @Transactional
    public void setRent(Actor actor, LeaseId id, LocalDate from, Money rent, String reason) {
        var lease = reached(actor, id);
        var day = from.isBefore(lease.terms().startOn()) ? lease.terms().startOn() : from;
        rents.setRent(id, day, rent, reason);
        record(lease, "RENT_SET", Map.of("from", day.toString(), "rent", ore(rent)));
    }

    /// A payment or a credit.
    ///
    /// @throws Conflict if the day is ahead
    @Transactional
    public EntryId enter(
            Actor actor,
            LeaseId id,
            EntryKind kind,
            LocalDate on,
            Money amount,
            @Nullable String reference,
            @Nullable String note) {
        var lease = reached(actor, id);
        if (on.isAfter(HouseClock.today(clock))) {
            throw new Conflict("tenancy.error.ahead");
        }
        var entry = rents.insert(id, kind, on, amount, reference, note);
        record(
                lease,
                "RENT_ENTERED",
                Map.of(
                        "entry", entry.toString(),
                        "kind", kind.name(),
                        "amount", ore(amount),
                        "on", on.toString()));
        return entry;
    }

    /// Takes an entry back. Twice is once.
    ///
    /// @throws NotFound if there is no such entry within reach
    @Transactional
    public LeaseId withdraw(Actor actor, EntryId entry, String reason) {
        var id = rents.leaseOf(entry).orElseThrow(NotFound::new);
        var lease = reached(actor, id);
        if (rents.withdraw(entry, reason)) {
            record(lease, "RENT_ENTRY_WITHDRAWN", Map.of("entry", entry.toString()));
        }
        return id;
    }

    /// The lease of an entry, for who may write in its ledger.
    ///
    /// @throws NotFound if there is no such entry within reach
    @Transactional(readOnly = true)
    public LeaseId leaseOf(Actor actor, EntryId entry) {
        var id = rents.leaseOf(entry).orElseThrow(NotFound::new);
        reached(actor, id);
        return id;
    }

    private Lease reached(Actor actor, LeaseId id) {
        access.require(actor, Action.RECORD_RENT, new Subject(LeaseRelations.KIND, id.value()));
        var lease = leases.find(id).orElseThrow(NotFound::new);
        if (lease.terms().isByMistake()) {
            throw new Conflict("tenancy.refused.byMistake");
        }
        return lease;
    }

    private void record(Lease lease, String what, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.RECORD_RENT)
                        .about(LeaseRelations.KIND, lease.id().value())
                        .touching(lease.people())
                        .because(what)
                        .changing(Map.of(), is));
    }

    private static String ore(Money amount) {
        return Long.toString(amount.ore());
    }
}
