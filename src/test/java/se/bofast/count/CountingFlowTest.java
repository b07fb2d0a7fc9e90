package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.count.CountRegister.Someone;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.Money;

/// The flow of registers where it is known by hand.
@HouseTest
class CountingFlowTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final Flow.Selection YEAR =
            new Flow.Selection(FROM, TO, null, Flow.Group.EVERYBODY);

    private static final String[] APARTMENTS = {
        """
        insert into dwelling.dwelling (board_id, area_id, id, street, address_key, created_at)
        select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), 'Flödesgatan ' || n, 'flode' || n,
               cast(:from as date)
        from generate_series(1, 2) n
        """,
        """
        insert into dwelling.apartment (board_id, area_id, id, dwelling_id, number, kind, shared, start_on, end_on, version,
            created_at)
        select d.board_id, d.area_id, gen_random_uuid(), d.id, d.street, 'TRIAL', false, cast(:from as date),
               case when d.address_key = 'flode2' then cast(:from as date) + 19 end, 1, cast(:from as date)
        from dwelling.dwelling d where d.board_id = framework.board_id()
        """,
        """
        insert into dwelling.apartment_rent (board_id, area_id, id, apartment_id, start_on, rent_ore, recorded_at, reason)
        select a.board_id, a.area_id, gen_random_uuid(), a.id, a.start_on, 310000, cast(:from as date), 'Avtalet'
        from dwelling.apartment a where a.board_id = framework.board_id() and a.end_on is null
        """,
        """
        insert into tenancy.lease (board_id, area_id, id, dwelling_id, apartment_id, created_at)
        select a.board_id, a.area_id, gen_random_uuid(), a.dwelling_id, a.id, cast(:from as date)
        from dwelling.apartment a
        where a.board_id = framework.board_id() and a.end_on is null
        """,
        """
        insert into tenancy.lease_fact (board_id, area_id, id, lease_id, tenure, start_on, end_on, end_cause, let_with_others,
            recorded_at, reason)
        select l.board_id, l.area_id, gen_random_uuid(), l.id, 'TRIAL', cast(:from as date), cast(:from as date) + 30,
               'TAKEN_OVER', false, cast(:from as date), 'Prövas'
        from tenancy.lease l where l.board_id = framework.board_id()
        """
    };

    private static final String TENANT =
            """
            insert into tenancy.lease_party (board_id, area_id, id, lease_id, person_id, start_on)
            select l.board_id, l.area_id, gen_random_uuid(), l.id, :person, cast(:from as date)
            from tenancy.lease l where l.board_id = framework.board_id()
            """;

    private final Boards boards;
    private final CountingFlow flow;

    CountingFlowTest(Boards boards, CountingFlow flow) {
        this.boards = boards;
        this.flow = flow;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();
        final CountRegister register = new CountRegister(board, actor);

        Someone person() {
            return register.person(LocalDate.of(1950, 1, 1), "MALE");
        }

        UUID housing() {
            return board.unit(UnitKind.HOUSING).value();
        }

        Flow flow(Flow.Selection selection) {
            return board.as(actor, () -> flow.of(actor, selection));
        }

        List<CountingFlow.Behind> behind(Flow.Selection selection, Flow.Behind number) {
            return board.as(actor, () -> flow.behind(actor, selection, number));
        }
    }

    @Test
    void moves_go_forward_back_in_and_out() {
        var at = new At();
        var forward = at.person();
        at.register.stays(forward, "SHELTER", FROM.minusDays(40), FROM.plusDays(9));
        at.register.stays(forward, "TRAINING", FROM.plusDays(10), FROM.plusDays(99));
        at.register.stays(forward, "OWN", FROM.plusDays(100), null);
        var back = at.person();
        at.register.stays(back, "TRIAL", FROM.minusDays(9), FROM.plusDays(20));
        at.register.stays(back, "STREET", FROM.plusDays(21), FROM.plusDays(30));
        var respite = at.person();
        at.register.stays(respite, "TRAINING", FROM.minusDays(9), null);
        at.register.stay(
                respite, "HVB", "AWAY", 1, FROM.plusDays(9), FROM.plusDays(19), null, null, null);
        at.register.write();
        var year = at.flow(YEAR);
        assertThat(year.moves(Step.Way.FORWARD)).isEqualTo(2);
        assertThat(year.moves(Step.Way.BACK)).isEqualTo(1);
        assertThat(year.moves(Step.Way.IN)).isZero();
        assertThat(year.moves(Step.Way.OUT)).isEqualTo(1);
        assertThat(year.moves())
                .contains(
                        new Flow.Move(Step.SHELTER, Step.TRAINING, 1),
                        new Flow.Move(Step.TRIAL, Step.ROUGH, 1),
                        new Flow.Move(Step.ROUGH, null, 1));
        assertThat(year.stocks())
                .contains(
                        new Flow.Stock(Step.SHELTER, 1, 0, 1, 0),
                        new Flow.Stock(Step.TRAINING, 1, 1, 1, 1),
                        new Flow.Stock(Step.OWN_LEASE, 0, 1, 0, 1));
        assertThat(at.flow(YEAR.yearBefore()).moves(Step.Way.IN)).isEqualTo(3);
        assertThat(
                        at.board.as(
                                at.actor,
                                () ->
                                        flow.behind(
                                                at.actor,
                                                YEAR,
                                                new Flow.Behind.Moved(
                                                        Step.SHELTER, Step.TRAINING))))
                .containsExactly(new CountingFlow.Behind(forward.id(), FROM.plusDays(10)));
        var nobody = new Flow.Selection(FROM, TO, UUID.randomUUID(), Flow.Group.EVERYBODY);
        assertThat(at.flow(nobody).moves()).isEmpty();
        assertThat(at.flow(new Flow.Selection(FROM, TO, null, Flow.Group.WOMEN)).moves()).isEmpty();
        assertThat(at.flow(new Flow.Selection(FROM, TO, null, Flow.Group.FROM_65)).moves())
                .hasSize(4);
    }

    @Test
    void lengths_are_of_ended_and_going_on() {
        var at = new At();
        for (var nights : new int[] {10, 20, 30}) {
            at.register.stays(at.person(), "SHELTER", FROM, FROM.plusDays(nights - 1));
        }
        at.register.stays(at.person(), "SHELTER", FROM, null);
        at.register.write();
        assertThat(at.flow(YEAR).lengths())
                .containsExactly(new Flow.Length(Step.SHELTER, 4, 3, 10, 20, 30));
        var year = at.flow(YEAR);
        assertThat(year.shelterUsers()).isEqualTo(4);
        assertThat(year.shelterNights()).isEqualTo(10 + 20 + 30 + 365);
    }

    /// Two apartments: one at 3 100 kr a month, let in January to the tenants and taken over by
    /// them, and one held for twenty days, whose rent nobody knows.
    private static void let(At at, Someone... tenants) {
        at.board.ask(
                at.actor,
                db -> {
                    for (var statement : APARTMENTS) {
                        db.sql(statement).param("from", FROM).update();
                    }
                    for (var tenant : tenants) {
                        db.sql(TENANT).param("from", FROM).param("person", tenant.id()).update();
                    }
                    return 0;
                });
    }

    private static Flow.Selection of(@Nullable UUID unit, Flow.Group group) {
        return new Flow.Selection(FROM, TO, unit, group);
    }

    @Test
    void leases_end_for_causes_and_apartments_stand_empty() {
        var at = new At();
        let(at);
        var year = at.flow(YEAR);
        // January is let; the other apartment is never.
        assertThat(year.vacancy())
                .isEqualTo(new Flow.Vacancy(2, 334 + 20, new Money(11 * 310_000L), 20));
        assertThat(year.leases()).containsExactly(new Flow.Ended(Flow.LeaseEnd.TAKEN_OVER, 1));
        assertThat(year.leases(Flow.LeaseEnd.RENT)).isZero();
        assertThat(at.flow(YEAR.yearBefore()).vacancy())
                .isEqualTo(new Flow.Vacancy(0, 0, Money.ZERO, 0));
        assertThat(at.flow(YEAR.yearBefore()).leases()).isEmpty();
    }

    @Test
    void nights_cost_the_rent_of_the_apartment_and_who_share_it_share_the_rent() {
        var at = new At();
        var first = at.register.person(LocalDate.of(1950, 1, 1), "MALE");
        var second = at.register.person(LocalDate.of(1990, 1, 1), "FEMALE");
        at.register.stays(first, "TRAINING", FROM, FROM.plusDays(30));
        at.register.stays(second, "TRAINING", FROM.plusDays(10), FROM.plusDays(30));
        at.register.stays(at.person(), "SHELTER", FROM.minusDays(2), FROM.plusDays(4));
        at.register.write();
        let(at, first, second);
        assertThat(at.flow(YEAR).costs())
                .containsExactly(
                        new Flow.Cost(Step.SHELTER, 5, 0, Money.ZERO),
                        new Flow.Cost(Step.TRAINING, 31 + 21, 31 + 21, new Money(310_000)));
        assertThat(at.flow(of(null, Flow.Group.WOMEN)).costs())
                .containsExactly(new Flow.Cost(Step.TRAINING, 21, 21, new Money(21 * 5_000L)));
        assertThat(at.flow(of(null, Flow.Group.FROM_65)).costs())
                .contains(
                        new Flow.Cost(
                                Step.TRAINING, 31, 31, new Money(10 * 10_000L + 21 * 5_000L)));
        // The first five nights only, before anybody shares.
        var days = new Flow.Selection(FROM, FROM.plusDays(4), null, Flow.Group.EVERYBODY);
        assertThat(at.flow(days).costs())
                .contains(new Flow.Cost(Step.TRAINING, 5, 5, new Money(50_000)));
    }

    @Test
    void a_night_is_priced_by_where_the_stay_says_it_was_too() {
        var at = new At();
        var one = at.person();
        at.register.stays(one, "TRAINING", FROM, FROM.plusDays(30));
        at.register.write();
        let(at);
        at.board.ask(
                at.actor,
                db ->
                        db.sql(
                                        """
                                        with old as (
                                            update placement.stay_fact set superseded_at = cast(:from as date)
                                            where person_id = :person returning *)
                                        insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id,
                                            layer, home_number, dwelling_id, unit_id, start_on, end_on, withdrawn, recorded_at, reason)
                                        select o.board_id, o.area_id, gen_random_uuid(), o.stay_id, o.person_id, o.form_id, o.layer,
                                               o.home_number, d.id, :unit, o.start_on, o.end_on, false, cast(:from as date), 'Rättad'
                                        from old o
                                        join dwelling.dwelling d on d.board_id = o.board_id and d.address_key = 'flode1'
                                        """)
                                .param("from", FROM)
                                .param("person", one.id())
                                .param("unit", at.housing())
                                .update());
        assertThat(at.flow(YEAR).costs())
                .containsExactly(new Flow.Cost(Step.TRAINING, 31, 31, new Money(310_000)));
        var vacancy = at.flow(of(at.housing(), Flow.Group.EVERYBODY)).vacancy();
        assertThat(vacancy).isEqualTo(new Flow.Vacancy(1, 334, new Money(11 * 310_000L), 0));
    }

    @Test
    void leases_and_apartments_are_of_the_unit_that_answered_and_leases_of_the_tenants_group() {
        var at = new At();
        var tenant = at.register.person(LocalDate.of(1990, 1, 1), "FEMALE");
        at.register.stay(
                tenant, "TRAINING", "LIVES", 1, FROM, FROM.plusDays(30), null, null, at.housing());
        at.register.write();
        let(at, tenant);
        var other = at.board.unit(UnitKind.ADULT_RECEPTION).value();
        var here = at.flow(of(at.housing(), Flow.Group.EVERYBODY));
        assertThat(here.leases(Flow.LeaseEnd.TAKEN_OVER)).isEqualTo(1);
        assertThat(here.vacancy()).isEqualTo(new Flow.Vacancy(1, 334, new Money(11 * 310_000L), 0));
        var there = at.flow(of(other, Flow.Group.EVERYBODY));
        assertThat(there.leases(Flow.LeaseEnd.TAKEN_OVER)).isZero();
        assertThat(there.vacancy()).isEqualTo(new Flow.Vacancy(0, 0, Money.ZERO, 0));
        var women = at.flow(of(null, Flow.Group.WOMEN));
        assertThat(women.leases(Flow.LeaseEnd.TAKEN_OVER)).isEqualTo(1);
        assertThat(women.vacancy()).isNull();
        assertThat(at.flow(of(null, Flow.Group.MEN)).leases()).isEmpty();
        assertThat(at.flow(of(other, Flow.Group.WOMEN)).leases()).isEmpty();
        assertThat(at.behind(YEAR, new Flow.Behind.LeaseEnded(Flow.LeaseEnd.TAKEN_OVER)))
                .containsExactly(new CountingFlow.Behind(tenant.id(), FROM.plusDays(30)));
        assertThat(at.behind(YEAR, new Flow.Behind.LeaseEnded(Flow.LeaseEnd.RENT))).isEmpty();
    }

    @Test
    void a_move_between_units_is_both_units() {
        var at = new At();
        var one = at.person();
        var other = at.board.unit(UnitKind.ADULT_RECEPTION).value();
        at.register.stay(
                one,
                "SHELTER",
                "LIVES",
                1,
                FROM.minusDays(9),
                FROM.plusDays(9),
                null,
                null,
                at.housing());
        at.register.stay(one, "TRAINING", "LIVES", 1, FROM.plusDays(10), null, null, null, other);
        at.register.write();
        for (var unit : new UUID[] {at.housing(), other}) {
            assertThat(at.flow(of(unit, Flow.Group.EVERYBODY)).moves())
                    .containsExactly(new Flow.Move(Step.SHELTER, Step.TRAINING, 1));
        }
        assertThat(at.flow(of(at.housing(), Flow.Group.EVERYBODY)).stocks())
                .containsExactly(new Flow.Stock(Step.SHELTER, 1, 0, 1, 0));
        assertThat(at.flow(of(other, Flow.Group.EVERYBODY)).stocks())
                .containsExactly(new Flow.Stock(Step.TRAINING, 0, 1, 0, 1));
    }

    @Test
    void who_lives_there_and_who_had_nights_in_a_shelter_is_listed_the_longest_first() {
        var at = new At();
        var lately = at.person();
        at.register.stays(lately, "SHELTER", TO.minusDays(3), null);
        var longest = at.register.person(LocalDate.of(1990, 1, 1), "FEMALE");
        at.register.stays(longest, "SHELTER", FROM.minusDays(300), null);
        var gone = at.person();
        at.register.stays(gone, "SHELTER", FROM.minusDays(3), FROM.plusDays(3));
        at.register.write();
        assertThat(at.behind(YEAR, new Flow.Behind.Living(Step.SHELTER)))
                .containsExactly(
                        new CountingFlow.Behind(longest.id(), FROM.minusDays(300)),
                        new CountingFlow.Behind(lately.id(), TO.minusDays(3)));
        assertThat(at.behind(YEAR, new Flow.Behind.InShelter()))
                .hasSize(3)
                .contains(new CountingFlow.Behind(gone.id(), FROM.plusDays(3)));
        var women = at.flow(of(null, Flow.Group.WOMEN));
        assertThat(women.shelterUsers()).isEqualTo(1);
        assertThat(women.shelterNights()).isEqualTo(365);
    }

    @Test
    void any_other_period_as_longestcan_be_held_against_it() {
        var half = new Flow.Selection(FROM, FROM.plusDays(99), null, Flow.Group.MEN);
        assertThat(half.beginning(FROM.minusDays(100)))
                .isEqualTo(
                        new Flow.Selection(
                                FROM.minusDays(100), FROM.minusDays(1), null, Flow.Group.MEN));
    }

    @Test
    void a_small_number_cannot_be_reckoned_from_those_beside_it() {
        var at = new At();
        for (var i = 0; i < 6; i++) {
            at.register.stays(at.person(), "SHELTER", FROM.minusDays(9), null);
        }
        at.register.stays(at.person(), "SHELTER", FROM.minusDays(9), FROM.plusDays(9));
        at.register.write();
        var economist = at.board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var stock = at.board.as(economist, () -> flow.of(economist, YEAR)).stocks().getFirst();
        // One left: seven before and six at the end would say so.
        assertThat(stock.ended()).isNull();
        assertThat(stock.before() == null || stock.last() == null).isTrue();
        assertThat(at.flow(YEAR).stocks())
                .containsExactly(new Flow.Stock(Step.SHELTER, 7, 0, 1, 6));
    }

    @Test
    void small_numbers_are_hidden_from_who_may_not_see_behind() {
        var at = new At();
        var tenant = at.person();
        at.register.stays(at.person(), "SHELTER", FROM.plusDays(3), null);
        at.register.write();
        let(at, tenant);
        var economist = at.board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var year = at.board.as(economist, () -> flow.of(economist, YEAR));
        assertThat(year.hidden()).isTrue();
        assertThat(year.moves()).containsExactly(new Flow.Move(null, Step.SHELTER, null));
        assertThat(year.shelterUsers()).isNull();
        assertThat(year.leases()).containsExactly(new Flow.Ended(Flow.LeaseEnd.TAKEN_OVER, null));
        assertThat(year.leases(Flow.LeaseEnd.TAKEN_OVER)).isNull();
        assertThat(year.leases(Flow.LeaseEnd.RENT)).isZero();
        assertThat(year.costs()).containsExactly(new Flow.Cost(Step.SHELTER, null, null, null));
        assertThatThrownBy(() ->
                        at.board.as(
                                economist,
                                () ->
                                        flow.behind(
                                                economist,
                                                YEAR,
                                                new Flow.Behind.Moved(null, Step.SHELTER))))
                .isInstanceOf(Forbidden.class);
    }
}
