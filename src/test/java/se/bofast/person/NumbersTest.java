package se.bofast.person;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.kernel.ReserveNumber;
import se.bofast.page.Words;
import se.bofast.person.GivingNumber.Given;
import se.bofast.person.PersonSearch.Answer;
import se.bofast.person.PersonSearch.Match;

/// Numbers that change, numbers the board gives itself, and people without name and number.
@HouseTest
class NumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate REGISTERED = LocalDate.of(2026, 11, 2);
    private static final String WHY = "Blev folkbokförd";

    private final Boards boards;
    private final People people;
    private final GivingNumber giving;
    private final CorrectingIdentity identities;
    private final ReadingPerson reading;
    private final PersonSearch search;
    private final DoubleSearches doubleSearches;
    private final Doubles doubles;
    private final WorkDoneNow work;

    NumbersTest(
            Boards boards,
            People people,
            GivingNumber giving,
            CorrectingIdentity identities,
            ReadingPerson reading,
            PersonSearch search,
            DoubleSearches doubleSearches,
            Doubles doubles,
            WorkDoneNow work) {
        this.boards = boards;
        this.people = people;
        this.giving = giving;
        this.identities = identities;
        this.reading = reading;
        this.search = search;
        this.doubleSearches = doubleSearches;
        this.doubles = doubles;
        this.work = work;
    }

    /// The same day and sex with sixty more: a coordination number that may have come before.
    private static IdentityNumber coordinationBefore(IdentityNumber personal) {
        var digits = personal.digits();
        var day = Integer.parseInt(digits.substring(6, 8)) + 60;
        var nine = digits.substring(2, 6) + day + digits.substring(8, 11);
        return IdentityNumber.read(
                        digits.substring(0, 2) + nine + TestNumbers.checkDigit(nine), TODAY)
                .orElseThrow();
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();

        PersonId person(String given, @Nullable PersonNumber number) {
            return board.as(
                    coordinator,
                    REGISTERED,
                    () -> people.register(coordinator, NewPerson.of(given, "Prövad", number)));
        }

        PersonId unknown() {
            return board.as(
                    coordinator,
                    TODAY,
                    () -> people.register(coordinator, NewPerson.of("", "", null), true, false));
        }

        Given replace(PersonId person, IdentityNumber number, LocalDate from) {
            return board.as(
                    coordinator,
                    TODAY,
                    () ->
                            giving.replace(
                                    coordinator,
                                    person,
                                    identities.current(person).orElseThrow().id(),
                                    number,
                                    from,
                                    WHY));
        }

        Given reserve(PersonId person) {
            return board.as(
                    coordinator,
                    TODAY,
                    () ->
                            giving.reserve(
                                    coordinator,
                                    person,
                                    identities.current(person).orElseThrow().id()));
        }

        Correction correct(PersonId person, IdentityNumber number) {
            return board.as(
                    coordinator,
                    TODAY,
                    () -> {
                        var seen = identities.current(person).orElseThrow();
                        var is = seen.identity();
                        return identities.correct(
                                coordinator,
                                person,
                                seen.id(),
                                is.with(number, is.birthOn(), is.sex()),
                                "Felskrivet");
                    });
        }

        PersonView page(PersonId person) {
            return board.as(coordinator, TODAY, () -> reading.whole(coordinator, person));
        }

        List<Match> found(String words) {
            var answer = board.as(coordinator, TODAY, () -> search.search(coordinator, words));
            return ((Answer.Found) answer).people();
        }
    }

    @Test
    void an_earlier_number_stays_on_record_with_its_days_and_finds_the_person() {
        var at = new At();
        var personal = TestNumbers.next();
        var before = coordinationBefore(personal);
        var id = at.person("Amina", before);
        assertThat(at.replace(id, personal, TODAY.minusDays(3))).isEqualTo(new Given.Made());

        var page = at.page(id);
        assertThat(page.current().identity().number()).isEqualTo(personal);
        assertThat(page.earlierNumbers())
                .extracting(
                        PersonView.EarlierNumber::number,
                        PersonView.EarlierNumber::fromOn,
                        PersonView.EarlierNumber::untilOn,
                        PersonView.EarlierNumber::reason)
                .containsExactly(tuple(before, REGISTERED, TODAY.minusDays(3), WHY));
        assertThat(at.found(before.written()))
                .extracting(Match::id, Match::number, Match::earlier)
                .containsExactly(tuple(id, personal, before));
        assertThat(at.found(personal.written()))
                .extracting(Match::id, Match::earlier)
                .containsExactly(tuple(id, null));
        assertThat(LogRows.of(at.board, at.coordinator))
                .anyMatch(row -> "NUMBER_CHANGED".equals(row.reason()));
    }

    @Test
    void a_second_change_keeps_both_and_no_number_holds_before_the_one_before_it() {
        var at = new At();
        var first = coordinationBefore(TestNumbers.next());
        var second = coordinationBefore(TestNumbers.next());
        var third = TestNumbers.next();
        var id = at.person("Amina", first);
        at.replace(id, second, TODAY.minusDays(5));
        assertThat(at.replace(id, third, TODAY.minusDays(6))).isEqualTo(new Given.TooEarly());
        at.replace(id, third, TODAY);
        assertThat(at.page(id).earlierNumbers())
                .extracting(
                        PersonView.EarlierNumber::number,
                        PersonView.EarlierNumber::fromOn,
                        PersonView.EarlierNumber::untilOn)
                .containsExactly(
                        tuple(second, TODAY.minusDays(5), TODAY),
                        tuple(first, REGISTERED, TODAY.minusDays(5)));
    }

    @Test
    void birthday_and_sex_follow_the_number_unless_somebody_has_recorded_them_apart() {
        var at = new At();
        var was = TestNumbers.of(LocalDate.of(1990, 5, 6), 238);
        var is = TestNumbers.of(LocalDate.of(1990, 5, 7), 239);
        var id = at.person("Amina", was);
        at.replace(id, is, TODAY);
        var identity = at.page(id).current().identity();
        assertThat(identity.birthOn()).isEqualTo(LocalDate.of(1990, 5, 7));
        assertThat(identity.sex()).isEqualTo(is.isFemale() ? Sex.FEMALE : Sex.MALE);

        var born = LocalDate.of(1991, 1, 2);
        var apart =
                at.board.as(
                        at.coordinator,
                        REGISTERED,
                        () ->
                                people.register(
                                        at.coordinator,
                                        NewPerson.of(
                                                        "Amina",
                                                        "Prövad",
                                                        coordinationBefore(TestNumbers.next()))
                                                .bornOn(born)));
        at.replace(apart, TestNumbers.next(), TODAY);
        assertThat(at.page(apart).current().identity().birthOn()).isEqualTo(born);
    }

    @Test
    void nobody_else_gets_a_number_that_is_or_was_somebodys() {
        var at = new At();
        var personal = TestNumbers.next();
        var before = coordinationBefore(personal);
        var id = at.person("Amina", before);
        at.replace(id, personal, TODAY);
        var other = at.person("Berit", TestNumbers.next());
        for (var number : List.of(personal, before)) {
            assertThat(at.correct(other, number)).isEqualTo(new Correction.NumberTaken());
            assertThat(at.replace(other, personal, TODAY)).isEqualTo(new Given.Taken());
            assertThat(at.person("Ammina", number)).as("registered anew").isEqualTo(id);
        }
        var rows =
                List.of(
                        new NewPersonRow(
                                new PersonId(
                                        se.bofast.kernel.NewId.at(java.time.Clock.systemUTC())),
                                NewPerson.of("Amina", "Lista", before)));
        assertThat(at.board.as(at.coordinator, TODAY, () -> people.registerAll(rows))).isZero();
        assertThat(at.board.as(at.coordinator, TODAY, () -> people.byNumbers(List.of(before))))
                .containsEntry(before, id);
    }

    @Test
    void the_refusal_is_the_same_whether_or_not_one_may_see_who_has_the_number() {
        var at = new At();
        var holder = at.board.coordinator();
        var personal = TestNumbers.next();
        var before = coordinationBefore(personal);
        var hidden =
                at.board.as(
                        holder,
                        TODAY,
                        () ->
                                people.register(
                                        holder,
                                        NewPerson.of("Gömd", "Prövad", before)
                                                .protectedBy(Protection.MARKED)));
        at.board.as(
                holder,
                TODAY,
                () ->
                        giving.replace(
                                holder,
                                hidden,
                                identities.current(hidden).orElseThrow().id(),
                                personal,
                                TODAY,
                                WHY));
        var id = at.person("Berit", TestNumbers.next());
        for (var number : List.of(personal, before)) {
            assertThat(at.found(number.written())).isEmpty();
            assertThat(at.correct(id, number)).isEqualTo(new Correction.NumberTaken());
        }
        assertThat(at.replace(id, personal, TODAY)).isEqualTo(new Given.Taken());
        assertThat(LogRows.of(at.board, at.coordinator))
                .noneMatch(row -> row.toString().contains(personal.digits()));
    }

    @Test
    void a_fictitious_identity_is_never_joined_with_another_number() {
        var at = new At();
        var id =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                people.register(
                                        at.coordinator,
                                        NewPerson.of("Ny", "Prövad", TestNumbers.next())
                                                .protectedBy(Protection.FICTITIOUS)));
        assertThat(
                        at.board.as(
                                at.coordinator,
                                TODAY,
                                () ->
                                        giving.replace(
                                                at.coordinator,
                                                id,
                                                identities.current(id).orElseThrow().id(),
                                                TestNumbers.next(),
                                                TODAY,
                                                WHY)))
                .isEqualTo(new Given.NeverJoined());
    }

    @Test
    void a_correction_leaves_no_earlier_number_and_undoes_a_change_that_was_the_mistake() {
        var at = new At();
        var right = TestNumbers.next();
        var wrong = TestNumbers.next();
        var id = at.person("Amina", wrong);
        at.correct(id, right);
        assertThat(at.page(id).earlierNumbers()).isEmpty();
        assertThat(at.page(id).earlier()).hasSize(1);
        var owner = at.person("Berit", wrong);
        assertThat(owner).isNotEqualTo(id);

        var mistaken = TestNumbers.next();
        at.replace(id, mistaken, TODAY);
        assertThat(at.page(id).earlierNumbers()).hasSize(1);
        assertThat(at.correct(id, right)).isEqualTo(new Correction.Made());
        assertThat(at.page(id).earlierNumbers()).isEmpty();
        assertThat(at.person("Den", mistaken)).isNotEqualTo(id);
    }

    @Test
    void an_earlier_number_that_was_a_mistake_is_struck_and_free_for_whose_it_is() {
        var at = new At();
        var mistaken = TestNumbers.next();
        var right = TestNumbers.next();
        var id = at.person("Amina", mistaken);
        at.replace(id, right, TODAY);
        var seen = at.page(id);
        var row = seen.earlierNumbers().getFirst().row();
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    giving.strike(
                            at.coordinator, id, seen.current().id(), row, "Någon annans nummer");
                    return null;
                });
        var page = at.page(id);
        assertThat(page.earlierNumbers()).isEmpty();
        assertThat(page.current().identity().number()).isEqualTo(right);
        assertThat(page.current().numberFromOn()).isEqualTo(TODAY);
        assertThat(page.current().reason()).isEqualTo("Någon annans nummer");
        assertThat(page.earlier()).extracting(fact -> fact.identity().number()).contains(mistaken);
        assertThat(at.person("Berit", mistaken)).isNotEqualTo(id);
        assertThatThrownBy(() ->
                        at.board.as(
                                at.coordinator,
                                TODAY,
                                () -> {
                                    giving.strike(
                                            at.coordinator, id, page.current().id(), row, "Igen");
                                    return null;
                                }))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_personal_number_is_not_followed_by_a_coordination_number() {
        var at = new At();
        var id = at.person("Amina", TestNumbers.next());
        assertThat(at.replace(id, coordinationBefore(TestNumbers.next()), TODAY))
                .isEqualTo(new Given.NotBack());
    }

    @Test
    void only_who_may_change_a_person_changes_a_number_and_an_old_form_is_told() {
        var at = new At();
        var id = at.person("Amina", TestNumbers.next());
        var archivist = at.board.employee(Role.ARCHIVIST, UnitKind.HOUSING);
        assertThatThrownBy(() ->
                        at.board.as(
                                archivist,
                                TODAY,
                                () ->
                                        giving.replace(
                                                archivist,
                                                id,
                                                java.util.UUID.randomUUID(),
                                                TestNumbers.next(),
                                                TODAY,
                                                WHY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        at.board.as(
                                at.coordinator,
                                TODAY,
                                () ->
                                        giving.replace(
                                                at.coordinator,
                                                id,
                                                java.util.UUID.randomUUID(),
                                                TestNumbers.next(),
                                                TODAY,
                                                WHY)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_reserve_number_is_given_once_found_and_followed_by_a_real_one() {
        var at = new At();
        var id = at.person("Utan", null);
        at.reserve(id);
        var number = requireNonNull(at.page(id).current().identity().number());
        assertThat(number).isEqualTo(new ReserveNumber(2026, 1));
        assertThat(at.found(number.written().toLowerCase(java.util.Locale.ROOT)))
                .extracting(Match::id)
                .containsExactly(id);
        assertThatThrownBy(() -> at.reserve(id)).isInstanceOf(Conflict.class);
        var wrong =
                number.written().replaceAll("\\d$", "") + (number.written().endsWith("9") ? 0 : 9);
        assertThat(at.board.as(at.coordinator, TODAY, () -> search.search(at.coordinator, wrong)))
                .isEqualTo(new Answer.NumberWrong());

        var personal = TestNumbers.next();
        at.replace(id, personal, TODAY);
        assertThat(at.found(number.written()))
                .extracting(Match::id, Match::number, Match::earlier)
                .containsExactly(tuple(id, personal, number));
        assertThat(at.page(id).current().identity().birthOn())
                .isEqualTo(personal.dateInNumber().orElseThrow());
        var next = at.person("Annan", null);
        at.reserve(next);
        assertThat(at.page(next).current().identity().number())
                .isEqualTo(new ReserveNumber(2026, 2));
    }

    @Test
    void of_sixteen_who_take_a_reserve_number_at_once_all_get_their_own() throws Exception {
        var at = new At();
        var work = new java.util.ArrayList<Callable<PersonNumber>>();
        for (var n = 0; n < 16; n++) {
            work.add(() -> {
                var id =
                        at.board.as(
                                at.coordinator,
                                TODAY,
                                () ->
                                        people.register(
                                                at.coordinator,
                                                NewPerson.of("Utan", "Nummer", null),
                                                false,
                                                true));
                return requireNonNull(
                        at.board
                                .as(at.coordinator, TODAY, () -> people.find(id))
                                .orElseThrow()
                                .number());
            });
        }
        var got = new HashSet<PersonNumber>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(work)) {
                got.add(answer.get());
            }
        }
        assertThat(got).hasSize(16);
    }

    @Test
    void a_person_without_name_and_number_has_a_label_until_the_name_is_known_and_is_found_by_it() {
        var at = new At();
        var first = at.unknown();
        var id = at.unknown();
        var name = at.board.as(at.coordinator, TODAY, () -> people.names(List.of(id))).get(id);
        assertThat(requireNonNull(name).shown(Words.swedish())).isEqualTo("Okänd person 2");
        assertThat(name.spoken()).as("for letters").isEmpty();
        assertThat(at.found("okänd person 2")).extracting(Match::id).containsExactly(id);
        assertThat(at.found("Okänd person"))
                .extracting(Match::id)
                .containsExactlyInAnyOrder(id, first);
        assertThat(at.found("Persson")).isEmpty();

        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    var seen = identities.current(id).orElseThrow();
                    return identities.correct(
                            at.coordinator,
                            id,
                            seen.id(),
                            new IdentityFact.Identity(
                                    "Amina", "Prövad", null, null, null, Protection.NONE),
                            "Sa sitt namn");
                });
        assertThat(at.found("okänd person 2"))
                .extracting(match -> match.name().shown(Words.swedish()))
                .containsExactly("Prövad, Amina");
        assertThat(at.found("Okänd person")).extracting(Match::id).containsExactly(first);
        assertThat(at.found("Amina Prövad")).extracting(Match::id).containsExactly(id);
    }

    @Test
    void lists_show_the_label_where_a_name_would_stand_and_nothing_of_a_protected_one() {
        var at = new At();
        var id = at.unknown();
        var names =
                """
                select coalesce(sort_name, '-') || '/' || coalesce(working_label, '-') from person.v_person
                where board_id = framework.board_id() and person_id = :person
                """;
        assertThat(
                        at.board.<String>ask(
                                at.coordinator,
                                db ->
                                        db.sql(names)
                                                .param("person", id.value())
                                                .query(String.class)
                                                .single()))
                .isEqualTo("Okänd person 1/Okänd person 1");
    }

    @Test
    void the_nameless_are_never_linked_by_the_house() {
        var at = new At();
        var home = new NewAddress(null, "Ringvägen 4", null, "75310", "Uppsala");
        for (var n = 0; n < 3; n++) {
            at.board.as(
                    at.coordinator,
                    TODAY,
                    () ->
                            people.register(
                                    at.coordinator,
                                    NewPerson.of("", "", null)
                                            .bornOn(LocalDate.of(1980, 3, 4))
                                            .livingAt(home),
                                    true,
                                    true));
        }
        at.board.as(at.coordinator, () -> doubleSearches.order());
        work.all();
        assertThat(at.board.as(at.coordinator, () -> doubles.decided(at.coordinator, 50)).pairs())
                .isEmpty();
    }
}
