package se.bofast.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentEnd;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.placement.HousingForms;
import se.bofast.placement.NewStay;
import se.bofast.placement.RecordingStay;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.Stays;

/// Finds who may be offered a vacancy, offers it, and follows whoever moves in to a lease of their
/// own. A person chooses and says why; nothing here ranks people. Asks {@link Action#OFFER_HOME}
/// and logs.
@Component
public class Offering {

    /// What came of a step.
    public sealed interface Step {

        record Done() implements Step {}

        /// It does not follow upon what has happened.
        record NotNow() implements Step {}

        /// The apartment is offered to somebody, or let.
        record Taken() implements Step {}

        /// The lease or the stay could not be written.
        record Refused(Kept.Reason reason) implements Step {}

        default boolean isDone() {
            return this instanceof Done;
        }
    }

    private final Referrals referrals;
    private final OfferedApartments offered;
    private final Leases leases;
    private final KeepingLeases keeping;
    private final Apartments apartments;
    private final KeepingApartments keepingApartments;
    private final RecordingStay recording;
    private final Stays stays;
    private final HousingForms forms;
    private final People people;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate nested;

    Offering(
            Referrals referrals,
            OfferedApartments offered,
            Leases leases,
            KeepingLeases keeping,
            Apartments apartments,
            KeepingApartments keepingApartments,
            RecordingStay recording,
            Stays stays,
            HousingForms forms,
            People people,
            Access access,
            Log log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.referrals = referrals;
        this.offered = offered;
        this.leases = leases;
        this.keeping = keeping;
        this.apartments = apartments;
        this.keepingApartments = keepingApartments;
        this.recording = recording;
        this.stays = stays;
        this.forms = forms;
        this.people = people;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// Says whether the actor may follow the referral on.
    ///
    /// @throws NotFound if there is no such referral within reach
    @Transactional(readOnly = true)
    public void require(Actor actor, ReferralId id) {
        access.require(actor, Action.OFFER_HOME, new Subject(ReferralRelations.KIND, id.value()));
    }

    /// For a vacancy: those who wait and whose stated needs it answers to, in the order they have
    /// waited; and why not the others. Logged.
    ///
    /// @throws NotFound if there is no such apartment
    @Transactional
    public ReferralView.Candidates candidates(Actor actor, ApartmentId id) {
        access.require(actor, Action.OFFER_HOME);
        var apartment = apartments.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var home = home(apartment, apartments.rentOn(id, today).orElse(null));
        var waiting =
                referrals.all().stream()
                        .filter(referral -> referral.way().state() == Way.State.WAITING)
                        .toList();
        var touched = waiting.stream().map(Referral::person).distinct().toList();
        var names = people.names(touched);
        log.record(
                LogEntry.of(Action.OFFER_HOME)
                        .about("apartment", id.value())
                        .because("CANDIDATES")
                        .touching(touched));
        var candidates = new ArrayList<ReferralView.Candidate>();
        var others = new ArrayList<ReferralView.Candidate>();
        for (var referral : waiting) {
            var fit = Fit.of(referral.needs(), home);
            (fit.isCandidate() ? candidates : others)
                    .add(
                            new ReferralView.Candidate(
                                    referral.id(),
                                    names.get(referral.person()),
                                    referral.way().referredOn(),
                                    fit));
        }
        return new ReferralView.Candidates(
                apartment, offered.now().contains(id), isLet(apartment, today), candidates, others);
    }

    private boolean isLet(Apartment apartment, LocalDate day) {
        return !apartment.details().shared()
                && leases.lettings(apartment.id()).stream()
                        .anyMatch(letting ->
                                letting.endOn() == null
                                        || letting.endOn().isAfter(day.plusMonths(6)));
    }

    private static Fit.Home home(Apartment apartment, @Nullable Money rent) {
        var details = apartment.details();
        return new Fit.Home(
                details.kind(),
                apartment.place().rooms(),
                details.mostPeople(),
                details.floor(),
                details.lift(),
                details.stepFree(),
                details.wheelchair(),
                details.shared(),
                rent,
                apartment.place().postalCode(),
                apartment.place().city());
    }

    /// Offers the apartment to who waits.
    ///
    /// @param motivation why this person, in the words of who chose
    @Transactional
    public Step offer(
            Actor actor,
            ReferralId id,
            ApartmentId apartment,
            LocalDate answerBy,
            String motivation) {
        var referral = reached(actor, id);
        var today = HouseClock.today(clock);
        var held = apartments.find(apartment).orElseThrow(NotFound::new);
        if (referral.way().state() != Way.State.WAITING) {
            return new Step.NotNow();
        }
        leases.lock(apartment);
        if (!held.details().shared() && (offered.now().contains(apartment) || isLet(held, today))
                || held.endOn() != null && held.endOn().isBefore(today)) {
            return new Step.Taken();
        }
        referrals.insert(referral, apartment, today, answerBy, motivation);
        record(referral, "OFFERED");
        return new Step.Done();
    }

    /// One of the steps that write nothing elsewhere: an answer, a key, a control point, a meeting
    /// with the landlord, a follow-up.
    ///
    /// @param months of a control point or follow-up, else null
    @Transactional
    public Step step(
            Actor actor,
            ReferralId id,
            Way.Kind kind,
            LocalDate on,
            @Nullable Integer months,
            @Nullable String result,
            @Nullable String note) {
        if (kind == Way.Kind.MOVED_IN || kind == Way.Kind.TAKEN_OVER || kind == Way.Kind.ENDED) {
            throw new IllegalArgumentException("more than an event");
        }
        var referral = reached(actor, id);
        var way = referral.way();
        if (!way.allows(kind)
                || months != null
                        && way.due().stream()
                                .noneMatch(due -> due.kind() == kind && due.months() == months)) {
            return new Step.NotNow();
        }
        write(referral, kind, on, null, months, result, note);
        record(referral, kind.name());
        return new Step.Done();
    }

    /// Moves in: the lease and the stays begin, in one transaction, or nothing is written.
    ///
    /// @param along those of the household who move along
    /// @param rent a month's rent for the tenant; null: not known yet
    @Transactional
    public Step moveIn(
            Actor actor,
            ReferralId id,
            LocalDate on,
            LeaseTerms terms,
            List<PersonId> along,
            @Nullable Money rent) {
        var referral = reached(actor, id);
        var offer = referral.way().openOffer().orElse(null);
        if (offer == null || !referral.way().allows(Way.Kind.MOVED_IN)) {
            return new Step.NotNow();
        }
        var apartment = apartments.find(offer.apartment()).orElseThrow(NotFound::new);
        return wholly(() -> {
            var kept =
                    keeping.registering(
                            Action.OFFER_HOME,
                            new NewLease(
                                    apartment.id(),
                                    null,
                                    List.of(referral.person()),
                                    terms,
                                    rent,
                                    "MOVED_IN"));
            if (!(kept instanceof Kept.Done(var lease))) {
                return refused(kept);
            }
            var form = forms.coded(terms.tenure().form()).id();
            var movers = new ArrayList<PersonId>();
            movers.add(referral.person());
            along.stream().filter(person -> !movers.contains(person)).forEach(movers::add);
            for (var person : movers) {
                var stay =
                        NewStay.living(person, form, on)
                                .inDwelling(apartment.dwelling())
                                .expectedUntil(terms.untilOn());
                if (!recording
                        .moveIn(actor, Action.OFFER_HOME, stay, EndCause.MOVED_ON, "MOVED_IN")
                        .isDone()) {
                    return new Step.Refused(Kept.Reason.STAY_IN_THE_WAY);
                }
            }
            write(referral, Way.Kind.MOVED_IN, on, lease, null, null, null);
            record(referral, "MOVED_IN");
            return new Step.Done();
        });
    }

    /// The tenant takes the lease over: the sublet ends that day, a first-hand lease begins the day
    /// after, the stay goes on in a home of one's own, and the apartment leaves the board's hands.
    ///
    /// @param last the last day of the sublet
    @Transactional
    public Step takeOver(
            Actor actor, ReferralId id, LocalDate last, @Nullable Money rent, String note) {
        var referral = reached(actor, id);
        var lease = referral.way().lease().flatMap(leases::find).orElse(null);
        if (lease == null || !referral.way().allows(Way.Kind.TAKEN_OVER)) {
            return new Step.NotNow();
        }
        if (last.isBefore(lease.terms().startOn())) {
            return new Step.Refused(Kept.Reason.BEFORE_IT_BEGAN);
        }
        return wholly(() -> {
            var ended =
                    keeping.changing(
                            Action.OFFER_HOME,
                            lease,
                            lease.fact(),
                            "LEASE_TAKEN_OVER",
                            "TAKEN_OVER",
                            was -> was.ended(last, LeaseEnd.TAKEN_OVER));
            if (!ended.isDone()) {
                return refused(ended);
            }
            var first = last.plusDays(1);
            var tenants =
                    lease.parties().stream()
                            .filter(party -> party.endOn() == null || party.endOn().isAfter(last))
                            .map(Lease.Party::person)
                            .distinct()
                            .toList();
            var begun =
                    keeping.registering(
                            Action.OFFER_HOME,
                            new NewLease(
                                    null,
                                    lease.dwelling(),
                                    tenants,
                                    LeaseTerms.of(Tenure.FIRST_HAND, first),
                                    rent,
                                    "TAKEN_OVER"));
            if (!(begun instanceof Kept.Done(var own))) {
                return refused(begun);
            }
            var form = forms.coded(lease.terms().tenure().formTakenOver()).id();
            for (var there : stays.in(lease.dwelling(), last)) {
                var stay = NewStay.living(there.person(), form, first).inDwelling(lease.dwelling());
                if (!recording
                        .moveIn(actor, Action.OFFER_HOME, stay, EndCause.OWN_HOME, "TAKEN_OVER")
                        .isDone()) {
                    return new Step.Refused(Kept.Reason.STAY_IN_THE_WAY);
                }
            }
            if (lease.apartment() != null
                    && !(keepingApartments.end(
                                    actor, lease.apartment(), last, ApartmentEnd.TAKEN_OVER)
                            instanceof KeepingApartments.Ending.Ended)) {
                return new Step.Refused(Kept.Reason.NOT_HELD);
            }
            write(referral, Way.Kind.TAKEN_OVER, last, own, null, null, note);
            record(referral, "TAKEN_OVER");
            return new Step.Done();
        });
    }

    /// It ends another way: the lease ends, and the stays in the apartment with it.
    ///
    /// @param whereTo why, and where the person goes
    @Transactional
    public Step end(Actor actor, ReferralId id, LocalDate last, LeaseEnd cause, String whereTo) {
        var referral = reached(actor, id);
        var lease = referral.way().lease().flatMap(leases::find).orElse(null);
        if (lease == null || cause == LeaseEnd.MISTAKE || !referral.way().allows(Way.Kind.ENDED)) {
            return new Step.NotNow();
        }
        if (last.isBefore(lease.terms().startOn())) {
            return new Step.Refused(Kept.Reason.BEFORE_IT_BEGAN);
        }
        return wholly(() -> {
            var ended =
                    keeping.changing(
                            Action.OFFER_HOME,
                            lease,
                            lease.fact(),
                            "LEASE_ENDED",
                            whereTo,
                            was -> was.ended(last, cause));
            if (!ended.isDone()) {
                return refused(ended);
            }
            for (var there : stays.in(lease.dwelling(), last)) {
                if (there.endOn() == null
                        && !recording
                                .end(
                                        actor,
                                        Action.OFFER_HOME,
                                        there.stay(),
                                        last,
                                        stayEnd(cause),
                                        "LEASE_ENDED")
                                .isDone()) {
                    return new Step.Refused(Kept.Reason.STAY_IN_THE_WAY);
                }
            }
            write(referral, Way.Kind.ENDED, last, lease.id(), null, cause.name(), whereTo);
            record(referral, "ENDED");
            return new Step.Done();
        });
    }

    private static EndCause stayEnd(LeaseEnd cause) {
        return switch (cause) {
            case TAKEN_OVER -> EndCause.OWN_HOME;
            case MOVED -> EndCause.OWN_WISH;
            case RENT -> EndCause.RENT;
            case DISTURBANCE -> EndCause.DISTURBANCE;
            case TIME_OUT -> EndCause.TIME_OUT;
            case DIED -> EndCause.DIED;
            case OTHER -> EndCause.OTHER;
            case UNKNOWN, MISTAKE -> EndCause.UNKNOWN;
        };
    }

    /// Takes back a control point, a meeting or a follow-up that was written wrongly. What has
    /// written in other registers is corrected there.
    ///
    /// @throws NotFound if there is no such event, or it is of another kind
    @Transactional
    public void withdraw(Actor actor, ReferralId id, UUID event, String reason) {
        var referral = reached(actor, id);
        var found =
                referral.way().events().stream()
                        .filter(each -> each.id().equals(event))
                        .filter(each ->
                                each.kind() == Way.Kind.CONTROL_POINT
                                        || each.kind() == Way.Kind.LANDLORD_MEETING
                                        || each.kind() == Way.Kind.FOLLOW_UP)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (referrals.withdraw(id, found.id(), reason)) {
            record(referral, "EVENT_WITHDRAWN");
        }
    }

    private void write(
            Referral referral,
            Way.Kind kind,
            LocalDate on,
            @Nullable LeaseId lease,
            @Nullable Integer months,
            @Nullable String result,
            @Nullable String note) {
        var ofOffer =
                switch (kind) {
                    case ACCEPTED, DECLINED, OFFER_WITHDRAWN, KEY, MOVED_IN ->
                            referral.way().openOffer().map(Way.Offer::id).orElseThrow();
                    case CONTROL_POINT, LANDLORD_MEETING, TAKEN_OVER, ENDED, FOLLOW_UP, CLOSED ->
                            null;
                };
        referrals.write(
                referral,
                new Way.Event(referrals.newId(), kind, on, ofOffer, lease, months, result, note));
    }

    private Step wholly(Supplier<Step> work) {
        return Objects.requireNonNull(
                nested.execute(status -> {
                    var step = work.get();
                    if (!step.isDone()) {
                        status.setRollbackOnly();
                    }
                    return step;
                }),
                "work gives a value");
    }

    private static Step refused(Kept kept) {
        return switch (kept) {
            case Kept.Refused(var reason) -> new Step.Refused(reason);
            case Kept.ChangedMeanwhile meanwhile -> new Step.NotNow();
            case Kept.Done done -> throw new IllegalStateException("done is not refused");
        };
    }

    private Referral reached(Actor actor, ReferralId id) {
        access.require(actor, Action.OFFER_HOME, new Subject(ReferralRelations.KIND, id.value()));
        return referrals.find(id).orElseThrow(NotFound::new);
    }

    private void record(Referral referral, String what) {
        log.record(
                LogEntry.of(Action.OFFER_HOME)
                        .about(ReferralRelations.KIND, referral.id().value())
                        .touching(referral.person())
                        .because(what));
    }
}
