package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.count.CountRegister.Someone;
import se.bofast.kernel.Forbidden;

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
        insert into tenancy.lease (board_id, area_id, id, dwelling_id, apartment_id, created_at)
        select a.board_id, a.area_id, gen_random_uuid(), a.dwelling_id, a.id, cast(:from as date) + n
        from dwelling.apartment a cross join generate_series(1, 2) n
        where a.board_id = framework.board_id() and a.end_on is null
        """,
        """
        insert into tenancy.lease_fact (board_id, area_id, id, lease_id, tenure, start_on, end_on, end_cause, let_with_others,
            recorded_at, reason)
        select l.board_id, l.area_id, gen_random_uuid(), l.id, 'TRIAL',
               cast(:from as date) + case when l.first then 0 else 110 end,
               case when l.first then cast(:from as date) + 99 end, case when l.first then 'TAKEN_OVER' end, false,
               cast(:from as date), 'Prövas'
        from (select l.board_id, l.area_id, l.id, row_number() over (order by l.created_at) = 1 as first from tenancy.lease l
              where l.board_id = framework.board_id()) l
        """
    };

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

        Flow flow(Flow.Selection selection) {
            return board.as(actor, () -> flow.of(actor, selection));
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
                        new Flow.Stock(Step.SHELTER, 1, 0),
                        new Flow.Stock(Step.TRAINING, 1, 1),
                        new Flow.Stock(Step.OWN_LEASE, 0, 1));
        assertThat(at.flow(YEAR.yearBefore()).moves(Step.Way.IN)).isEqualTo(3);
        assertThat(
                        at.board.as(
                                at.actor,
                                () -> flow.behind(at.actor, YEAR, Step.SHELTER, Step.TRAINING)))
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

    @Test
    void leases_end_for_causes_and_apartments_stand_empty() {
        var at = new At();
        at.board.ask(
                at.actor,
                db -> {
                    for (var statement : APARTMENTS) {
                        db.sql(statement).param("from", FROM).update();
                    }
                    return 0;
                });
        var year = at.flow(YEAR);
        assertThat(year.apartments()).isEqualTo(2);
        // One let for 100 days and, after 10, taken over; the other held for 20 days and never let.
        assertThat(year.vacantDays()).isEqualTo(10 + 20);
        assertThat(year.leaseEnds()).containsOnly(java.util.Map.entry("TAKEN_OVER", 1));
        assertThat(at.flow(YEAR.yearBefore()).apartments()).isZero();
    }

    @Test
    void small_numbers_are_hidden_from_who_may_not_see_behind() {
        var at = new At();
        at.register.stays(at.person(), "SHELTER", FROM.plusDays(3), null);
        at.register.write();
        var economist = at.board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var year = at.board.as(economist, () -> flow.of(economist, YEAR));
        assertThat(year.hidden()).isTrue();
        assertThat(year.moves()).containsExactly(new Flow.Move(null, Step.SHELTER, null));
        assertThat(year.shelterUsers()).isNull();
        assertThatThrownBy(() ->
                        at.board.as(
                                economist, () -> flow.behind(economist, YEAR, null, Step.SHELTER)))
                .isInstanceOf(Forbidden.class);
    }
}
