package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.count.ClosingCount;
import se.bofast.count.CountRound;
import se.bofast.count.CountRounds;
import se.bofast.kernel.HouseClock;
import se.bofast.tenancy.HousingDay;
import se.bofast.tenancy.OwnRents;
import se.bofast.tenancy.ReferralView;
import se.bofast.tenancy.Referring;
import se.bofast.tenancy.Way;

/// The apartments of the demo board, their tenants and those who wait, and its counts of
/// homelessness, as whoever works with them sees them the last day.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoHousingTest {

    private final PlayedDemo house;
    private final DemoActors actors;
    private final HousingDay day;
    private final OwnRents rents;
    private final Referring referring;
    private final CountRounds rounds;
    private final ClosingCount closing;

    DemoHousingTest(
            PlayedDemo house,
            DemoActors actors,
            HousingDay day,
            OwnRents rents,
            Referring referring,
            CountRounds rounds,
            ClosingCount closing) {
        this.house = house;
        this.actors = actors;
        this.day = day;
        this.rents = rents;
        this.referring = referring;
        this.rounds = rounds;
        this.closing = closing;
    }

    @BeforeAll
    void play() {
        house.play();
    }

    private <T> T as(String login, Function<Actor, T> question) {
        return HouseClock.at(
                TestBoard.noon(PlayedDemo.TODAY),
                () -> {
                    var actor = actors.of(login);
                    return actor.reach().within(() -> question.apply(actor));
                });
    }

    @Test
    void the_consultants_day_has_something_of_everything_and_of_nothing_too_much() {
        var found = as("konsulent", day::of);
        assertThat(found.ownRents()).hasSizeBetween(1, 6);
        assertThat(found.unpaid()).hasSizeBetween(3, 14);
        assertThat(found.runningOut()).isNotEmpty();
        assertThat(found.clock()).hasSizeBetween(2, 20);
        assertThat(found.vacancies()).hasSizeBetween(4, 22);
        assertThat(found.checks()).hasSizeBetween(2, 25);
        assertThat(found.granted()).isNotEmpty();
        assertThat(found.mismatches()).as("a lease and a stay say the same").isEmpty();
    }

    @Test
    void the_board_has_paid_its_landlords_but_for_a_handful() {
        var month = YearMonth.from(PlayedDemo.TODAY);
        for (var earlier = 1; earlier < 12; earlier++) {
            var before = month.minusMonths(earlier);
            var paid = as("konsulent", actor -> rents.bills(actor, before));
            assertThat(paid)
                    .as(before.toString())
                    .hasSize(3)
                    .allMatch(bill -> bill.unpaid().isEmpty());
        }
        var now = as("konsulent", actor -> rents.bills(actor, month));
        assertThat(now.stream().mapToInt(bill -> bill.unpaid().size()).sum()).isBetween(2, 8);
    }

    @Test
    void somebody_stands_on_every_step_of_the_way_to_a_home() {
        var lines = as("konsulent", referring::list);
        var states =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReferralView.Line::state, Collectors.counting()));
        assertThat(states).containsOnlyKeys(Way.State.values());
        assertThat(states.get(Way.State.WAITING)).isBetween(8L, 16L);
        assertThat(states.get(Way.State.TAKEN_OVER)).isBetween(6L, 9L);
    }

    @Test
    void last_years_count_is_published_and_this_years_goes_on() {
        var all = as("samordnare", rounds::all);
        assertThat(all).hasSize(2);
        var before = all.getLast();
        assertThat(before.published()).isTrue();
        boolean holds = as("samordnare", actor -> closing.holds(actor, before.id()));
        assertThat(holds).isTrue();
        var now = all.getFirst();
        assertThat(now).returns(false, CountRound::frozen).returns(before.id(), CountRound::before);
        var progress = as("samordnare", actor -> rounds.progress(actor, now.id()));
        assertThat(progress).filteredOn(unit -> unit.doneAt() != null).hasSize(2);
        assertThat(progress)
                .as("begun")
                .anyMatch(unit ->
                        unit.doneAt() == null && unit.left() > 0 && unit.left() < unit.people());
        assertThat(progress)
                .as("not begun")
                .anyMatch(unit -> unit.left() > 0 && unit.left() == unit.people());
    }
}
