package se.bofast.tenancy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.Dwellings;
import se.bofast.filing.ImportKind.Outcome;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.tenancy.FindingLeases.Found;

/// Takes rows of a list of leases in, and back. What a row became is the new lease, or the new rent
/// of one that the register had. Within the transaction of the whole list.
@Component
class TakingLeases {

    private static final String REASON = "Inläst lista";

    private final JdbcClient db;
    private final FindingLeases finding;
    private final KeepingLeases keeping;
    private final Leases leases;
    private final Rents rents;
    private final Dwellings dwellings;
    private final Log log;

    TakingLeases(
            JdbcClient db,
            FindingLeases finding,
            KeepingLeases keeping,
            Leases leases,
            Rents rents,
            Dwellings dwellings,
            Log log) {
        this.db = db;
        this.finding = finding;
        this.keeping = keeping;
        this.leases = leases;
        this.rents = rents;
        this.dwellings = dwellings;
        this.log = log;
    }

    /// @throws Conflict if somebody has changed what the row is about since it was checked
    Outcome take(LeaseLine line, Map<IdentityNumber, PersonId> known) {
        return switch (finding.find(line, known)) {
            case Found.Wrong wrong -> throw new Conflict("tenancy.import.changedMeanwhile");
            case Found.There(var lease, var rent) -> again(lease, rent);
            case Found.Fresh fresh -> fresh(line, fresh);
        };
    }

    private Outcome again(Lease lease, FindingLeases.@Nullable NewRent rent) {
        var person = lease.people().getFirst();
        if (rent == null) {
            return new Outcome(lease.id().value(), true, person);
        }
        var row = rents.setRent(lease.id(), rent.from(), rent.rent(), REASON);
        record(
                lease,
                "RENT_SET",
                Map.of(
                        "from", rent.from().toString(),
                        "rent", Long.toString(rent.rent().ore())));
        return new Outcome(row, false, person);
    }

    private Outcome fresh(LeaseLine line, Found.Fresh fresh) {
        var fromTheFirst =
                line.rentFrom() == null || line.rentFrom().equals(line.terms().startOn());
        var kept =
                keeping.registering(
                        Action.IMPORT_LEASES,
                        new NewLease(
                                fresh.apartment(),
                                fresh.apartment() == null ? dwelling(fresh) : null,
                                fresh.people(),
                                line.terms(),
                                fromTheFirst ? line.rent() : null,
                                REASON));
        if (!(kept instanceof Kept.Done(var id))) {
            throw new Conflict("tenancy.import.changedMeanwhile");
        }
        if (!fromTheFirst && line.rent() != null && line.rentFrom() != null) {
            rents.setRent(id, line.rentFrom(), line.rent(), REASON);
        }
        return new Outcome(id.value(), false, fresh.people().getFirst());
    }

    private DwellingId dwelling(Found.Fresh fresh) {
        if (fresh.dwelling() != null) {
            return fresh.dwelling();
        }
        var address = Objects.requireNonNull(fresh.address(), "a home has an address");
        return dwellings.findOrAdd(
                new Dwellings.NewDwelling(
                        address.key(), address.street(), address.apartment(), null, null, null));
    }

    /// Those somebody has worked on since.
    Set<UUID> worked(Collection<UUID> results) {
        return new HashSet<>(
                db.sql(
                                """
                                select l.id from tenancy.lease l
                                where l.board_id = framework.board_id() and l.id = any (:ids)
                                  and ((select count(*) from tenancy.lease_fact f
                                        where f.board_id = l.board_id and f.lease_id = l.id) > 1
                                       or exists (select e.id from tenancy.entry e
                                                  where e.board_id = l.board_id and e.lease_id = l.id
                                                    and e.withdrawn_at is null)
                                       or exists (select v.id from tenancy.referral_event v
                                                  where v.board_id = l.board_id and v.lease_id = l.id
                                                    and v.withdrawn_at is null)
                                       or exists (select r.id from tenancy.rent r
                                                  where r.board_id = l.board_id and r.lease_id = l.id
                                                    and r.superseded_at is null and r.reason <> :reason)
                                       or (select count(*) from tenancy.rent r
                                           where r.board_id = l.board_id and r.lease_id = l.id
                                             and r.superseded_at is null) > 1
                                       or exists (select p.id from tenancy.lease_party p
                                                  join tenancy.lease_fact f on f.board_id = p.board_id
                                                      and f.lease_id = p.lease_id and f.superseded_at is null
                                                  where p.board_id = l.board_id and p.lease_id = l.id
                                                    and (p.end_on is not null or p.start_on <> f.start_on)))
                                union all
                                select t.id from tenancy.rent t
                                where t.board_id = framework.board_id() and t.id = any (:ids) and t.superseded_at is not null
                                """)
                        .param("ids", results.toArray(UUID[]::new))
                        .param("reason", REASON)
                        .query(UUID.class)
                        .list());
    }

    /// The new lease never was; what the rent was before holds again.
    ///
    /// @throws Conflict if something rests on the lease
    void takeBack(UUID result, String reason) {
        var lease = leases.find(new LeaseId(result));
        if (lease.isPresent()) {
            if (!keeping.mistaken(Action.IMPORT_LEASES, lease.get(), lease.get().fact(), reason)
                    .isDone()) {
                throw new Conflict("tenancy.import.changedMeanwhile");
            }
            return;
        }
        var of = rents.leaseOfRent(result).flatMap(leases::find).orElseThrow(NotFound::new);
        rents.takeRentBack(result);
        record(of, "RENT_TAKEN_BACK", Map.of());
    }

    private void record(Lease lease, String what, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.IMPORT_LEASES)
                        .about(LeaseRelations.KIND, lease.id().value())
                        .touching(lease.people())
                        .because(what)
                        .changing(Map.of(), is));
    }

    /// The lease a row became, or whose rent.
    LeaseId leaseOf(UUID result) {
        return rents.leaseOfRent(result).orElse(new LeaseId(result));
    }
}
