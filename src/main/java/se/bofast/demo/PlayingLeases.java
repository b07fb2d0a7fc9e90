package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.demo.DemoLeases.Tenancy;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKey;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.KeepingKeys;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.placement.KeepingStays;
import se.bofast.placement.NewStay;
import se.bofast.placement.StayFact;
import se.bofast.placement.Stays;
import se.bofast.tenancy.KeepingLeases;
import se.bofast.tenancy.Kept;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.LeaseId;
import se.bofast.tenancy.LeaseTerms;
import se.bofast.tenancy.Needs;
import se.bofast.tenancy.NewLease;
import se.bofast.tenancy.Offering;
import se.bofast.tenancy.ReadingLeases;
import se.bofast.tenancy.ReferralId;
import se.bofast.tenancy.Referring;
import se.bofast.tenancy.Tenure;
import se.bofast.tenancy.Way;

/// From a referral to a lease, and to what comes after it: refers, offers, moves in, looks in,
/// takes over or ends.
@Component
class PlayingLeases {

    private static final String COORDINATOR = "samordnare";

    private static final List<String> MOTIVATIONS =
            List.of(
                    "Har väntat längst av dem som lägenheten passar.",
                    "Har väntat näst längst. Den som väntat längst vill bo närmare sitt arbete.",
                    "Behöver bo på bottenvåningen och har väntat sedan i våras.",
                    "Har väntat länge och har sin öppenvård i samma kvarter.",
                    "Bor på härbärge. Lägenheten passar och kan tillträdas genast.");

    private static final List<String> WHERE_TO =
            List.of(
                    "Flyttade till en egen lägenhet genom bostadskön.",
                    "Flyttade till en annan kommun, till sin syster.",
                    "Avtalet sades upp. Hjälp att söka nytt boende är erbjuden.",
                    "Behöver mer stöd än lägenheten ger.");

    private final People people;
    private final Referring referring;
    private final Offering offering;
    private final KeepingLeases keeping;
    private final ReadingLeases reading;
    private final Apartments apartments;
    private final KeepingKeys keys;
    private final Stays stays;
    private final KeepingStays correcting;

    // Found again by looking where the house was started anew in between.
    private final ConcurrentHashMap<String, LeaseId> known = new ConcurrentHashMap<>();

    PlayingLeases(
            People people,
            Referring referring,
            Offering offering,
            KeepingLeases keeping,
            ReadingLeases reading,
            Apartments apartments,
            KeepingKeys keys,
            Stays stays,
            KeepingStays correcting) {
        this.people = people;
        this.referring = referring;
        this.offering = offering;
        this.keeping = keeping;
        this.reading = reading;
        this.apartments = apartments;
        this.keys = keys;
        this.stays = stays;
        this.correcting = correcting;
    }

    void write(DemoPlan plan, Diary diary) {
        for (var tenancy : plan.leases().tenancies()) {
            if (tenancy.from().isBefore(plan.since())) {
                diary.add(
                        plan.since(),
                        LocalTime.of(6, 50).plusMinutes(tenancy.number() / 12),
                        COORDINATOR,
                        actor -> standing(actor, plan, tenancy));
            } else if (tenancy.isReferred(plan.since())) {
                way(plan, diary, tenancy);
            }
        }
    }

    // ---- those who lived there when the register begins

    private void standing(Actor actor, DemoPlan plan, Tenancy tenancy) {
        var dwelling = rent(actor, plan, tenancy);
        for (var person : all(tenancy)) {
            for (var stay : stays.homes(person, plan.since())) {
                if (stay.startOn().equals(tenancy.from())
                        && !correcting
                                .correct(
                                        actor,
                                        stay.stay(),
                                        stay.fact(),
                                        inDwelling(stay, dwelling),
                                        "Lägenheten finns i registret nu.")
                                .isDone()) {
                    throw new IllegalStateException(tenancy.home().number());
                }
            }
        }
    }

    private static NewStay inDwelling(StayFact stay, DwellingId dwelling) {
        return new NewStay(
                stay.person(),
                stay.form(),
                stay.layer(),
                stay.homeNumber(),
                dwelling,
                stay.place(),
                stay.unit(),
                stay.startOn(),
                stay.endOn(),
                stay.expectedEndOn(),
                stay.endCause(),
                stay.move());
    }

    /// A lease without a referral.
    DwellingId rent(Actor actor, DemoPlan plan, Tenancy tenancy) {
        var id = apartment(tenancy);
        var kept =
                keeping.register(
                        actor,
                        new NewLease(
                                id,
                                null,
                                tenants(tenancy),
                                terms(plan, tenancy),
                                tenancy.home().rent(),
                                "Avtalet skrevs med hyresgästen."));
        if (!(kept instanceof Kept.Done(var lease))) {
            throw new IllegalStateException(tenancy.home().number() + " " + kept);
        }
        known.put(key(id, tenancy), lease);
        return apartments.find(id).orElseThrow().dwelling();
    }

    // ---- from the referral on

    private void way(DemoPlan plan, Diary diary, Tenancy tenancy) {
        var from = tenancy.from();
        if (tenancy.waited(plan.since())) {
            diary.add(
                    DemoPlan.workdayBefore(from.minusDays(DemoLeases.WAITED_DAYS)),
                    LocalTime.of(11, 2),
                    COORDINATOR,
                    actor -> refer(actor, tenancy, from.minusDays(DemoLeases.WAITED_DAYS + 6)));
            var offered = DemoPlan.workdayBefore(from.minusDays(15));
            diary.add(
                    offered,
                    LocalTime.of(14, 2),
                    PlayingHomes.CONSULTANT,
                    actor -> offer(actor, tenancy, offered));
            diary.add(
                    offered.plusDays(2),
                    LocalTime.of(14, 4),
                    PlayingHomes.CONSULTANT,
                    actor -> step(actor, tenancy, Way.Kind.ACCEPTED, offered.plusDays(2)));
            diary.add(
                    from.minusDays(1),
                    LocalTime.of(14, 6),
                    PlayingHomes.CONSULTANT,
                    actor -> step(actor, tenancy, Way.Kind.KEY, from.minusDays(1)));
        }
        var until = tenancy.last() == null ? plan.today() : tenancy.last();
        for (var months = 3; months <= 12; months += 3) {
            var number = months;
            var day = DemoPlan.workdayFrom(from.plusMonths(months).plusDays(tenancy.number() % 6));
            // Nobody had the time, here and there.
            var missed = (tenancy.number() + months) % 10 == 0;
            if (!missed && !day.isAfter(until)) {
                diary.add(
                        day,
                        LocalTime.of(14, 8),
                        PlayingHomes.CONSULTANT,
                        actor -> control(actor, tenancy, number, day));
            }
        }
        var met =
                tenancy.takenOver() && tenancy.last() != null
                        ? DemoPlan.workdayBefore(tenancy.last().minusDays(25))
                        : DemoPlan.workdayFrom(from.plusMonths(10));
        if (tenancy.tenure().isToBeTakenOver()
                && (tenancy.takenOver() || tenancy.number() % 2 == 0)
                && met.isAfter(from)
                && !met.isAfter(until)) {
            diary.add(
                    met,
                    LocalTime.of(14, 10),
                    PlayingHomes.CONSULTANT,
                    actor -> step(actor, tenancy, Way.Kind.LANDLORD_MEETING, met));
        }
        if (tenancy.takenOver() && tenancy.last() != null) {
            follow(plan, diary, tenancy, tenancy.last());
        }
    }

    private void follow(DemoPlan plan, Diary diary, Tenancy tenancy, LocalDate last) {
        for (var months = 6; months <= 12; months += 6) {
            var number = months;
            var day = DemoPlan.workdayFrom(last.plusDays(1).plusMonths(months));
            if (!day.isAfter(plan.today()) && (tenancy.number() + months) % 5 != 0) {
                var kept =
                        months == 12 && tenancy.number() % 4 == 0
                                ? Way.KeptHome.MOVED_BY_CHOICE
                                : Way.KeptHome.STILL_THERE;
                diary.add(
                        day,
                        LocalTime.of(14, 12),
                        PlayingHomes.CONSULTANT,
                        actor ->
                                done(
                                        offering.step(
                                                actor,
                                                referral(actor, tenancy, Way.State.TAKEN_OVER),
                                                Way.Kind.FOLLOW_UP,
                                                day,
                                                number,
                                                kept.name(),
                                                null)));
            }
        }
    }

    private void refer(Actor actor, Tenancy tenancy, LocalDate since) {
        referring.refer(
                actor,
                tenants(tenancy).getFirst(),
                since,
                tenancy.number() % 3 == 0 ? since : null,
                needs(tenancy),
                "Behöver en egen bostad med stöd.");
    }

    private static Needs needs(Tenancy tenancy) {
        var home = tenancy.home();
        return new Needs(
                Set.of(home.kind()),
                home.rooms() > 1 && tenancy.number() % 4 == 1 ? 2 : null,
                null,
                home.floor() < 2 && tenancy.number() % 5 == 0 ? 1 : null,
                false,
                home.floor() == 0 && tenancy.number() % 3 == 0,
                false,
                tenancy.number() % 4 == 2,
                tenancy.number() % 3 == 1 ? home.rent().plus(Money.kronor(500)) : null,
                List.of(),
                List.of(),
                tenancy.number() % 9 == 0,
                null,
                tenancy.number() % 2 == 0 ? "Gärna nära buss." : null);
    }

    private void offer(Actor actor, Tenancy tenancy, LocalDate on) {
        offering.candidates(actor, apartment(tenancy));
        done(
                offering.offer(
                        actor,
                        referral(actor, tenancy, Way.State.WAITING),
                        apartment(tenancy),
                        on.plusDays(7),
                        MOTIVATIONS.get(tenancy.number() % MOTIVATIONS.size())));
    }

    private void step(Actor actor, Tenancy tenancy, Way.Kind kind, LocalDate on) {
        var state =
                switch (kind) {
                    case ACCEPTED -> Way.State.OFFERED;
                    case KEY -> Way.State.ACCEPTED;
                    default -> Way.State.LIVING;
                };
        done(
                offering.step(
                        actor,
                        referral(actor, tenancy, state),
                        kind,
                        on,
                        null,
                        null,
                        kind == Way.Kind.LANDLORD_MEETING
                                ? "Hyresvärden ser inget hinder om hyran fortsätter att komma."
                                : null));
    }

    private void control(Actor actor, Tenancy tenancy, int months, LocalDate on) {
        var result =
                switch ((tenancy.number() + months) % 7) {
                    case 2 -> Way.Result.NEEDS_SUPPORT;
                    case 5 -> months < 9 ? Way.Result.AT_RISK : Way.Result.NEEDS_SUPPORT;
                    default -> Way.Result.GOES_WELL;
                };
        done(
                offering.step(
                        actor,
                        referral(actor, tenancy, Way.State.LIVING),
                        Way.Kind.CONTROL_POINT,
                        on,
                        months,
                        result.name(),
                        null));
    }

    /// The lease and the stay begin. Who could not wait is referred, offered and moved the same
    /// day.
    void moveIn(Actor actor, DemoPlan plan, Tenancy tenancy, PersonId person) {
        if (!tenancy.waited(plan.since())) {
            refer(actor, tenancy, tenancy.from());
            offer(actor, tenancy, tenancy.from());
            step(actor, tenancy, Way.Kind.ACCEPTED, tenancy.from());
            step(actor, tenancy, Way.Kind.KEY, tenancy.from());
        }
        done(
                offering.moveIn(
                        actor,
                        referral(actor, tenancy, Way.State.ACCEPTED),
                        tenancy.from(),
                        terms(plan, tenancy),
                        List.of(),
                        tenancy.home().rent()));
    }

    /// Leaves the apartment, or takes the lease over.
    void moveOut(Actor actor, DemoPlan plan, Tenancy tenancy, PersonId person) {
        var last = tenancy.last();
        if (last == null) {
            throw new IllegalStateException("lives there still: " + tenancy.home().number());
        }
        if (tenancy.takenOver()) {
            var id = apartment(tenancy);
            keys.of(id)
                    .forEach(key ->
                            keys.strike(actor, id, key.id(), last, ApartmentKey.Gone.TO_LANDLORD));
            done(
                    offering.takeOver(
                            actor,
                            referral(actor, tenancy, Way.State.LIVING),
                            last,
                            tenancy.home().rent(),
                            "Hyresvärden skriver avtalet med hyresgästen från dagen efter."));
        } else if (tenancy.isReferred(plan.since())) {
            done(
                    offering.end(
                            actor,
                            referral(actor, tenancy, Way.State.LIVING),
                            last,
                            tenancy.cause(),
                            whereTo(tenancy)));
        } else {
            var lease = lease(actor, tenancy);
            var fact = reading.toChange(actor, lease).lease().fact();
            var kept = keeping.end(actor, lease, fact, last, tenancy.cause(), whereTo(tenancy));
            if (!kept.isDone()) {
                throw new IllegalStateException(tenancy.home().number() + " " + kept);
            }
        }
    }

    private static String whereTo(Tenancy tenancy) {
        return tenancy.cause() == LeaseEnd.MOVED
                ? WHERE_TO.get(tenancy.number() % 2)
                : WHERE_TO.get(2 + tenancy.number() % 2);
    }

    private static void done(Offering.Step step) {
        if (!step.isDone()) {
            throw new IllegalStateException("a step of the demo was refused: " + step);
        }
    }

    // ---- terms

    private static LeaseTerms terms(DemoPlan plan, Tenancy tenancy) {
        var home = tenancy.home();
        var from = tenancy.from();
        var family = tenancy.family();
        var terms = LeaseTerms.of(tenancy.tenure(), from);
        if (tenancy.tenure() == Tenure.TRANSITIONAL && family != null) {
            terms = terms.fixedUntil(family.until());
        }
        // The newest is not told of yet.
        var told = tenancy.last() == null && from.isAfter(plan.today().minusDays(30));
        terms = terms.landlordTold(told && tenancy.number() % 2 == 0 ? null : from);
        if (plan.leases().watched().filter(tenancy::equals).isPresent()) {
            return terms.letWithOthers(false);
        }
        terms = terms.letWithOthers(home.agreement() != null);
        // Under an agreement with a general approval, else one by one; for some it was forgotten.
        return tenancy.number() % 10 == 3
                ? terms
                : terms.waiver(
                        from,
                        home.agreement() == null || home.agreement().equals(DemoHomes.FIRST_QUOTA),
                        null);
    }

    // ---- found again

    private ApartmentId apartment(Tenancy tenancy) {
        return apartments
                .byNumber(tenancy.home().number())
                .orElseThrow(() -> new IllegalStateException(tenancy.home().number()));
    }

    private static String key(ApartmentId apartment, Tenancy tenancy) {
        return apartment + " " + tenancy.from();
    }

    LeaseId lease(Actor actor, Tenancy tenancy) {
        var apartment = apartment(tenancy);
        return known.computeIfAbsent(
                key(apartment, tenancy),
                key ->
                        reading.of(actor, apartment).stream()
                                .filter(line -> line.startOn().equals(tenancy.from()))
                                .findFirst()
                                .orElseThrow(
                                        () -> new IllegalStateException(tenancy.home().number()))
                                .id());
    }

    private ReferralId referral(Actor actor, Tenancy tenancy, Way.State state) {
        return referral(actor, tenants(tenancy).getFirst(), state);
    }

    /// The person's referral that stands so, the latest if there are several.
    ReferralId referral(Actor actor, PersonId person, Way.State state) {
        return referring.of(actor, person).stream()
                .filter(line -> line.state() == state)
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException("no referral that is " + state))
                .id();
    }

    /// Those who sign.
    private List<PersonId> tenants(Tenancy tenancy) {
        return found(tenancy.tenants().stream());
    }

    /// Those who live there.
    private List<PersonId> all(Tenancy tenancy) {
        var all = new ArrayList<>(tenants(tenancy));
        if (tenancy.family() != null) {
            all.addAll(found(tenancy.family().children().stream()));
        }
        return all;
    }

    private List<PersonId> found(Stream<InventedPeople.Person> some) {
        return some.map(person -> people.byNumber(person.number()).orElseThrow()).toList();
    }
}
