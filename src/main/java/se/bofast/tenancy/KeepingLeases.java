package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.tenancy.Kept.ChangedMeanwhile;
import se.bofast.tenancy.Kept.Done;
import se.bofast.tenancy.Kept.Reason;
import se.bofast.tenancy.Kept.Refused;

/// Registers leases, changes what is believed of them, and ends them. Every change is a new fact
/// with a reason. Asks {@link Action#KEEP_LEASES} and logs.
@Component
public class KeepingLeases {

    private final Leases leases;
    private final Rents rents;
    private final LeaseClock law;
    private final Apartments apartments;
    private final People people;
    private final Access access;
    private final Log log;

    KeepingLeases(
            Leases leases,
            Rents rents,
            LeaseClock law,
            Apartments apartments,
            People people,
            Access access,
            Log log) {
        this.leases = leases;
        this.rents = rents;
        this.law = law;
        this.apartments = apartments;
        this.people = people;
        this.access = access;
        this.log = log;
    }

    /// Registers a lease.
    ///
    /// @throws NotFound if a person or the apartment is not within reach
    @Transactional
    public Kept register(Actor actor, NewLease lease) {
        access.require(actor, Action.KEEP_LEASES);
        return registering(Action.KEEP_LEASES, lease);
    }

    Kept registering(Action action, NewLease lease) {
        if (people.names(lease.people()).size() != lease.people().stream().distinct().count()) {
            throw new NotFound();
        }
        var dwelling = lease.dwelling();
        if (lease.apartment() != null) {
            var apartment = apartments.find(lease.apartment()).orElseThrow(NotFound::new);
            leases.lock(lease.apartment());
            if (!apartment.isHeldOn(lease.terms().startOn())) {
                return new Refused(Reason.NOT_HELD);
            }
            if (!apartment.details().shared() && isLet(lease.apartment(), null, lease.terms())) {
                return new Refused(Reason.ALREADY_LET);
            }
            dwelling = apartment.dwelling();
        }
        if (dwelling == null) {
            throw new IllegalStateException("a lease without a home");
        }
        var id = leases.insert(dwelling, lease.apartment());
        lease.people().stream()
                .distinct()
                .forEach(person -> leases.insertParty(id, person, lease.terms().startOn()));
        leases.write(id, lease.terms(), lease.reason());
        if (lease.rent() != null) {
            rents.setRent(id, lease.terms().startOn(), lease.rent(), lease.reason());
        }
        record(
                action,
                id,
                lease.people(),
                "LEASE_REGISTERED",
                Map.of(),
                Map.of(
                        "tenure", lease.terms().tenure().name(),
                        "startOn", lease.terms().startOn().toString()));
        return new Done(id);
    }

    private boolean isLet(ApartmentId apartment, @Nullable LeaseId but, LeaseTerms terms) {
        return leases.lettings(apartment).stream()
                .filter(other -> !other.lease().equals(but))
                .anyMatch(other -> overlap(other.startOn(), other.endOn(), terms));
    }

    private static boolean overlap(LocalDate start, @Nullable LocalDate end, LeaseTerms terms) {
        return (terms.endOn() == null || !start.isAfter(terms.endOn()))
                && (end == null || !end.isBefore(terms.startOn()));
    }

    /// States what is believed of the lease instead.
    ///
    /// @param seen the row the change was made from
    @Transactional
    public Kept change(Actor actor, LeaseId id, UUID seen, LeaseTerms terms, String reason) {
        return changing(
                actor,
                id,
                seen,
                "LEASE_CHANGED",
                reason,
                was -> was.noticeOn() != null && terms.noticeOn() != null ? relast(terms) : terms);
    }

    private LeaseTerms relast(LeaseTerms terms) {
        return terms.notice(
                terms.noticeOn(), terms.noticeBy(), terms.noticeGround(), law.lastDay(terms));
    }

    /// Somebody gave notice. The last day is reckoned by the law.
    @Transactional
    public Kept giveNotice(
            Actor actor,
            LeaseId id,
            UUID seen,
            LocalDate on,
            NoticeBy by,
            @Nullable String ground,
            String reason) {
        var lease = reached(actor, id);
        if (lease.terms().endOn() != null) {
            return new Refused(Reason.ENDED_BEFORE);
        }
        return changing(
                actor,
                id,
                seen,
                "NOTICE_GIVEN",
                reason,
                was -> relast(was.notice(on, by, ground, null)));
    }

    /// The notice is taken back: the lease goes on.
    @Transactional
    public Kept takeNoticeBack(Actor actor, LeaseId id, UUID seen, String reason) {
        return changing(
                actor,
                id,
                seen,
                "NOTICE_TAKEN_BACK",
                reason,
                was -> was.notice(null, null, null, null));
    }

    /// Ends the lease; the day is the last.
    @Transactional
    public Kept end(
            Actor actor, LeaseId id, UUID seen, LocalDate on, LeaseEnd cause, String reason) {
        var lease = reached(actor, id);
        if (cause == LeaseEnd.MISTAKE) {
            return mistaken(Action.KEEP_LEASES, lease, seen, reason);
        }
        if (on.isBefore(lease.terms().startOn())) {
            return new Refused(Reason.BEFORE_IT_BEGAN);
        }
        return changing(actor, id, seen, "LEASE_ENDED", reason, was -> was.ended(on, cause));
    }

    /// There never was such a lease. Refused while something rests on it.
    Kept mistaken(Action action, Lease lease, UUID seen, String reason) {
        if (rents.entries(lease.id()).stream().anyMatch(row -> row.withdrawnBecause() == null)) {
            return new Refused(Reason.HAS_PAYMENTS);
        }
        if (leases.isOnTheWay(lease.id())) {
            return new Refused(Reason.ON_THE_WAY);
        }
        return changing(
                action,
                lease,
                seen,
                "LEASE_BY_MISTAKE",
                reason,
                was -> was.ended(was.startOn(), LeaseEnd.MISTAKE));
    }

    /// The end was a mistake: the lease goes on.
    @Transactional
    public Kept resume(Actor actor, LeaseId id, UUID seen, String reason) {
        var lease = reached(actor, id);
        if (leases.isOnTheWay(id)) {
            return new Refused(Reason.ON_THE_WAY);
        }
        if (lease.apartment() != null
                && apartments.find(lease.apartment()).orElseThrow(NotFound::new).endOn() != null) {
            return new Refused(Reason.NOT_HELD);
        }
        return changing(
                Action.KEEP_LEASES, lease, seen, "LEASE_RESUMED", reason, LeaseTerms::goingOn);
    }

    /// The landlord was told of the sublet (JB 12 kap. 39 § third paragraph).
    @Transactional
    public Kept landlordTold(Actor actor, LeaseId id, UUID seen, LocalDate on) {
        return changing(
                actor, id, seen, "LANDLORD_TOLD", "LANDLORD_TOLD", was -> was.landlordTold(on));
    }

    /// It was decided what happens before the tenant wins security of tenure.
    @Transactional
    public Kept reviewed(Actor actor, LeaseId id, UUID seen, LocalDate on, String reason) {
        return changing(actor, id, seen, "LEASE_REVIEWED", reason, was -> was.reviewed(on));
    }

    /// One more rents, from the day.
    ///
    /// @throws NotFound if the person is not within reach
    @Transactional
    public Kept addParty(Actor actor, LeaseId id, PersonId person, LocalDate from) {
        var lease = reached(actor, id);
        if (people.find(person).isEmpty()) {
            throw new NotFound();
        }
        if (lease.terms().isByMistake()) {
            return new Refused(Reason.BY_MISTAKE);
        }
        if (lease.parties().stream()
                .anyMatch(p -> p.person().equals(person) && p.endOn() == null)) {
            return new Refused(Reason.ALREADY_A_PARTY);
        }
        if (from.isBefore(lease.terms().startOn())) {
            return new Refused(Reason.BEFORE_IT_BEGAN);
        }
        leases.insertParty(id, person, from);
        record(Action.KEEP_LEASES, id, List.of(person), "PARTY_ADDED", Map.of(), Map.of());
        return new Done(id);
    }

    /// One of those who rent leaves the lease; the day is the last.
    @Transactional
    public Kept endParty(Actor actor, LeaseId id, UUID party, LocalDate last) {
        var lease = reached(actor, id);
        var leaving =
                lease.parties().stream()
                        .filter(p -> p.id().equals(party) && p.endOn() == null)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (last.isBefore(leaving.startOn())) {
            return new Refused(Reason.BEFORE_IT_BEGAN);
        }
        if (lease.parties().stream().filter(p -> p.endOn() == null).count() == 1) {
            return new Refused(Reason.LAST_PARTY);
        }
        leases.endParty(id, party, last);
        record(Action.KEEP_LEASES, id, List.of(leaving.person()), "PARTY_LEFT", Map.of(), Map.of());
        return new Done(id);
    }

    private Kept changing(
            Actor actor,
            LeaseId id,
            UUID seen,
            String what,
            String reason,
            UnaryOperator<LeaseTerms> to) {
        var lease = reached(actor, id);
        return changing(Action.KEEP_LEASES, lease, seen, what, reason, to);
    }

    /// For acts of this room that have required their own action.
    Kept changing(
            Action action,
            Lease lease,
            UUID seen,
            String what,
            String reason,
            UnaryOperator<LeaseTerms> to) {
        var terms = to.apply(lease.terms());
        if (terms.equals(lease.terms())) {
            return new Done(lease.id());
        }
        if (lease.terms().isByMistake() && terms.isByMistake()) {
            return new Refused(Reason.BY_MISTAKE);
        }
        if (lease.apartment() != null && !terms.isByMistake()) {
            var apartment = apartments.find(lease.apartment()).orElseThrow(NotFound::new);
            leases.lock(lease.apartment());
            if (!apartment.details().shared() && isLet(lease.apartment(), lease.id(), terms)) {
                return new Refused(Reason.ALREADY_LET);
            }
        }
        if (!leases.supersede(seen)) {
            return new ChangedMeanwhile();
        }
        leases.write(lease.id(), terms, reason);
        record(action, lease.id(), lease.people(), what, fields(lease.terms()), fields(terms));
        return new Done(lease.id());
    }

    private Lease reached(Actor actor, LeaseId id) {
        access.require(actor, Action.KEEP_LEASES, new Subject(LeaseRelations.KIND, id.value()));
        return leases.find(id).orElseThrow(NotFound::new);
    }

    private static Map<String, String> fields(LeaseTerms terms) {
        return Map.of(
                "tenure", terms.tenure().name(),
                "startOn", terms.startOn().toString(),
                "untilOn", String.valueOf(terms.untilOn()),
                "endOn", String.valueOf(terms.endOn()),
                "endCause", String.valueOf(terms.endCause()),
                "noticeOn", String.valueOf(terms.noticeOn()),
                "noticeLastOn", String.valueOf(terms.noticeLastOn()),
                "letWithOthers", String.valueOf(terms.letWithOthers()),
                "waiverApproved", String.valueOf(terms.waiverApproved()),
                "landlordToldOn", String.valueOf(terms.landlordToldOn()));
    }

    private void record(
            Action action,
            LeaseId id,
            List<PersonId> touched,
            String what,
            Map<String, String> was,
            Map<String, String> is) {
        log.record(
                LogEntry.of(action)
                        .about(LeaseRelations.KIND, id.value())
                        .touching(touched)
                        .because(what)
                        .changing(was, is));
    }
}
