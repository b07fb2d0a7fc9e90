package se.bofast.review;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.review.ReviewHouse.NOON;
import static se.bofast.review.ReviewHouse.NO_SAMPLE;
import static se.bofast.review.ReviewHouse.SPRING;
import static se.bofast.review.ReviewRule.*;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.audit.LogEntry;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// Each rule of the review strikes what it should, and nothing beside it.
@HouseTest
class RulesOfReviewTest {

    private enum Elsewhere {
        BREAK_GLASS
    }

    private final ReviewHouse house;
    private final Households households;
    private final OwnAddresses addresses;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;

    RulesOfReviewTest(
            ReviewHouse house,
            Households households,
            OwnAddresses addresses,
            RegisteringSignals registering,
            CaseLists lists,
            MockMvc mvc) {
        this.mvc = mvc;
        this.house = house;
        this.households = households;
        this.addresses = addresses;
        this.registering = registering;
        this.lists = lists;
    }

    private static Actor caseworker(ReviewHouse.At at) {
        return at.worker("Kim Ask-Öberg", Role.CASEWORKER, UnitKind.HOUSING);
    }

    private static void assertTaken(
            ReviewHouse.At at, Actor worker, PersonId person, ReviewRule... rules) {
        assertTaken(at, at.round(NO_SAMPLE, "frö"), worker, person, rules);
    }

    private static void assertTaken(
            ReviewHouse.At at, RoundId round, Actor worker, PersonId person, ReviewRule... rules) {
        var taken = at.taken(round, worker);
        assertThat(taken.getOrDefault(person.value(), new TreeSet<>())).containsExactly(rules);
        taken.remove(person.value());
        assertThat(taken).as("nobody else").isEmpty();
    }

    @Test
    void who_is_carried_and_looked_at_by_day_is_nothing_to_review() {
        var at = house.at();
        var worker = caseworker(at);
        var person = at.carried(worker);
        at.looks(worker, NOON, person);
        assertTaken(at, worker, person);
    }

    @Test
    void a_family_name_is_known_by_either_half_and_a_given_name_is_not() {
        var at = house.at();
        var worker = caseworker(at);
        var namesake = at.person("Eva", "öberg");
        var given = at.person("Ask", "Lind");
        for (var person : List.of(namesake, given)) {
            at.assigned(person, UnitKind.HOUSING, worker.id());
            at.looks(worker, NOON, person);
        }
        assertTaken(at, worker, namesake, OWN_NAME);
    }

    @Test
    void a_protected_namesake_is_found_too() {
        var at = house.at();
        var worker = caseworker(at);
        var person = at.person("Eva", "Öberg");
        at.assigned(person, UnitKind.HOUSING, worker.id());
        at.looks(at.entrusted(worker, person), NOON, person);
        assertTaken(at, worker, person, OWN_NAME, PROTECTED);
    }

    @Test
    void who_lives_with_a_namesake_is_taken_up_and_who_did_before_is_not() {
        var at = house.at();
        var worker = caseworker(at);
        var namesake = at.person("Eva", "Ask");
        var partner = at.carried(worker);
        var former = at.carried(worker);
        at.board.as(
                at.coordinator,
                SPRING,
                () -> {
                    var home = households.start(at.coordinator, namesake, SPRING, "prov");
                    households.add(
                            at.coordinator,
                            home,
                            Membership.adult(partner, Period.from(SPRING)),
                            "prov");
                    return households.add(
                            at.coordinator,
                            home,
                            Membership.adult(former, new Period(SPRING, LocalDate.of(2026, 9, 30))),
                            "prov");
                });
        at.looks(worker, NOON, partner, former);
        assertTaken(at, worker, partner, NAMESAKE_IN_HOUSEHOLD);
    }

    @Test
    void the_employees_own_house_is_known_where_it_was_given() {
        var at = house.at();
        var worker = caseworker(at);
        var neighbour = at.living("Lind", "Provvägen 12 B, lgh 1203");
        var across = at.living("Lund", "Provvägen 12 A");
        for (var person : List.of(neighbour, across)) {
            at.assigned(person, UnitKind.HOUSING, worker.id());
            at.looks(worker, NOON, person);
        }
        var administrator = at.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        at.board.as(
                administrator,
                () -> addresses.keep(administrator, worker.id(), "Provv. 12B, 2 tr"));
        assertTaken(at, worker, neighbour, OWN_ADDRESS);
    }

    @Test
    void evening_and_holiday_are_after_hours_to_the_minute() {
        var at = house.at();
        var worker = caseworker(at);
        var evening = at.carried(worker);
        at.looks(worker, LocalDateTime.of(2026, 10, 14, 19, 0), evening);
        for (var time :
                List.of(
                        LocalDateTime.of(2026, 10, 14, 6, 30),
                        LocalDateTime.of(2026, 10, 14, 18, 59))) {
            at.looks(worker, time, at.carried(worker));
        }
        assertTaken(at, worker, evening, AFTER_HOURS);
    }

    @Test
    void all_saints_day_is_no_working_day() {
        var at = house.at();
        var worker = caseworker(at);
        var person = at.carried(worker);
        // All Saints' Eve, a Friday, is a working day; the day after is none.
        at.looks(worker, LocalDateTime.of(2026, 10, 30, 12, 0), at.carried(worker));
        at.looks(worker, LocalDateTime.of(2026, 10, 31, 12, 0), person);
        assertTaken(at, worker, person, AFTER_HOURS);
    }

    @Test
    void on_call_works_at_night_and_meets_anyone() {
        var at = house.at();
        var onCall = at.worker("Jo Urbast", Role.ON_CALL, UnitKind.HOUSING);
        var person = at.person("Bo", "Lund");
        at.looks(onCall, LocalDateTime.of(2026, 10, 18, 2, 30), person);
        assertTaken(at, onCall, person);
    }

    @Test
    void who_was_never_the_units_is_taken_up_unless_glass_was_broken() {
        var at = house.at();
        var worker = caseworker(at);
        var stranger = at.person("Bo", "Lund");
        var opened = at.person("Li", "Lind");
        var ofUnit = at.person("Al", "Lång");
        at.assigned(ofUnit, UnitKind.HOUSING, null);
        var ofOther = at.person("Ed", "Lax");
        at.assigned(ofOther, UnitKind.ADDICTION, null);
        at.does(worker, NOON, LogEntry.of(Elsewhere.BREAK_GLASS).touching(opened));
        at.looks(worker, NOON, stranger, opened, ofUnit, ofOther);
        var taken = at.taken(at.round(NO_SAMPLE, "frö"), worker);
        assertThat(taken)
                .containsOnlyKeys(stranger.value(), opened.value(), ofOther.value())
                .containsEntry(stranger.value(), new TreeSet<>(Set.of(NEVER_ASSIGNED)))
                .containsEntry(opened.value(), new TreeSet<>(Set.of(BREAK_GLASS)))
                .containsEntry(ofOther.value(), new TreeSet<>(Set.of(NEVER_ASSIGNED)));
    }

    @Test
    void a_household_is_carried_as_one() {
        var at = house.at();
        var worker = caseworker(at);
        var carried = at.carried(worker);
        var partner = at.person("Al", "Lång");
        at.board.as(
                at.coordinator,
                SPRING,
                () ->
                        households.add(
                                at.coordinator,
                                households.start(at.coordinator, carried, SPRING, "prov"),
                                Membership.adult(partner, Period.from(SPRING)),
                                "prov"));
        at.looks(worker, NOON, carried, partner);
        assertTaken(at, worker, partner);
    }

    @Test
    void many_people_within_an_hour_are_many_also_across_the_hour() {
        var at = house.at();
        var worker = caseworker(at);
        var quick = new ArrayList<PersonId>();
        for (var i = 0; i < 5; i++) {
            quick.add(at.carried(worker));
            at.looks(worker, NOON.plusMinutes(40 + 9L * i), quick.getLast());
        }
        var calm = caseworker(at);
        for (var i = 0; i < 5; i++) {
            at.looks(calm, NOON.plusMinutes(61L * i), at.carried(calm));
        }
        var round = at.round(NO_SAMPLE, "frö");
        assertThat(at.taken(round, worker))
                .hasSize(5)
                .allSatisfy((person, rules) -> assertThat(rules).containsExactly(MANY_PEOPLE));
        assertThat(at.taken(round, calm)).isEmpty();
    }

    @Test
    void the_same_person_searched_for_again_and_again_is_taken_up_unopened() {
        var at = house.at();
        var worker = caseworker(at);
        var wanted = at.person("Bo", "Lund");
        var other = at.person("Bo", "Lind");
        for (var i = 0; i < 3; i++) {
            at.does(
                    worker,
                    NOON.plusHours(i),
                    LogEntry.of(Action.SEARCH_PERSON)
                            .touching(i == 0 ? List.of(wanted) : List.of(wanted, other)));
        }
        assertTaken(at, worker, wanted, MANY_SEARCHES);
    }

    @Test
    void an_attempt_that_was_stopped_is_taken_up_also_when_it_was_a_case() {
        var at = house.at();
        var worker = at.worker("Kim Ask", Role.CASEWORKER, UnitKind.ELDERLY_65);
        var story = new Story(at.board, registering, lists, mvc);
        var person = at.person("Bo", "Lund");
        var id =
                story.comes(
                        at.coordinator,
                        Story.Signal.arrears(LocalDate.of(2026, 9, 1), "Bo Lund").about(person));
        at.does(
                worker,
                NOON,
                LogEntry.of(Action.REFUSED)
                        .because("SEE_CASE")
                        .about("prevention-case", id.value()));
        assertTaken(at, worker, person, NEVER_ASSIGNED, REFUSED);
    }

    @Test
    void a_list_one_comes_past_is_no_choice() {
        var at = house.at();
        var worker = caseworker(at);
        var person = at.person("Bo", "Lund");
        for (var action : List.of(Action.SEE_DAY, Action.SEE_CASES, Action.SEE_SIGNALS)) {
            at.does(worker, NOON, LogEntry.of(action).touching(person));
        }
        assertTaken(at, worker, person);
    }

    @Test
    void a_month_ends_at_midnight_swedish_time() {
        var at = house.at();
        var worker = caseworker(at);
        var last = at.person("Bo", "Lund");
        at.looks(worker, LocalDateTime.of(2026, 9, 30, 23, 59), at.person("Al", "Ek"));
        at.looks(worker, LocalDateTime.of(2026, 10, 31, 23, 59), last);
        at.looks(worker, LocalDateTime.of(2026, 11, 1, 0, 0), at.person("Ed", "Alm"));
        assertTaken(at, worker, last, AFTER_HOURS, NEVER_ASSIGNED);
    }

    @Test
    void a_rule_switched_off_takes_up_nothing_and_the_round_says_so() {
        var at = house.at();
        var worker = caseworker(at);
        var person = at.person("Bo", "Lund");
        at.looks(worker, NOON, person);
        var round = at.round(ReviewHouse.terms(0, 0, Set.of(NEVER_ASSIGNED)), "frö");
        assertTaken(at, round, worker, person);
        assertThat(
                        at.board.<String>ask(
                                at.reviewer,
                                db ->
                                        db.sql(
                                                        "select array_to_string(rules_off, ',') from review.round where id = ?")
                                                .param(round.value())
                                                .query(String.class)
                                                .single()))
                .isEqualTo("NEVER_ASSIGNED");
    }

    /// The sample: of what no rule took, as many as was set, and the same again from the same seed.
    @Test
    void a_sample_is_drawn_again_from_its_seed_and_only_from_the_rest() {
        var samples = new ArrayList<Set<UUID>>();
        var at = house.at();
        var worker = caseworker(at);
        var ordinary = new HashSet<UUID>();
        for (var i = 0; i < 40; i++) {
            var person = at.carried(worker);
            ordinary.add(person.value());
            // Two in an hour at most.
            at.looks(
                    worker,
                    LocalDateTime.of(2026, 10, 1 + i % 2, 8, 0).plusMinutes(30L * (i / 2)),
                    person);
        }
        at.looks(worker, NOON, at.person("Bo", "Lund"));
        var terms = ReviewHouse.terms(20, 3, Set.of(MANY_PEOPLE, AFTER_HOURS));
        for (var seed : List.of("ett", "ett", "två")) {
            var round = at.round(terms, seed);
            var taken = at.taken(round, worker);
            var drawn = new HashSet<UUID>();
            taken.forEach((person, rules) -> {
                if (rules.contains(SAMPLE)) {
                    assertThat(rules).containsExactly(SAMPLE);
                    drawn.add(person);
                }
            });
            assertThat(drawn).hasSize(8).isSubsetOf(ordinary);
            samples.add(drawn);
            house.forget(at, round);
        }
        assertThat(samples.get(1)).isEqualTo(samples.get(0));
        assertThat(samples.get(2)).isNotEqualTo(samples.get(0));
    }
}
