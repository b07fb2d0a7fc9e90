package se.bofast.dwelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.KeepingApartments.Ending;
import se.bofast.dwelling.KeepingApartments.Keeping;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.Money;

/// What other rooms rely on of the register of apartments.
@HouseTest
class ApartmentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate SINCE = LocalDate.of(2024, 3, 1);

    private final Boards boards;
    private final Apartments apartments;
    private final KeepingApartments keeping;
    private final TransactionTemplate transaction;
    private final JdbcClient db;

    ApartmentsTest(
            Boards boards,
            Apartments apartments,
            KeepingApartments keeping,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.boards = boards;
        this.apartments = apartments;
        this.keeping = keeping;
        this.transaction = transaction;
        this.db = db;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor consultant = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);

        Keeping register(String number, String street, LocalDate from) {
            return board.as(
                    consultant,
                    TODAY,
                    () ->
                            keeping.register(
                                    consultant,
                                    place(street),
                                    ApartmentDetails.of(number, ApartmentKind.TRIAL, null),
                                    from,
                                    Money.kronor(6_480)));
        }

        ApartmentId registered(String number, String street) {
            return kept(register(number, street, SINCE));
        }

        <T> T ask(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(consultant, TODAY, question);
        }
    }

    private static ApartmentPlace place(String street) {
        return new ApartmentPlace(street, "1203", "11331", "Teststad", 2, null);
    }

    private static ApartmentId kept(Keeping keeping) {
        assertThat(keeping).isInstanceOf(Keeping.Kept.class);
        return ((Keeping.Kept) keeping).id();
    }

    @Test
    void an_apartment_is_found_with_its_dwelling_and_rent() {
        var at = new At();
        var id = at.registered("B-1", "Provgatan 1");
        var found = at.ask(() -> apartments.find(id)).orElseThrow();
        assertThat(found.place().rooms()).isEqualTo(2);
        assertThat(at.ask(() -> apartments.of(found.dwelling(), SINCE))).contains(found);
        assertThat(at.ask(() -> apartments.of(found.dwelling(), SINCE.minusDays(1)))).isEmpty();
        assertThat(at.ask(() -> apartments.rentOn(id, TODAY))).contains(Money.kronor(6_480));
        assertThat(at.ask(() -> apartments.rentOn(id, SINCE.minusDays(1)))).isEmpty();
        assertThat(at.ask(() -> apartments.heldOn(TODAY))).containsExactly(found);
    }

    @Test
    void a_new_rent_holds_from_its_day_and_a_correction_of_a_day_replaces_it() {
        var at = new At();
        var id = at.registered("B-1", "Provgatan 1");
        var april = LocalDate.of(2026, 4, 1);
        for (var rent : List.of(6_700L, 6_710L)) {
            at.ask(() -> {
                keeping.setRent(at.consultant, id, april, Money.kronor(rent), "Ny hyra");
                return rent;
            });
        }
        assertThat(at.ask(() -> apartments.rentOn(id, april.minusDays(1))))
                .contains(Money.kronor(6_480));
        assertThat(at.ask(() -> apartments.rentOn(id, april))).contains(Money.kronor(6_710));
        assertThat(at.ask(() -> apartments.rents(id))).hasSize(2);
    }

    @Test
    void refuses_a_number_or_an_address_that_is_in_use() {
        var at = new At();
        var first = at.registered("B-1", "Provgatan 1");
        assertThat(at.register("B-1", "Provgatan 2", SINCE))
                .isEqualTo(new Keeping.NumberTaken(first));
        assertThat(at.register("B-2", "Provgatan 1", TODAY))
                .isEqualTo(new Keeping.AlreadyHeld(first));
        at.ask(() -> keeping.end(at.consultant, first, TODAY, ApartmentEnd.RETURNED));
        assertThat(at.register("B-1", "Provgatan 1", TODAY))
                .isEqualTo(new Keeping.AlreadyHeld(first));
        kept(at.register("B-1", "Provgatan 1", TODAY.plusDays(1)));
    }

    /// Two desks at the same moment: the first has written and not yet committed when the second
    /// asks.
    private Keeping second(At at, Supplier<Keeping> first, Supplier<Keeping> second)
            throws Exception {
        var written = new CountDownLatch(1);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var one =
                    desks.submit(() ->
                            at.ask(() ->
                                    transaction.execute(status -> {
                                        var kept = first.get();
                                        written.countDown();
                                        untilSomebodyWaits();
                                        return kept;
                                    })));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            var other = desks.submit(() -> at.ask(second::get));
            kept(one.get(60, TimeUnit.SECONDS));
            return other.get(60, TimeUnit.SECONDS);
        }
    }

    private void untilSomebodyWaits() {
        for (var tries = 0; tries < 400; tries++) {
            if (db.sql("select exists (select from pg_catalog.pg_locks where not granted)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new IllegalStateException("nobody waits");
    }

    @Test
    void the_second_of_two_who_register_the_same_apartment_at_once_is_told() throws Exception {
        var at = new At();
        assertThat(
                        second(
                                at,
                                () -> at.register("B-1", "Provgatan 1", SINCE),
                                () -> at.register("B-1", "Provgatan 2", SINCE)))
                .isInstanceOf(Keeping.NumberTaken.class);
        assertThat(
                        second(
                                at,
                                () -> at.register("B-3", "Provgatan 3", SINCE),
                                () -> at.register("B-4", "Provgatan 3", TODAY)))
                .isInstanceOf(Keeping.AlreadyHeld.class);
    }

    @Test
    void the_second_of_two_who_give_an_apartment_the_same_number_at_once_is_told()
            throws Exception {
        var at = new At();
        var other = at.registered("B-2", "Provgatan 2");
        assertThat(
                        second(
                                at,
                                () -> at.register("B-1", "Provgatan 1", SINCE),
                                () ->
                                        keeping.change(
                                                at.consultant,
                                                other,
                                                1,
                                                place("Provgatan 2"),
                                                ApartmentDetails.of(
                                                        "B-1", ApartmentKind.TRIAL, null),
                                                SINCE)))
                .isInstanceOf(Keeping.NumberTaken.class);
    }

    @Test
    void what_was_registered_by_mistake_gives_its_place_back() {
        var at = new At();
        var first = at.registered("B-1", "Provgatan 1");
        assertThat(at.ask(() -> keeping.end(at.consultant, first, SINCE, ApartmentEnd.MISTAKE)))
                .isEqualTo(new Ending.Ended());
        var second = kept(at.register("B-1", "Provgatan 1", SINCE));
        assertThat(at.ask(() -> apartments.heldOn(SINCE)))
                .extracting(Apartment::id)
                .containsExactly(second);
        assertThat(at.ask(() -> keeping.resume(at.consultant, first)))
                .isInstanceOf(Keeping.NumberTaken.class);
    }

    @Test
    void refuses_an_end_before_the_beginning_and_a_second_end() {
        var at = new At();
        var id = at.registered("B-1", "Provgatan 1");
        assertThat(
                        at.ask(() ->
                                keeping.end(
                                        at.consultant,
                                        id,
                                        SINCE.minusDays(1),
                                        ApartmentEnd.RETURNED)))
                .isEqualTo(new Ending.BeforeItBegan(SINCE));
        at.ask(() -> keeping.end(at.consultant, id, TODAY, ApartmentEnd.TAKEN_OVER));
        assertThat(at.ask(() -> keeping.end(at.consultant, id, SINCE, ApartmentEnd.OTHER)))
                .isEqualTo(new Ending.EndedBefore(TODAY));
        var found = at.ask(() -> apartments.find(id)).orElseThrow();
        assertThat(found.isHeldOn(TODAY)).isTrue();
        assertThat(found.isHeldOn(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void the_second_to_change_is_told() {
        var at = new At();
        var id = at.registered("B-1", "Provgatan 1");
        var first = at.ask(() -> apartments.find(id)).orElseThrow();
        at.ask(() ->
                keeping.change(
                        at.consultant,
                        id,
                        first.version(),
                        place("Provgatan 1 B"),
                        first.details(),
                        SINCE));
        var told =
                at.ask(() ->
                        keeping.change(
                                at.consultant,
                                id,
                                first.version(),
                                place("Provgatan 1 C"),
                                first.details(),
                                SINCE));
        assertThat(told).isInstanceOf(Keeping.ChangedMeanwhile.class);
        assertThat(((Keeping.ChangedMeanwhile) told).now().place().street())
                .isEqualTo("Provgatan 1 B");
    }

    @Test
    void who_only_sees_the_register_does_not_change_it() {
        var at = new At();
        var head = at.board.unitHead();
        assertThatThrownBy(() ->
                        at.board.as(
                                head,
                                TODAY,
                                () ->
                                        keeping.register(
                                                head,
                                                place("Provgatan 1"),
                                                ApartmentDetails.of(
                                                        "B-1", ApartmentKind.TRIAL, null),
                                                SINCE,
                                                null)))
                .isInstanceOf(Forbidden.class);
    }
}
