package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.count.CountRegister.Someone;
import se.bofast.count.CountRegister.Stay;

/// What everybody is on a day: line by line of domain.md 5.4, each condition at its last day, and
/// random lives against a reckoning night by night.
@HouseTest
class ReckoningDayTest {

    private static final LocalDate DAY = LocalDate.of(2016, 9, 26);
    private static final LocalDate BIRTH = LocalDate.of(1980, 1, 1);

    private final Boards boards;
    private final ReckoningDay reckoning;

    ReckoningDayTest(Boards boards, ReckoningDay reckoning) {
        this.boards = boards;
        this.reckoning = reckoning;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();
        final CountRegister register = new CountRegister(board, actor);

        Map<UUID, PersonOfDay> people(LocalDate day) {
            return people(day, Population.ADULTS, null);
        }

        Map<UUID, PersonOfDay> people(
                LocalDate day, Population population, @Nullable Instant known) {
            return board.as(
                    actor,
                    () ->
                            java.util.Objects.requireNonNull(
                                    boards.transaction()
                                            .execute(s ->
                                                    reckoning
                                                            .people(day, population, known)
                                                            .stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            PersonOfDay::person,
                                                                            Function
                                                                                    .identity())))));
        }
    }

    private static PersonOfDay of(Map<UUID, PersonOfDay> people, Someone one) {
        return java.util.Objects.requireNonNull(people.get(one.id()));
    }

    private static String said(PersonOfDay person) {
        return java.util.Arrays.stream(Definition.values())
                .map(person::under)
                .map(verdict ->
                        verdict.category() == null ? verdict.why().name() : verdict.category())
                .collect(Collectors.joining(" "));
    }

    /// Without a home, since half a year, to leave in a month.
    @ParameterizedTest
    @CsvSource({
        "STREET, ACUTE 1 1.1",
        "SHELTER, ACUTE 1 2.2",
        "HOTEL, ACUTE 1 3.4",
        "REFUGE, ACUTE 1 3.6",
        "LODGING, LONGER_TERM 2 3.3",
        "HVB, LONGER_TERM 2 4.7",
        "PRISON, LONGER_TERM 2 4.8",
        "SUPPORTED, LONGER_TERM 2 3.5",
        "TRAINING, LONGER_TERM 3 FORM_NOT_COUNTED",
        "TRIAL, FORM_NOT_COUNTED 3 FORM_NOT_COUNTED",
        "HF_SUBLET, FORM_NOT_COUNTED 3 FORM_NOT_COUNTED",
        "TRANSITIONAL, LONGER_TERM 3 3.4",
        "FRIENDS, TOO_LONG TOO_LONG 6.12",
        "PRIVATE_SUBLET, FORM_NOT_COUNTED TOO_LONG FORM_NOT_COUNTED",
        "HF_OWN, OWN_HOME OWN_HOME OWN_HOME",
        "OWN, OWN_HOME OWN_HOME OWN_HOME",
        "UNKNOWN, PLACE_UNKNOWN PLACE_UNKNOWN PLACE_UNKNOWN"
    })
    void every_form_counts_as_the_crosswalk_says(String form, String expected) {
        var at = new At();
        var one = at.register.person(BIRTH, "MALE");
        at.register.stay(
                one, form, "LIVES", 1, DAY.minusMonths(6), null, DAY.plusMonths(1), null, null);
        at.register.write();
        assertThat(said(of(at.people(DAY), one))).isEqualTo(expected);
    }

    @Test
    void leaving_is_within_three_months_or_past_and_has_to_be_known() {
        var at = new At();
        var last = leaving(at, DAY.plusMonths(3), null);
        var after = leaving(at, DAY.plusMonths(3).plusDays(1), null);
        var past = leaving(at, DAY.minusDays(40), null);
        var unsaid = leaving(at, null, null);
        var ended = leaving(at, null, DAY.plusDays(10));
        at.register.write();
        var people = at.people(DAY);
        assertThat(said(of(people, last))).startsWith("LONGER_TERM 2");
        assertThat(said(of(people, after))).startsWith("NOT_LEAVING NOT_LEAVING");
        assertThat(said(of(people, past))).startsWith("LONGER_TERM 2");
        assertThat(said(of(people, unsaid))).startsWith("NO_END_KNOWN NO_END_KNOWN");
        assertThat(said(of(people, ended))).startsWith("LONGER_TERM 2");
    }

    private static Someone leaving(At at, @Nullable LocalDate expected, @Nullable LocalDate end) {
        var one = at.register.person(BIRTH, "FEMALE");
        at.register.stay(one, "HVB", "AWAY", 1, DAY.minusDays(50), end, expected, null, null);
        return one;
    }

    @Test
    void staying_with_friends_counts_for_three_months_to_the_day() {
        var at = new At();
        var brief = at.register.person(BIRTH, "MALE");
        at.register.stays(brief, "FRIENDS", DAY.minusMonths(3), null);
        var tooLong = at.register.person(BIRTH, "MALE");
        at.register.stays(tooLong, "FRIENDS", DAY.minusMonths(3).minusDays(1), null);
        at.register.write();
        var people = at.people(DAY);
        assertThat(said(of(people, brief))).isEqualTo("ACUTE 4 6.12");
        assertThat(said(of(people, tooLong))).isEqualTo("TOO_LONG TOO_LONG 6.12");
    }

    @Test
    void a_home_elsewhere_takes_out_who_sleeps_away_but_not_who_sleeps_rough() {
        var at = new At();
        var respite = at.register.person(BIRTH, "MALE");
        at.register.stays(respite, "OWN", DAY.minusYears(2), null);
        at.register.stay(
                respite, "HVB", "AWAY", 1, DAY.minusDays(5), null, DAY.plusDays(5), null, null);
        var rough = at.register.person(BIRTH, "MALE");
        at.register.stays(rough, "OWN", DAY.minusYears(2), null);
        at.register.stay(rough, "STREET", "AWAY", 1, DAY.minusDays(5), null, null, null, null);
        at.register.write();
        var people = at.people(DAY);
        assertThat(said(of(people, respite))).isEqualTo("HAS_HOME HAS_HOME HAS_HOME");
        assertThat(said(of(people, rough))).isEqualTo("ACUTE 1 1.1");
        assertThat(of(people, rough).homelessSince()).isNull();
    }

    /// A fortnight in treatment makes nobody who has a training flat or Housing First acutely
    /// homeless.
    @Test
    void who_is_away_from_a_kept_place_is_what_the_place_makes_them() {
        var at = new At();
        var kept = at.register.person(BIRTH, "FEMALE");
        at.register.stays(kept, "TRAINING", DAY.minusYears(1), null);
        at.register.stay(
                kept, "HVB", "AWAY", 1, DAY.minusDays(5), null, DAY.plusDays(5), null, null);
        var alone = at.register.person(BIRTH, "FEMALE");
        at.register.stays(alone, "TRAINING", DAY.minusYears(1), null);
        at.register.write();
        var people = at.people(DAY);
        assertThat(said(of(people, kept))).isEqualTo(said(of(people, alone)));
    }

    @Test
    void who_was_somewhere_lately_is_asked_about_and_who_died_or_has_a_home_is_not() {
        var at = new At();
        var gap = at.register.person(BIRTH, "MALE");
        at.register.stays(gap, "SHELTER", DAY.minusMonths(6), DAY.minusMonths(3));
        var longAgo = at.register.person(BIRTH, "MALE");
        at.register.stays(longAgo, "SHELTER", DAY.minusMonths(6), DAY.minusMonths(3).minusDays(1));
        var died = at.register.person(BIRTH, "MALE");
        at.register.stay(
                died,
                "SHELTER",
                "LIVES",
                1,
                DAY.minusMonths(6),
                DAY.minusDays(1),
                null,
                "DIED",
                null);
        var tomorrow = at.register.person(BIRTH, "MALE");
        at.register.stays(tomorrow, "SHELTER", DAY.plusDays(1), null);
        at.register.write();
        var people = at.people(DAY);
        assertThat(people).containsOnlyKeys(gap.id());
        assertThat(said(of(people, gap))).isEqualTo("NO_STAY NO_STAY NO_STAY");
        assertThat(of(people, gap).known()).isFalse();
    }

    @Test
    void ages_are_of_the_day_and_children_are_counted_with_their_parents() {
        var at = new At();
        var eighteen = at.register.person(DAY.minusYears(18), "FEMALE");
        var seventeen = at.register.person(DAY.minusYears(18).plusDays(1), "FEMALE");
        var sixtyFive = at.register.person(DAY.minusYears(65), "MALE");
        var unknown = at.register.person(null, null);
        for (var one : List.of(eighteen, seventeen, sixtyFive, unknown)) {
            at.register.stays(one, "SHELTER", DAY.minusDays(1), null);
        }
        var household = at.register.household(DAY.minusYears(1), 1, 2, eighteen);
        at.register.write();
        var people = at.people(DAY);
        assertThat(of(people, eighteen).age()).isEqualTo(18);
        assertThat(of(people, eighteen).household())
                .isEqualTo(new PersonOfDay.Household(household, 2, 2));
        assertThat(said(of(people, seventeen))).startsWith("OUTSIDE_POPULATION");
        assertThat(of(people, sixtyFive).age()).isEqualTo(65);
        assertThat(of(people, unknown).age()).isNull();
        assertThat(of(people, unknown).inAny()).isTrue();
        var younger = at.people(DAY, new Population(18, 65), null);
        assertThat(said(of(younger, sixtyFive))).startsWith("OUTSIDE_POPULATION");
    }

    @Test
    void a_break_of_six_nights_does_not_end_a_run_and_one_of_seven_does() {
        var at = new At();
        var six = broken(at, 6);
        var seven = broken(at, 7);
        var homeBetween = at.register.person(BIRTH, "MALE");
        at.register.stays(homeBetween, "SHELTER", DAY.minusDays(100), DAY.minusDays(50));
        at.register.stays(homeBetween, "OWN", DAY.minusDays(49), DAY.minusDays(40));
        at.register.stays(homeBetween, "STREET", DAY.minusDays(39), null);
        at.register.write();
        var people = at.people(DAY);
        assertThat(of(people, six).homelessSince()).isEqualTo(DAY.minusDays(100));
        assertThat(of(people, six).unbrokenSince()).isEqualTo(DAY.minusDays(20));
        assertThat(of(people, seven).homelessSince()).isEqualTo(DAY.minusDays(20));
        assertThat(of(people, homeBetween).homelessSince()).isEqualTo(DAY.minusDays(39));
    }

    private static Someone broken(At at, int nights) {
        var one = at.register.person(BIRTH, "MALE");
        at.register.stays(one, "SHELTER", DAY.minusDays(100), DAY.minusDays(21 + nights));
        at.register.stays(one, "STREET", DAY.minusDays(20), null);
        return one;
    }

    @Test
    void what_was_known_earlier_is_told_as_it_was_known() {
        var at = new At();
        var one = at.register.person(BIRTH, "MALE");
        var stay = at.register.stays(one, "SHELTER", DAY.minusDays(10), null);
        at.register.write();
        var corrected = TestBoard.noon(DAY.plusDays(30));
        at.board.ask(
                at.actor,
                db ->
                        db.sql(
                                        """
                                        with old as (
                                            update placement.stay_fact set superseded_at = cast(:at as timestamptz)
                                            where stay_id = :stay returning *)
                                        insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id,
                                            layer, home_number, start_on, withdrawn, recorded_at, reason)
                                        select board_id, area_id, gen_random_uuid(), stay_id, person_id, :form, layer,
                                               home_number, start_on, false, cast(:at as timestamptz), 'Rättad' from old
                                        """)
                                .param("at", corrected.toString())
                                .param("stay", stay.id())
                                .param("form", at.register.id("TRIAL"))
                                .update());
        assertThat(said(of(at.people(DAY), one))).isEqualTo("FORM_NOT_COUNTED 3 FORM_NOT_COUNTED");
        assertThat(said(of(at.people(DAY, Population.ADULTS, corrected.minusSeconds(1)), one)))
                .isEqualTo("ACUTE 1 2.2");
        assertThat(at.people(DAY, Population.ADULTS, TestBoard.noon(LocalDate.of(2000, 1, 1))))
                .isEmpty();
    }

    @Test
    void another_boards_people_are_not_there() {
        var other = new At();
        other.register.stays(other.register.person(BIRTH, "MALE"), "SHELTER", DAY, null);
        other.register.write();
        assertThat(new At().people(DAY)).isEmpty();
    }

    @Test
    void random_lives_are_counted_as_one_would_count_them_night_by_night() {
        var random = new Random(20161);
        var at = new At();
        var lives = new HashMap<Someone, List<Stay>>();
        for (var i = 0; i < 400; i++) {
            var one =
                    at.register.person(
                            random.nextInt(10) == 0
                                    ? null
                                    : DAY.minusDays(random.nextInt(365 * 90)),
                            random.nextBoolean() ? "MALE" : "FEMALE");
            lives.put(one, life(at.register, random, one));
        }
        at.register.write();
        for (var i = 0; i < 8; i++) {
            var day = DAY.minusDays(random.nextInt(700));
            var population = i % 2 == 0 ? Population.ADULTS : new Population(20, 65);
            var people = at.people(day, population, null);
            var again = at.people(day, population, TestBoard.noon(LocalDate.of(2026, 1, 1)));
            assertThat(again).isEqualTo(people);
            var naive = new NaiveCount(day, population);
            var counted = 0;
            for (var life : lives.entrySet()) {
                var expected = naive.of(life.getKey(), life.getValue());
                var found = people.get(life.getKey().id());
                if (expected.isEmpty()) {
                    assertThat(found).isNull();
                    continue;
                }
                if (found == null) {
                    throw new AssertionError(day + " has not " + life);
                }
                assertThat(found.verdicts())
                        .as("%s %s", day, life)
                        .isEqualTo(expected.get().verdicts());
                assertThat(found.homelessSince())
                        .as("%s %s", day, life)
                        .isEqualTo(expected.get().homelessSince());
                assertThat(found.unbrokenSince())
                        .as("%s %s", day, life)
                        .isEqualTo(expected.get().unbrokenSince());
                counted++;
            }
            assertThat(people).hasSize(counted);
            assertThat(counted).isGreaterThan(50);
        }
    }

    /// Stays one after the other in each layer, with and without gaps.
    private static List<Stay> life(CountRegister register, Random random, Someone one) {
        var all = new ArrayList<Stay>();
        for (var layer : List.of("LIVES 1", "LIVES 2", "AWAY 1")) {
            if (layer.equals("LIVES 2") && random.nextInt(6) > 0) {
                continue;
            }
            var start = DAY.minusDays(900 - random.nextInt(300));
            while (start.isBefore(DAY)) {
                var nights = 1 + random.nextInt(random.nextBoolean() ? 20 : 300);
                var open = random.nextInt(12) == 0;
                var end = start.plusDays(nights - 1);
                var form = CountRegister.FORMS.get(random.nextInt(CountRegister.FORMS.size()));
                all.add(
                        register.stay(
                                one,
                                form.code(),
                                layer.substring(0, layer.length() - 2),
                                Integer.parseInt(layer.substring(layer.length() - 1)),
                                start,
                                open ? null : end,
                                random.nextBoolean() ? null : start.plusDays(random.nextInt(400)),
                                open
                                        ? null
                                        : random.nextInt(8) == 0
                                                ? random.nextBoolean() ? "DIED" : "OWN_HOME"
                                                : null,
                                null));
                if (open) {
                    break;
                }
                var gap =
                        layer.startsWith("AWAY")
                                ? random.nextInt(200)
                                : random.nextBoolean() ? 0 : random.nextInt(15);
                start = end.plusDays(1L + gap);
            }
        }
        return all;
    }
}
