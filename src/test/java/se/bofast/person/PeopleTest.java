package se.bofast.person;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;

@HouseTest
class PeopleTest {

    private final Boards boards;
    private final People people;

    PeopleTest(Boards boards, People people) {
        this.boards = boards;
        this.people = people;
    }

    @Test
    void a_registered_person_is_found_by_number_with_name_and_home() {
        var board = boards.make();
        var actor = board.coordinator();
        var number = TestNumbers.next();
        var id =
                board.as(
                        actor,
                        () ->
                                people.register(
                                        actor,
                                        NewPerson.of("Anna", "Berg", number)
                                                .livingAt(home("Sankt Eriksgatan 117"))));
        assertThat(board.as(actor, () -> people.byNumber(number))).contains(id);
        var card = board.as(actor, () -> people.find(id)).orElseThrow();
        assertThat(card.name().shown(Words.swedish())).isEqualTo("Berg, Anna");
        assertThat(card.number()).isEqualTo(number);
        assertThat(card.birthOn()).isEqualTo(number.dateInNumber().orElseThrow());
        assertThat(card.sex()).isEqualTo(number.isFemale() ? Sex.FEMALE : Sex.MALE);
        assertThat(requireNonNull(card.letterAddress()).line())
                .isEqualTo("Sankt Eriksgatan 117, 113 43 Stockholm");
    }

    @Test
    void another_board_knows_nothing_of_the_person() {
        var ours = boards.make();
        var theirs = boards.make();
        var actor = ours.coordinator();
        var stranger = theirs.coordinator();
        var number = TestNumbers.next();
        var id = ours.as(actor, () -> people.register(actor, NewPerson.of("Anna", "Berg", number)));
        assertThat(theirs.as(stranger, () -> people.byNumber(number))).isEmpty();
        assertThat(theirs.as(stranger, () -> people.find(id))).isEmpty();
        assertThat(theirs.as(stranger, () -> people.names(List.of(id)))).isEmpty();
        var twin =
                theirs.as(
                        stranger,
                        () -> people.register(stranger, NewPerson.of("Anna", "Berg", number)));
        assertThat(twin).isNotEqualTo(id);
    }

    @Test
    void registering_a_known_number_gives_the_known_person_unchanged() {
        var board = boards.make();
        var actor = board.coordinator();
        var number = TestNumbers.next();
        var first =
                board.as(actor, () -> people.register(actor, NewPerson.of("Anna", "Berg", number)));
        var second =
                board.as(actor, () -> people.register(actor, NewPerson.of("Ann", "Bergh", number)));
        assertThat(second).isEqualTo(first);
        assertThat(
                        board.as(actor, () -> people.find(first))
                                .orElseThrow()
                                .name()
                                .shown(Words.swedish()))
                .isEqualTo("Berg, Anna");
    }

    @Test
    void of_32_who_register_the_same_number_at_once_all_get_the_same_person() throws Exception {
        var board = boards.make();
        var actor = board.coordinator();
        var number = TestNumbers.next();
        var start = new CyclicBarrier(32);
        var work = new ArrayList<Callable<PersonId>>();
        for (var n = 0; n < 32; n++) {
            work.add(() -> {
                start.await();
                return board.as(
                        actor, () -> people.register(actor, NewPerson.of("Anna", "Berg", number)));
            });
        }
        var got = new HashSet<PersonId>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(work)) {
                got.add(answer.get());
            }
        }
        assertThat(got).hasSize(1);
        long rows =
                board.ask(
                        actor,
                        db ->
                                db.sql("select count(*) from person.person")
                                        .query(Long.class)
                                        .single());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void many_are_registered_at_once_with_keys_and_homes_and_a_taken_number_is_left_out() {
        var board = boards.make();
        var actor = board.coordinator();
        var taken = TestNumbers.next();
        var first =
                board.as(actor, () -> people.register(actor, NewPerson.of("Anna", "Berg", taken)));
        var rows = new ArrayList<NewPersonRow>();
        rows.add(row(NewPerson.of("Annan", "Stavning", taken)));
        var twice = TestNumbers.next();
        rows.add(row(NewPerson.of("Bo", "Ek", twice).livingAt(home("Norrbackagatan 4"))));
        rows.add(row(NewPerson.of("Bo", "Ek", twice)));
        rows.add(row(NewPerson.of("Utan", "Nummer", null).bornOn(LocalDate.of(1981, 4, 12))));
        rows.add(row(NewPerson.of("", "", null)));
        int registered = board.as(actor, () -> people.registerAll(rows));
        assertThat(registered).isEqualTo(3);
        var byNumber = board.as(actor, () -> people.byNumbers(List.of(taken, twice)));
        assertThat(byNumber).containsEntry(taken, first).containsEntry(twice, rows.get(1).id());
        var names =
                board.as(actor, () -> people.names(rows.stream().map(NewPersonRow::id).toList()));
        assertThat(names.keySet())
                .containsExactlyInAnyOrder(rows.get(1).id(), rows.get(3).id(), rows.get(4).id());
        assertThat(requireNonNull(names.get(rows.get(4).id())).shown(Words.swedish()))
                .isEqualTo("Namn saknas");
        assertThat(count(board.ask(actor, db -> keys(db, rows.get(1).id())))).isPositive();
        assertThat(count(board.ask(actor, db -> keys(db, rows.getFirst().id())))).isZero();
    }

    @Test
    void registering_is_on_record_with_the_person_and_without_the_name() {
        var board = boards.make();
        var actor = board.coordinator();
        var id =
                board.as(
                        actor,
                        () ->
                                people.register(
                                        actor, NewPerson.of("Anna", "Berg", TestNumbers.next())));
        var entries = LogRows.of(board, actor);
        assertThat(entries)
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("CHANGE_PERSON");
                    assertThat(entry.people()).containsExactly(id.value());
                });
        assertThat(entries.toString()).doesNotContain("Berg");
    }

    @Test
    void a_protected_persons_card_and_name_say_nothing() {
        var board = boards.make();
        var head = board.unitHead();
        var number = TestNumbers.next();
        var id =
                board.as(
                        head,
                        () ->
                                people.register(
                                        head,
                                        NewPerson.of("Anna", "Berg", number)
                                                .livingAt(home("Sankt Eriksgatan 117"))
                                                .protectedBy(Protection.MARKED)));
        var card = board.as(head, () -> people.find(id)).orElseThrow();
        assertThat(card.isProtected()).isTrue();
        assertThat(card.toString()).doesNotContain("Anna", "Berg", "Eriksgatan", number.digits());
        assertThat(card.name().shown(Words.swedish())).isEqualTo("Skyddade uppgifter");
        assertThat(
                        requireNonNull(board.as(head, () -> people.names(List.of(id))).get(id))
                                .shown(Words.english()))
                .isEqualTo("Protected identity");
        assertThat(board.as(head, () -> people.byNumber(number))).contains(id);
    }

    private static NewAddress home(String street) {
        return new NewAddress(null, street, null, "113 43", "Stockholm");
    }

    private static NewPersonRow row(NewPerson person) {
        return new NewPersonRow(new PersonId(NewId.at(java.time.Clock.systemUTC())), person);
    }

    private static long keys(JdbcClient db, PersonId person) {
        return db.sql("select count(*) from person.name_key where person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    private static long count(Long value) {
        return value;
    }
}
