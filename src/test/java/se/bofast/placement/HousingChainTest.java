package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.placement.HousingChain.Card;
import se.bofast.placement.HousingChain.Filter;
import se.bofast.placement.HousingChain.Group;
import se.bofast.placement.HousingChain.Whose;
import se.bofast.placement.HousingForm.Step;
import se.bofast.placement.KeepingStays.MakingRoom;
import se.bofast.placement.OfferingHelp.Help;
import se.bofast.placement.OfferingHelp.HelpResult;
import se.bofast.placement.OfferingHelp.Written;

/// Who lives on which step, whose home ends, and who comes first.
///
/// [impl->req~placement.lists~1]
@HouseTest
class HousingChainTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final People people;
    private final Households households;
    private final HousingForms forms;
    private final KeepingStays keeping;
    private final HousingChain chain;
    private final OfferingHelp offering;

    HousingChainTest(
            Boards boards,
            People people,
            Households households,
            HousingForms forms,
            KeepingStays keeping,
            HousingChain chain,
            OfferingHelp offering) {
        this.boards = boards;
        this.people = people;
        this.households = households;
        this.forms = forms;
        this.keeping = keeping;
        this.chain = chain;
        this.offering = offering;
    }

    private final class Place {
        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();

        PersonId lives(
                String name,
                LocalDate born,
                String code,
                LocalDate from,
                @Nullable LocalDate until) {
            return board.as(
                    actor,
                    TODAY,
                    () -> {
                        var id =
                                people.register(
                                        actor, NewPerson.of(name, "Prövad", null).bornOn(born));
                        keeping.register(
                                actor,
                                NewStay.living(id, forms.coded(code).id(), from)
                                        .expectedUntil(until),
                                MakingRoom.NONE);
                        return id;
                    });
        }

        List<Card> ending(int days) {
            return board.as(actor, TODAY, () -> chain.ending(actor, Whose.ALL, days));
        }
    }

    private static final LocalDate GROWN = LocalDate.of(1980, 5, 5);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    @Test
    void families_and_people_over_65_come_first_and_then_days_left() {
        var place = new Place();
        var soon = place.lives("Anna", GROWN, "TRIAL", FROM, TODAY.plusDays(5));
        var old =
                place.lives("Bror", LocalDate.of(1950, 1, 1), "TRANSIT", FROM, TODAY.plusDays(60));
        var family = place.lives("Cia", GROWN, "TRANSIT", FROM, TODAY.plusDays(30));
        var late = place.lives("Dan", GROWN, "TRIAL", FROM, TODAY.minusDays(3));
        place.lives("Eva", GROWN, "TRIAL", FROM, TODAY.plusDays(200));
        place.board.as(
                place.actor,
                TODAY,
                () -> {
                    var home = households.start(place.actor, family, FROM, "TEST");
                    return households.add(
                            place.actor,
                            home,
                            Membership.child(null, ChildStay.PERMANENT, 2019, Period.from(FROM)),
                            "TEST");
                });
        assertThat(place.ending(90))
                .extracting(Card::person)
                .containsExactly(family, old, late, soon);
        assertThat(place.ending(0)).extracting(Card::person).containsExactly(late);
    }

    @Test
    void the_chain_has_the_longest_stay_first_and_says_what_is_not_known() {
        var place = new Place();
        var anna = place.lives("Anna", GROWN, "SHELTER", TODAY.minusDays(9), null);
        var bror = place.lives("Bror", GROWN, "SHELTER", TODAY.minusDays(99), null);
        place.lives("Cia", LocalDate.of(2015, 1, 1), "SHELTER", FROM, null);
        var cards =
                place.board.as(
                        place.actor,
                        TODAY,
                        () ->
                                chain.chain(
                                        place.actor,
                                        new Filter(Whose.ALL, Step.SHELTER, false, false)));
        assertThat(cards)
                .as("children stand with their family")
                .extracting(Card::person)
                .containsExactly(bror, anna);
        assertThat(cards).extracting(Card::nights).containsExactly(100L, 10L);
        assertThat(
                        place.board.as(
                                place.actor,
                                TODAY,
                                () ->
                                        chain.chain(
                                                place.actor,
                                                new Filter(Whose.ALL, null, true, false))))
                .isEmpty();
    }

    @Test
    void target_groups_are_for_who_follows_up() {
        var place = new Place();
        var homeless = place.lives("Anna", GROWN, "SHELTER", TODAY.minusDays(9), null);
        var insecure = place.lives("Bror", GROWN, "PRIVATE_SUBLET", FROM, TODAY.plusDays(40));
        place.lives("Cia", GROWN, "OWN_LEASE", FROM, null);
        assertThat(place.board.as(place.actor, TODAY, () -> chain.groups(place.actor, null)))
                .extracting(Card::person, card -> card.groups().iterator().next())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(homeless, Group.HOMELESS),
                        org.assertj.core.groups.Tuple.tuple(insecure, Group.INSECURE));
        var worker = place.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        assertThatThrownBy(() -> place.board.as(worker, TODAY, () -> chain.groups(worker, null)))
                .isInstanceOf(Forbidden.class);
        assertThat(HousingChain.choices(worker)).doesNotContain(Whose.ALL);
    }

    @Test
    void friends_for_three_months_count_as_homeless_in_the_city_and_not_after() {
        var place = new Place();
        var anna = place.lives("Anna", GROWN, "WITH_FRIENDS", TODAY.minusMonths(2), null);
        place.lives("Bror", GROWN, "WITH_FRIENDS", TODAY.minusMonths(4), null);
        assertThat(
                        place.board.as(
                                place.actor,
                                TODAY,
                                () -> chain.groups(place.actor, Group.HOMELESS)))
                .extracting(Card::person)
                .containsExactly(anna);
    }

    @Test
    void help_is_offered_and_its_result_written_and_corrected() {
        var place = new Place();
        var anna = place.lives("Anna", GROWN, "TRIAL", FROM, TODAY.plusDays(5));
        place.board.as(
                place.actor,
                TODAY,
                () -> offering.offer(place.actor, anna, Help.GUIDE, TODAY.minusDays(3), null));
        var before = place.board.as(place.actor, TODAY, () -> offering.of(List.of(anna)));
        var offer = before.getOrDefault(anna, List.of()).getFirst();
        assertThat(offer.result()).isEqualTo(HelpResult.WAITING);
        assertThat(offer.stay()).isNotNull();
        assertThat(result(place, offer, TODAY.minusDays(9))).isEqualTo(Written.BEFORE_THE_OFFER);
        assertThat(result(place, offer, TODAY)).isEqualTo(Written.DONE);
        var after = place.board.as(place.actor, TODAY, () -> offering.of(List.of(anna)));
        assertThat(after.getOrDefault(anna, List.of()))
                .singleElement()
                .extracting(OfferingHelp.Offer::result)
                .isEqualTo(HelpResult.NEW_HOME);
        assertThatThrownBy(() -> result(place, offer, TODAY))
                .isInstanceOf(se.bofast.kernel.Conflict.class);
    }

    private Written result(Place place, OfferingHelp.Offer offer, LocalDate on) {
        return place.board.as(
                place.actor,
                TODAY,
                () ->
                        offering.result(
                                place.actor,
                                offer.person(),
                                offer.id(),
                                offer.fact(),
                                HelpResult.NEW_HOME,
                                on));
    }
}
