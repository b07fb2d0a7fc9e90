package se.bofast.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.person.Households;
import se.bofast.person.People;
import se.bofast.person.PersonName;
import se.bofast.placement.ChainFact.Coming;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;

/// People by where they live: the chain, who has a home that ends, and the three target groups.
///
/// Grown people only; children stand with their family. Lists that choose people by how they live
/// are of one's own caseload, or for who follows up (product.md H).
///
/// [impl->req~placement.lists~1]
@Component
public class HousingChain {

    private static final int OF_AGE = 18;
    private static final int OLD = 65;

    /// How far ahead an end makes a home insecure among the target groups.
    static final int SOON = 90;

    /// Homes of others or for a time: insecure whether an end is written or not.
    private static final Set<Step> FOR_A_TIME = Set.of(Step.TRANSITIONAL);

    public enum Whose {
        MINE,
        MY_UNITS,
        ALL
    }

    /// Who comes first: risking eviction, homeless, insecure housing (product.md B1).
    public enum Group {
        EVICTION,
        HOMELESS,
        INSECURE
    }

    /// @param gaps only those of whom some night is not known
    public record Filter(Whose whose, @Nullable Step step, boolean gaps, boolean families) {

        public boolean isNarrow() {
            return step != null || gaps || families;
        }
    }

    /// Somebody and where they live.
    ///
    /// @param stay null: nobody knows
    /// @param nights how long the stay has lasted
    /// @param unknownNights in the last year
    /// @param homeKept true if the person is away from a home that goes on
    public record Card(
            PersonId person,
            PersonName name,
            @Nullable StayFact stay,
            @Nullable HousingForm form,
            long nights,
            long unknownNights,
            boolean homeKept,
            boolean children,
            boolean old,
            Set<Group> groups) {

        public Card {
            groups = Set.copyOf(groups);
        }

        public Step step() {
            return form == null ? Step.UNKNOWN : form.step();
        }

        /// Families with children and people over 65 come first.
        public boolean isFirst() {
            return children || old;
        }

        public @Nullable LocalDate expectedEndOn() {
            return stay == null ? null : stay.expectedEndOn();
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final Access access;
    private final Log log;
    private final Caseload caseload;
    private final Stays stays;
    private final KeepingStays keeping;
    private final Crosswalks crosswalks;
    private final People people;
    private final Households households;
    private final List<ChainFact> facts;

    HousingChain(
            JdbcClient db,
            Clock clock,
            Access access,
            Log log,
            Caseload caseload,
            Stays stays,
            KeepingStays keeping,
            Crosswalks crosswalks,
            People people,
            Households households,
            List<ChainFact> facts) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.log = log;
        this.caseload = caseload;
        this.stays = stays;
        this.keeping = keeping;
        this.crosswalks = crosswalks;
        this.people = people;
        this.households = households;
        this.facts = List.copyOf(facts);
    }

    /// Whose people the actor may choose among, the widest last.
    public static List<Whose> choices(Actor actor) {
        var scope = Permissions.of(actor.roles(), Action.SEE_HOUSING_CHAIN);
        return switch (scope) {
            case NONE, OWN -> List.of(Whose.MINE);
            case UNIT -> List.of(Whose.MINE, Whose.MY_UNITS);
            case BOARD -> List.of(Whose.MINE, Whose.MY_UNITS, Whose.ALL);
        };
    }

    /// The chain, longest stay first within a step. Logged.
    @Transactional
    public List<Card> chain(Actor actor, Filter filter) {
        access.require(actor, Action.SEE_HOUSING_CHAIN);
        var cards =
                cards(chosen(actor, filter.whose())).stream()
                        .filter(card -> filter.step() == null || card.step() == filter.step())
                        .filter(card -> !filter.gaps() || card.unknownNights() > 0)
                        .filter(card -> !filter.families() || card.children())
                        .sorted(
                                Comparator.comparing(Card::step)
                                        .thenComparing(
                                                Comparator.comparingLong(Card::nights).reversed())
                                        .thenComparing(card -> card.person().value()))
                        .toList();
        record(Action.SEE_HOUSING_CHAIN, "CHAIN", cards);
        return cards;
    }

    /// What other rooms know is to come for those on the cards, the soonest first.
    @Transactional
    public Map<PersonId, List<Coming>> coming(Actor actor, List<Card> cards) {
        access.require(actor, Action.SEE_HOUSING_CHAIN);
        var people = cards.stream().map(Card::person).toList();
        var found = new HashMap<PersonId, List<Coming>>();
        for (var fact : facts) {
            fact.coming(actor, people)
                    .forEach((person, coming) ->
                            found.computeIfAbsent(person, p -> new ArrayList<>()).addAll(coming));
        }
        found.values().forEach(list -> list.sort(Comparator.comparing(Coming::on)));
        return found;
    }

    /// Whose home ends within so many days, or should have ended: families and people over 65
    /// first, then by days left. Logged.
    @Transactional
    public List<Card> ending(Actor actor, Whose whose, int days) {
        access.require(actor, Action.SEE_HOUSING_CHAIN);
        var horizon = HouseClock.today(clock).plusDays(days);
        var cards =
                cards(chosen(actor, whose)).stream()
                        .filter(card ->
                                card.expectedEndOn() != null
                                        && !card.expectedEndOn().isAfter(horizon))
                        .sorted(
                                Comparator.comparing((Card card) -> !card.isFirst())
                                        .thenComparing(card ->
                                                Objects.requireNonNull(card.expectedEndOn()))
                                        .thenComparing(card -> card.person().value()))
                        .toList();
        record(Action.SEE_HOUSING_CHAIN, "INSECURE", cards);
        return cards;
    }

    /// The target groups within the actor's reach, families and people over 65 first. Logged.
    ///
    /// @param group null: all three
    @Transactional
    public List<Card> groups(Actor actor, @Nullable Group group) {
        var scope = access.require(actor, Action.SEE_TARGET_GROUPS);
        var chosen = new HashSet<PersonId>();
        if (scope == Scope.BOARD) {
            chosen.addAll(caseload.everybody());
            chosen.addAll(threatened());
        } else {
            chosen.addAll(caseload.people(actor, scope));
        }
        var cards =
                cards(chosen).stream()
                        .filter(card ->
                                group == null
                                        ? !card.groups().isEmpty()
                                        : card.groups().contains(group))
                        .sorted(
                                Comparator.comparing((Card card) -> !card.isFirst())
                                        .thenComparing(card ->
                                                card.groups().stream()
                                                        .min(Comparator.naturalOrder())
                                                        .orElseThrow())
                                        .thenComparing(
                                                Card::expectedEndOn,
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(card -> card.person().value()))
                        .toList();
        record(Action.SEE_TARGET_GROUPS, "TARGET_GROUPS", cards);
        return cards;
    }

    private void record(Action action, String why, List<Card> cards) {
        log.record(
                LogEntry.of(action)
                        .because(why)
                        .touching(cards.stream().map(Card::person).toList()));
    }

    private Set<PersonId> chosen(Actor actor, Whose whose) {
        var within = choices(actor);
        return switch (within.contains(whose) ? whose : within.getLast()) {
            case MINE -> caseload.people(actor, Scope.OWN);
            case MY_UNITS -> caseload.people(actor, Scope.UNIT);
            case ALL -> caseload.everybody();
        };
    }

    private List<Card> cards(Collection<PersonId> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        var today = HouseClock.today(clock);
        var births = births(chosen);
        var grown =
                chosen.stream()
                        .filter(person -> births.containsKey(person))
                        .filter(person ->
                                !isYounger(
                                        births.getOrDefault(person, java.util.Optional.empty()),
                                        OF_AGE,
                                        today))
                        .toList();
        var all = stays.of(grown);
        var names = people.names(grown);
        var families = households.withChildren(grown, today);
        var forms = keeping.formsById();
        var crossings = crosswalks.all();
        var threatened = threatened();
        var cards = new ArrayList<Card>();
        for (var person : grown) {
            var name = names.get(person);
            if (name == null) {
                continue;
            }
            var timeline = Timeline.of(all.getOrDefault(person, List.of()));
            var stay = timeline.at(today).orElse(null);
            var homes = timeline.homes(today);
            var hasHome =
                    homes.stream()
                            .anyMatch(
                                    home -> Objects.requireNonNull(forms.get(home.form())).home());
            var groups = new HashSet<Group>();
            if (threatened.contains(person)) {
                groups.add(Group.EVICTION);
            }
            if (stay != null
                    && crossings.getOrDefault(stay.form(), List.of()).stream()
                            .anyMatch(c ->
                                    c.definition() == Definition.CITY
                                            && c.counts(stay, hasHome, today))) {
                groups.add(Group.HOMELESS);
            }
            var form = stay == null ? null : forms.get(stay.form());
            if (stay != null && form != null && isInsecure(stay, form, today)) {
                groups.add(Group.INSECURE);
            }
            cards.add(
                    new Card(
                            person,
                            name,
                            stay,
                            form,
                            stay == null ? 0 : Timeline.lengthOf(stay, today),
                            unknown(timeline, today),
                            stay != null && stay.layer() == StayFact.Layer.AWAY && !homes.isEmpty(),
                            families.contains(person),
                            isOld(births.getOrDefault(person, java.util.Optional.empty()), today),
                            groups));
        }
        return cards;
    }

    private static boolean isInsecure(StayFact stay, HousingForm form, LocalDate today) {
        return FOR_A_TIME.contains(form.step())
                || stay.layer() == StayFact.Layer.LIVES
                        && stay.expectedEndOn() != null
                        && !stay.expectedEndOn().isAfter(today.plusDays(SOON));
    }

    private static long unknown(Timeline timeline, LocalDate today) {
        var year = today.minusYears(1);
        return timeline.gaps(today).stream()
                .filter(gap -> gap.endOn().isAfter(year))
                .mapToLong(gap ->
                        Timeline.nights(
                                gap.startOn().isAfter(year) ? gap.startOn() : year.plusDays(1),
                                gap.endOn()))
                .sum();
    }

    private static boolean isYounger(
            java.util.Optional<LocalDate> birthOn, int years, LocalDate today) {
        return birthOn.filter(born -> born.plusYears(years).isAfter(today)).isPresent();
    }

    private static boolean isOld(java.util.Optional<LocalDate> birthOn, LocalDate today) {
        return birthOn.filter(born -> !born.plusYears(OLD).isAfter(today)).isPresent();
    }

    private Map<PersonId, java.util.Optional<LocalDate>> births(Collection<PersonId> of) {
        var found = new HashMap<PersonId, java.util.Optional<LocalDate>>();
        db.sql(
                        """
                        select person_id, birth_on from person.v_person
                        where board_id = framework.board_id() and person_id = any (:people)
                        """)
                .param("people", of.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((rs, n) ->
                        found.put(
                                new PersonId(rs.getObject("person_id", UUID.class)),
                                java.util.Optional.ofNullable(
                                        rs.getObject("birth_on", LocalDate.class))))
                .list();
        return found;
    }

    /// Whose home is threatened: an open case about them.
    private Set<PersonId> threatened() {
        return new HashSet<>(
                db.sql(
                                """
                                select distinct person_id from prevention.v_case
                                where board_id = framework.board_id() and person_id is not null and closed_on is null
                                """)
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .list());
    }
}
