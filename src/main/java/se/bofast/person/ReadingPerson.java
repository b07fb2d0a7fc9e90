package se.bofast.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Shows a person whole. What is shown is on record in the same transaction.
@Component
public class ReadingPerson {

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Access access;
    private final People people;
    private final CorrectingIdentity identities;
    private final Addresses addresses;
    private final ContactWays ways;
    private final ChangingLanguage languages;
    private final Households households;
    private final Consents consents;
    private final Disclosures disclosures;
    private final DoublePairs doubles;
    private final ObjectProvider<PersonSection> sections;

    ReadingPerson(
            JdbcClient db,
            Clock clock,
            Log log,
            Access access,
            People people,
            CorrectingIdentity identities,
            Addresses addresses,
            ContactWays ways,
            ChangingLanguage languages,
            Households households,
            Consents consents,
            Disclosures disclosures,
            DoublePairs doubles,
            ObjectProvider<PersonSection> sections) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.access = access;
        this.people = people;
        this.identities = identities;
        this.addresses = addresses;
        this.ways = ways;
        this.languages = languages;
        this.households = households;
        this.consents = consents;
        this.disclosures = disclosures;
        this.doubles = doubles;
        this.sections = sections;
    }

    /// The page of a person, with what other rooms add to it. Logged.
    ///
    /// @throws NotFound if there is no such person, or the actor may not see this one
    @Transactional
    public PersonView whole(Actor actor, PersonId person) {
        return read(actor, Action.SEE_PERSON, person, true);
    }

    /// The same without other rooms' parts, for a form that changes it. Logged.
    ///
    /// @throws NotFound if there is no such person, or the actor may not change this one
    @Transactional
    public PersonView toChange(Actor actor, PersonId person) {
        return read(actor, Action.CHANGE_PERSON, person, false);
    }

    private PersonView read(Actor actor, Action action, PersonId person, boolean withSections) {
        access.require(actor, action, new Subject(PersonRelations.KIND, person.value()));
        var today = HouseClock.today(clock);
        var history = identities.history(person);
        var current =
                history.stream()
                        .filter(fact -> fact.supersededAt() == null)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var homes = households.allOf(person);
        var together = together(homes);
        var view =
                new PersonView(
                        current,
                        history.stream().filter(fact -> fact.supersededAt() != null).toList(),
                        addresses.history(person),
                        ways.of(person),
                        languages.of(person),
                        homes,
                        people.names(together),
                        births(together),
                        consents.of(person),
                        disclosures.about(person),
                        withSections ? sections(actor, person) : List.of(),
                        withSections ? linked(actor, person) : List.of(),
                        access.allows(actor, Action.CHANGE_PERSON),
                        today);
        together.add(person);
        log.record(
                LogEntry.of(view.isProtected() ? Action.SEE_PROTECTED_PERSON : Action.SEE_PERSON)
                        .about(PersonRelations.KIND, person.value())
                        .touching(together));
        return view;
    }

    /// The other rows of the same human that the actor may see. Each is logged as seen.
    private List<PersonView.Linked> linked(Actor actor, PersonId person) {
        var found = new ArrayList<PersonView.Linked>();
        for (var other : doubles.same(person)) {
            var subject = new Subject(PersonRelations.KIND, other.value());
            var current = identities.current(other);
            if (current.isEmpty() || !access.allows(actor, Action.SEE_PERSON, subject)) {
                continue;
            }
            found.add(
                    new PersonView.Linked(
                            current.get(),
                            addresses.history(other),
                            access.allows(actor, Action.DECIDE_LINK)
                                    ? doubles.link(person, other).orElse(null)
                                    : null,
                            sections(actor, other)));
            log.record(
                    LogEntry.of(
                                    current.get().identity().protection().hides()
                                            ? Action.SEE_PROTECTED_PERSON
                                            : Action.SEE_PERSON)
                            .because("LINKED")
                            .about(PersonRelations.KIND, other.value())
                            .touching(other));
        }
        return found;
    }

    private List<PersonView.Placed> sections(Actor actor, PersonId person) {
        return sections.stream()
                .sorted(Comparator.comparingInt(PersonSection::order))
                .flatMap(source ->
                        source.section(actor, person).stream()
                                .map(section -> new PersonView.Placed(source.order(), section)))
                .toList();
    }

    private static Set<PersonId> together(List<Household> homes) {
        var found = new LinkedHashSet<PersonId>();
        for (var home : homes) {
            for (var member : home.members()) {
                var person = member.membership().person();
                if (person != null) {
                    found.add(person);
                }
            }
        }
        return found;
    }

    /// Birthdays of those who live together, not of protected people.
    private Map<PersonId, LocalDate> births(Collection<PersonId> of) {
        var found = new HashMap<PersonId, LocalDate>();
        if (!of.isEmpty()) {
            db.sql(
                            """
                            select person_id, birth_on from person.identity
                            where board_id = framework.board_id() and person_id = any (:people)
                              and superseded_at is null and birth_on is not null and protection = 'NONE'
                            """)
                    .param("people", People.ids(of))
                    .query((rs, n) ->
                            found.put(
                                    People.personId(rs, "person_id"),
                                    rs.getObject("birth_on", LocalDate.class)))
                    .list();
        }
        return found;
    }
}
