package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.DoublePair.Decision;
import se.bofast.person.DoublePair.State;

/// The register of doubles, from the search to what is shown on a person's page.
@HouseTest
class DoublesTest {

    private final Boards boards;
    private final People people;
    private final Doubles doubles;
    private final DoubleSearches searches;
    private final ReadingPerson reading;
    private final CorrectingIdentity identities;
    private final WorkDoneNow work;

    DoublesTest(
            Boards boards,
            People people,
            Doubles doubles,
            DoubleSearches searches,
            ReadingPerson reading,
            CorrectingIdentity identities,
            WorkDoneNow work) {
        this.boards = boards;
        this.people = people;
        this.doubles = doubles;
        this.searches = searches;
        this.reading = reading;
        this.identities = identities;
        this.work = work;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Actor head = board.unitHead();

        PersonId person(String given, @Nullable IdentityNumber number, Protection protection) {
            return board.as(
                    head,
                    () ->
                            people.register(
                                    head,
                                    new NewPerson(
                                            given,
                                            "Tovbekran",
                                            LocalDate.of(1980, 3, 12),
                                            Sex.FEMALE,
                                            number,
                                            protection,
                                            new NewAddress(
                                                    null, "Ringvägen 4", null, "75310", "Uppsala"),
                                            "sv",
                                            false)));
        }

        PersonId person(String given) {
            return person(given, null, Protection.NONE);
        }

        void search() {
            board.as(coordinator, () -> searches.order());
            work.all();
        }

        List<DoublePair> waiting(Actor actor) {
            return board.as(actor, () -> doubles.waiting(actor, Optional.empty(), 50)).pairs();
        }

        List<DoublePair> decided() {
            return board.as(coordinator, () -> doubles.decided(coordinator, 50)).pairs();
        }

        PersonView page(PersonId person) {
            return board.as(coordinator, () -> reading.whole(coordinator, person));
        }

        DoublePair state(DoublePair pair) {
            return board.as(coordinator, () -> doubles.pair(coordinator, pair.id())).pair();
        }

        void link(DoublePair pair) {
            board.as(
                    coordinator,
                    () -> {
                        doubles.link(coordinator, pair.id());
                        return null;
                    });
        }

        void setApart(DoublePair pair) {
            board.as(
                    coordinator,
                    () -> {
                        doubles.setApart(coordinator, pair.id());
                        return null;
                    });
        }

        void takeApart(DoublePair pair) {
            board.as(
                    coordinator,
                    () -> {
                        doubles.takeApart(coordinator, pair.id(), "Fel person");
                        return null;
                    });
        }
    }

    @Test
    void what_is_sure_is_linked_by_the_house_and_shown_on_both_pages() {
        var at = new At();
        var one = at.person("Ayaan");
        var other = at.person("Ayaan");
        at.search();
        assertThat(at.waiting(at.coordinator)).isEmpty();
        var pair = at.decided().getFirst();
        assertThat(pair.state()).isEqualTo(State.LINKED);
        assertThat(at.page(one).linked())
                .singleElement()
                .satisfies(linked -> {
                    assertThat(linked.current().person()).isEqualTo(other);
                    assertThat(linked.addresses()).hasSize(1);
                    assertThat(linked.shown()).isNotEmpty();
                });
        assertThat(at.page(other).linked().getFirst().current().person()).isEqualTo(one);
        var view = at.board.as(at.coordinator, () -> doubles.pair(at.coordinator, pair.id()));
        assertThat(view.decisions())
                .singleElement()
                .satisfies(decided -> {
                    assertThat(decided.automatic()).isTrue();
                    assertThat(decided.by()).isNull();
                });
        assertThat(LogRows.of(at.board, at.coordinator))
                .anySatisfy(row -> {
                    assertThat(row.action()).isEqualTo("DECIDE_LINK");
                    assertThat(row.reason()).isEqualTo("AUTOMATIC");
                    assertThat(row.people()).containsExactlyInAnyOrder(one.value(), other.value());
                });
    }

    @Test
    void a_link_is_taken_apart_with_a_reason_and_never_made_again() {
        var at = new At();
        var one = at.person("Ayaan");
        at.person("Ayaan");
        at.search();
        at.takeApart(at.decided().getFirst());
        assertThat(at.page(one).linked()).isEmpty();
        at.search();
        var pair = at.decided().getFirst();
        assertThat(pair.state()).isEqualTo(State.APART);
        assertThat(at.waiting(at.coordinator)).isEmpty();
        assertThat(at.page(one).linked()).isEmpty();
        var view = at.board.as(at.coordinator, () -> doubles.pair(at.coordinator, pair.id()));
        assertThat(view.decisions())
                .extracting(DoublePair.Decided::decision)
                .containsExactly(Decision.TAKEN_APART, Decision.LINKED);
        assertThat(view.decisions().getFirst().reason()).isEqualTo("Fel person");
        at.link(pair);
        assertThat(at.page(one).linked()).hasSize(1);
    }

    @Test
    void what_is_doubtful_waits_and_a_person_decides_once() {
        var at = new At();
        at.person("Hassan");
        var other = at.person("Hussein");
        at.search();
        var pair = at.waiting(at.coordinator).getFirst();
        assertThat(pair.held()).contains(Comparison.Held.TWINS);
        assertThat(pair.findings()).isNotEmpty();
        assertThat(at.page(other).linked()).isEmpty();
        at.link(pair);
        assertThat(at.page(other).linked()).hasSize(1);
        assertThatThrownBy(() -> at.setApart(pair)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> at.link(pair)).isInstanceOf(Conflict.class);
        assertThat(at.state(pair).state()).isEqualTo(State.LINKED);
    }

    @Test
    void what_was_told_apart_is_not_proposed_again() {
        var at = new At();
        at.person("Hassan");
        at.person("Hussein");
        at.search();
        at.setApart(at.waiting(at.coordinator).getFirst());
        at.search();
        assertThat(at.waiting(at.coordinator)).isEmpty();
        assertThat(at.decided())
                .singleElement()
                .satisfies(pair -> assertThat(pair.state()).isEqualTo(State.APART));
    }

    @Test
    void two_who_were_told_apart_do_not_become_one_through_a_third() {
        var at = new At();
        at.person("Hassan");
        at.person("Hussein");
        at.person("Hessein");
        at.search();
        var pairs = at.waiting(at.coordinator);
        assertThat(pairs).hasSize(3);
        at.setApart(pairs.get(0));
        at.link(pairs.get(1));
        assertThatThrownBy(() -> at.link(pairs.get(2))).isInstanceOf(Conflict.class);
    }

    @Test
    void a_pair_with_a_protected_person_is_never_linked_by_the_house_nor_shown_to_who_may_not() {
        var at = new At();
        var open = at.person("Ayaan");
        at.person("Ayaan", null, Protection.MARKED);
        at.search();
        assertThat(at.waiting(at.coordinator)).isEmpty();
        assertThat(at.decided()).isEmpty();
        // Who entered them is entrusted with them.
        var pair = at.waiting(at.head).getFirst();
        assertThatThrownBy(() -> at.state(pair)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.link(pair)).isInstanceOf(NotFound.class);
        at.board.as(
                at.head,
                () -> {
                    doubles.link(at.head, pair.id());
                    return null;
                });
        assertThat(at.page(open).linked()).isEmpty();
        assertThat(at.board.as(at.head, () -> reading.whole(at.head, open)).linked()).hasSize(1);
    }

    @Test
    void another_board_is_never_looked_into() {
        var ours = new At();
        var theirs = new At();
        ours.person("Ayaan");
        theirs.person("Ayaan");
        ours.search();
        theirs.search();
        assertThat(ours.decided()).isEmpty();
        assertThat(ours.waiting(ours.coordinator)).isEmpty();
        ours.person("Ayaan");
        ours.search();
        var pair = ours.decided().getFirst();
        assertThatThrownBy(() -> theirs.state(pair)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_caseworker_decides_no_links() {
        var at = new At();
        var caseworker = at.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        assertThatThrownBy(() -> at.waiting(caseworker)).isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_no_longer_alike_waits_no_more() {
        var at = new At();
        at.person("Hassan", TestNumbers.of(LocalDate.of(1980, 3, 12), 238), Protection.NONE);
        var other = at.person("Hussein");
        at.search();
        var pair = at.waiting(at.coordinator).getFirst();
        var seen = at.board.as(at.head, () -> identities.current(other)).orElseThrow();
        at.board.as(
                at.head,
                () ->
                        identities.correct(
                                at.head,
                                other,
                                seen.id(),
                                new IdentityFact.Identity(
                                        "Greta",
                                        "Ek",
                                        LocalDate.of(1951, 9, 27),
                                        Sex.FEMALE,
                                        null,
                                        Protection.NONE),
                                "Fel person"));
        assertThat(pair.state()).isEqualTo(State.WAITING);
        at.search();
        assertThat(at.waiting(at.coordinator)).isEmpty();
    }
}
