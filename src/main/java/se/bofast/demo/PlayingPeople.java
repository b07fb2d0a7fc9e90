package se.bofast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Entrusting;
import se.bofast.demo.InventedPeople.Person;
import se.bofast.intake.Known;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.AddressKind;
import se.bofast.person.Addresses;
import se.bofast.person.ChangingLanguage;
import se.bofast.person.Consent;
import se.bofast.person.Consents;
import se.bofast.person.ContactWay;
import se.bofast.person.ContactWays;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosures;
import se.bofast.person.DoubleSearches;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protecting;
import se.bofast.person.Protection;
import se.bofast.person.ProtectionMark;
import se.bofast.person.WatchingHidden;
import se.bofast.support.Assignments;

/// What is written down about people: who was known before, who lives in the home, how one reaches
/// them, and what they have permitted.
@Component
class PlayingPeople {

    private final People people;
    private final Assignments assignments;
    private final Households households;
    private final ContactWays ways;
    private final Addresses addresses;
    private final ChangingLanguage languages;
    private final Consents consents;
    private final Disclosures disclosures;
    private final DemoCases cases;
    private final DemoLandlords landlords;
    private final Protecting protecting;
    private final WatchingHidden watching;
    private final DoubleSearches searches;
    private final Clock clock;

    PlayingPeople(
            People people,
            Assignments assignments,
            Households households,
            ContactWays ways,
            Addresses addresses,
            ChangingLanguage languages,
            Consents consents,
            Disclosures disclosures,
            DemoCases cases,
            DemoLandlords landlords,
            Protecting protecting,
            WatchingHidden watching,
            DoubleSearches searches,
            Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.households = households;
        this.ways = ways;
        this.addresses = addresses;
        this.languages = languages;
        this.consents = consents;
        this.disclosures = disclosures;
        this.cases = cases;
        this.landlords = landlords;
        this.protecting = protecting;
        this.watching = watching;
        this.searches = searches;
        this.clock = clock;
    }

    /// Enters somebody a unit carries, or has carried, before any threat comes.
    ///
    /// @param carrier of the unit; carries those who are active
    void knownBefore(Actor actor, Threat threat, Actor carrier, Protection protection) {
        var person = threat.person();
        var today = HouseClock.today(clock);
        var id =
                people.register(
                        actor,
                        new NewPerson(
                                person.given(),
                                person.family(),
                                person.birthOn(),
                                null,
                                person.number(),
                                protection,
                                person.home(),
                                person.language(),
                                !person.language().equals("sv")));
        if (protection.hides()) {
            protecting.mark(
                    actor,
                    id,
                    new Protecting.NewMark(
                            null,
                            protection,
                            ProtectionMark.Source.POPULATION_REGISTER,
                            "Besked i Navet",
                            null,
                            today.plusYears(3)));
        }
        var active = threat.known() == Known.ACTIVE;
        var start =
                active
                        ? today.minusMonths(1 + threat.dice(10, "began"))
                        : today.minusMonths(26 + threat.dice(50, "began"));
        assignments.start(
                actor,
                id,
                carrier.unit(),
                active ? carrier.id() : null,
                "%d-%04d".formatted(start.getYear(), 1 + threat.dice(9000, "number")),
                start);
        if (!active) {
            var open = assignments.of(id).getFirst();
            assignments.end(actor, open.id(), start.plusMonths(4 + threat.dice(20, "lasted")));
        }
        if (threat.hasChildren()) {
            household(actor, id, person, start);
        }
    }

    /// Twice a year the head looks at who is entrusted with whom.
    void entrust(Actor head, List<EmployeeId> employees) {
        var until = HouseClock.today(clock).plusDays(Entrusting.DAYS);
        for (var one : watching.all(head)) {
            for (var employee : employees) {
                watching.entrust(head, one.id(), employee, until, "Arbetar med ärendet");
            }
        }
    }

    /// Somebody who is known is entered once more, without the number.
    ///
    /// @param home false: nobody asked where they live, so it stays doubtful who it is
    void enterAgain(Actor actor, Threat threat, boolean home) {
        var person = threat.person();
        var again = NewPerson.of(person.given(), person.family(), null).bornOn(person.birthOn());
        people.register(actor, home ? again.livingAt(person.home()) : again);
    }

    /// The register is looked through for people who stand in it twice.
    void lookForDoubles() {
        searches.order();
    }

    /// What one asks when one meets, as far as it is not known before.
    void meet(Actor actor, Threat threat) {
        var id = cases.person(cases.of(threat));
        if (id == null) {
            return;
        }
        var person = threat.person();
        var today = HouseClock.today(clock);
        if (threat.hasChildren() && households.of(id, today).isEmpty()) {
            household(actor, id, person, today.minusYears(1));
        }
        if (ways.of(id).isEmpty()) {
            if (person.phone() != null) {
                ways.add(actor, id, ContactWay.WayKind.PHONE, person.phone(), true);
            }
            if (person.email() != null) {
                ways.add(actor, id, ContactWay.WayKind.EMAIL, person.email(), true);
            }
        }
        if (!person.language().equals("sv")) {
            languages.change(actor, id, new ChangingLanguage.Spoken(person.language(), true));
        }
        if (threat.dice(100, "postal") < 6) {
            addresses.set(
                    actor,
                    id,
                    AddressKind.POSTAL,
                    new NewAddress("c/o Hall", "Skolgatan 14", null, "123 46", "Björkstad"),
                    "Bor tillfälligt hos en vän och vill ha posten dit.");
        }
    }

    private void household(Actor actor, PersonId id, Person person, LocalDate since) {
        var household = households.start(actor, id, since, "Berättat vid samtal.");
        for (var child : person.children()) {
            households.add(
                    actor,
                    household,
                    Membership.child(null, child.stay(), child.birthYear(), Period.from(since)),
                    "Berättat vid samtal.");
        }
    }

    /// The person permits that the landlord is told something.
    void consent(Actor actor, Threat threat) {
        var id = cases.person(cases.of(threat));
        if (id == null) {
            return;
        }
        var today = HouseClock.today(clock);
        consents.give(
                actor,
                id,
                scope(threat),
                landlords.counterpart(threat.landlord()),
                threat.dice(100, "form") < 60
                        ? Consent.ConsentForm.WRITTEN
                        : Consent.ConsentForm.ORAL,
                today,
                threat.dice(100, "until") < 70 ? today.plusMonths(6) : null);
    }

    static Consent.ConsentScope scope(Threat threat) {
        var dice = threat.dice(100, "scope");
        return dice < 50
                ? Consent.ConsentScope.CONTACT_ABOUT_DEBT
                : dice < 75
                        ? Consent.ConsentScope.AGREED_STEPS
                        : dice < 90
                                ? Consent.ConsentScope.JOINT_VISIT
                                : Consent.ConsentScope.ALL_ABOUT_HOME;
    }

    /// The landlord is told what the person has permitted.
    void tell(Actor actor, Threat threat) {
        var id = cases.of(threat);
        var person = cases.person(id);
        if (person != null) {
            disclosures.record(
                    actor,
                    new Disclosure.Intended(
                            person,
                            id.subject(),
                            landlords.counterpart(threat.landlord()),
                            Disclosure.Ground.CONSENT,
                            scope(threat),
                            "Att vi har kontakt om hyran och vilken dag den betalas.",
                            null));
        }
    }

    /// Some change their minds.
    void withdrawConsent(Actor actor, Threat threat) {
        var person = cases.person(cases.of(threat));
        if (person != null) {
            var today = HouseClock.today(clock);
            consents.of(person).stream()
                    .filter(consent -> consent.holds(today))
                    .findFirst()
                    .ifPresent(consent -> consents.withdraw(actor, person, consent.id(), today));
        }
    }
}
