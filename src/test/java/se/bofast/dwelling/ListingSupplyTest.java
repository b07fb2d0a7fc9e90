package se.bofast.dwelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.Supply.Dealing;
import se.bofast.dwelling.Supply.DeclineReason;
import se.bofast.kernel.Period;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// All contacts and offers of a period are reached, page by page, forward and back.
@HouseTest
class ListingSupplyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), TODAY);

    private final Boards boards;
    private final KeepingSupply keeping;
    private final ReadingSupply reading;
    private final ListingSupply listing;

    ListingSupplyTest(
            Boards boards, KeepingSupply keeping, ReadingSupply reading, ListingSupply listing) {
        this.boards = boards;
        this.keeping = keeping;
        this.reading = reading;
        this.listing = listing;
    }

    private final class Desk {
        final TestBoard board = boards.make();
        final Actor consultant = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(consultant, TODAY, question);
        }

        Slice<Dealing> contacts(Optional<PageKey> from) {
            return as(() -> listing.contacts(consultant, YEAR, from));
        }
    }

    @Test
    void every_contact_of_the_period_comes_once_the_latest_first_and_back_again() {
        var desk = new Desk();
        var before = LocalDate.of(2025, 12, 31);
        desk.as(() ->
                keeping.deal(
                        desk.consultant,
                        new Supply.NewDealing(Supply.With.agency(), before, null, "Förra", null)));
        for (var n = 0; n < 120; n++) {
            // Many on the same day: the day alone is no place to begin.
            var on = FIRST.plusDays(n / 30);
            var note = "Samtal " + n;
            desk.as(() ->
                    keeping.deal(
                            desk.consultant,
                            new Supply.NewDealing(Supply.With.agency(), on, null, note, null)));
        }
        var seen = new ArrayList<Dealing>();
        var pages = new ArrayList<Slice<Dealing>>();
        Optional<PageKey> from = Optional.empty();
        do {
            var page = desk.contacts(from);
            pages.add(page);
            seen.addAll(page.rows());
            from = Optional.ofNullable(page.nextKey());
        } while (from.isPresent());
        assertThat(pages).hasSize(3);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen)
                .extracting(dealing -> dealing.said().happenedOn())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var back = desk.contacts(Optional.ofNullable(pages.get(2).previousKey()));
        assertThat(back.rows()).isEqualTo(pages.get(1).rows());
        assertThat(desk.contacts(Optional.of(PageKey.after(List.of("no id")))).rows())
                .isEqualTo(pages.get(0).rows());
        var view = desk.as(() -> reading.view(desk.consultant, YEAR));
        assertThat(view.contacts().rows())
                .isEqualTo(pages.get(0).rows().subList(0, ReadingSupply.FEW));
        assertThat(view.contacts().nextKey()).isNotNull();
    }

    @Test
    void answered_offers_of_the_period_come_page_by_page() {
        var desk = new Desk();
        for (var n = 0; n < 60; n++) {
            var on = FIRST.plusDays(n / 7);
            var place = new ApartmentPlace("Provgatan " + (n + 1), null, null, null, 2, null);
            desk.as(() -> {
                var id =
                        keeping.offer(
                                desk.consultant,
                                new Supply.NewOffer(
                                        Supply.With.agency(),
                                        null,
                                        on,
                                        null,
                                        place,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null));
                return keeping.decline(desk.consultant, id, TODAY, DeclineReason.RENT, null);
            });
        }
        var first = desk.as(() -> listing.answered(desk.consultant, YEAR, Optional.empty()));
        var second =
                desk.as(() ->
                        listing.answered(
                                desk.consultant, YEAR, Optional.ofNullable(first.nextKey())));
        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).hasSize(10).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.nextKey()).isNull();
    }
}
