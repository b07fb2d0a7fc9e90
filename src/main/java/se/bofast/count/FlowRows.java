package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.Money;

/// What the register knows of the flow, number by number; hides nothing.
@Component
class FlowRows {

    private static final int SENIOR = 65;

    /// In a step the night before the period, stays begun, stays ended, in it the last night.
    record Stock(int before, int began, int ended, int last) {}

    /// Nights of a step, how many people had them, those whose rent is known, and that rent.
    record Cost(Step step, int people, int nights, int pricedPeople, int priced, Money cost) {}

    // Whom it is about, of a person p.
    private static final String GROUP =
            """
             and (:group = 'EVERYBODY' or :group = 'WOMEN' and p.sex = 'FEMALE' or :group = 'MEN' and p.sex = 'MALE'
                  or :group = 'FROM_65' and p.birth_on <= :senior_on
                  or :group = 'FAMILIES' and exists (
                      select 1 from person.v_household_member m
                      join person.v_household_member c on c.board_id = m.board_id and c.household_id = m.household_id
                          and c.kind = 'CHILD' and c.child_stay in ('PERMANENT', 'ALTERNATING')
                      where m.board_id = p.board_id and m.person_id = p.person_id
                        and m.start_on <= :to and (m.end_on is null or m.end_on >= :from)
                        and c.start_on <= :to and (c.end_on is null or c.end_on >= :from)))
            """;

    // A unit's moves are those to its stays and those from them.
    private static final String CHAIN =
            """
            with chain as (
                select s.person_id, s.unit_id, f.step, s.start_on, s.end_on,
                       lag(f.step) over (partition by s.person_id order by s.start_on) as step_before,
                       lag(s.unit_id) over (partition by s.person_id order by s.start_on) as unit_before,
                       lag(s.end_on) over (partition by s.person_id order by s.start_on) as end_before,
                       lead(s.start_on) over (partition by s.person_id order by s.start_on) as next_on
                from placement.v_stay s
                join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                join person.v_person p on p.board_id = s.board_id and p.person_id = s.person_id
                where s.board_id = framework.board_id() and s.layer = 'LIVES' and s.home_number = 1
                  and s.start_on <= cast(:to as date) + 1 and s.last_on >= cast(:from as date) - 1 %1$s
            ), here as (
                select c.* from chain c where cast(:unit as uuid) is null or c.unit_id = :unit
            ), move as (
                select case when c.end_before = c.start_on - 1 then c.step_before end as from_step, c.step as to_step,
                       c.person_id, c.start_on as day
                from chain c
                where c.start_on >= :from and c.start_on <= :to
                  and (cast(:unit as uuid) is null or c.unit_id = :unit or c.end_before = c.start_on - 1 and c.unit_before = :unit)
                union all
                select h.step, null, h.person_id, h.end_on + 1
                from here h
                where h.end_on + 1 >= :from and h.end_on + 1 <= :to and h.next_on is distinct from h.end_on + 1
            )
            select 1 as one %2$s
            """;

    private final JdbcClient db;

    FlowRows(JdbcClient db) {
        this.db = db;
    }

    private JdbcClient.StatementSpec asked(String sql, Flow.Selection selection) {
        return db.sql(sql)
                .param("from", selection.from())
                .param("to", selection.to())
                .param("unit", selection.unit())
                .param("group", selection.group().name())
                .param("senior_on", selection.to().minusYears(SENIOR));
    }

    private JdbcClient.StatementSpec chain(String rest, Flow.Selection selection) {
        return asked(CHAIN.formatted(GROUP, rest), selection);
    }

    Map<Step, Stock> stocks(Flow.Selection selection) {
        var stocks = new EnumMap<Step, Stock>(Step.class);
        chain(
                        """
                        , h.step,
                          count(*) filter (where h.start_on < :from) as before,
                          count(*) filter (where h.start_on >= :from and h.start_on <= :to) as began,
                          count(*) filter (where h.end_on + 1 >= :from and h.end_on + 1 <= :to) as ended,
                          count(*) filter (where h.start_on <= :to and (h.end_on is null or h.end_on >= :to)) as last
                          from here h where h.start_on <= :to group by h.step
                        """,
                        selection)
                .query(rs -> {
                    stocks.put(
                            Step.valueOf(rs.getString("step")),
                            new Stock(
                                    rs.getInt("before"),
                                    rs.getInt("began"),
                                    rs.getInt("ended"),
                                    rs.getInt("last")));
                });
        return stocks;
    }

    /// By the steps' names with `>` between them; nothing stands for outside.
    TreeMap<String, Integer> moves(Flow.Selection selection) {
        var moves = new TreeMap<String, Integer>();
        chain(
                        """
                        , m.from_step, m.to_step, count(*) as people from move m group by m.from_step, m.to_step
                        """,
                        selection)
                .query(rs -> {
                    moves.put(
                            key(rs.getString("from_step"), rs.getString("to_step")),
                            rs.getInt("people"));
                });
        return moves;
    }

    static String key(@Nullable String from, @Nullable String to) {
        return (from == null ? "" : from) + ">" + (to == null ? "" : to);
    }

    /// Stays that went on in the period, from when they or it began until they or it ended.
    Map<Step, List<KaplanMeier.Span>> spans(Flow.Selection selection) {
        var spans = new EnumMap<Step, List<KaplanMeier.Span>>(Step.class);
        chain(
                        """
                        , h.step, greatest(cast(:from as date) - h.start_on, 0) as entry,
                                 least(coalesce(h.end_on, cast(:to as date)), cast(:to as date)) - h.start_on + 1 as exit,
                                 h.end_on is not null and h.end_on <= :to as ended
                          from here h
                          where h.start_on <= :to and (h.end_on is null or h.end_on >= :from)
                        """,
                        selection)
                .query(rs -> {
                    spans.computeIfAbsent(
                                    Step.valueOf(rs.getString("step")), s -> new ArrayList<>())
                            .add(
                                    new KaplanMeier.Span(
                                            rs.getInt("entry"),
                                            rs.getInt("exit"),
                                            rs.getBoolean("ended")));
                });
        return spans;
    }

    // A night in a shelter is one whether or not a home is kept meanwhile.
    private static final String SHELTER =
            """
            with shelter as (
                select s.person_id, greatest(s.start_on, cast(:from as date)) as first_on, least(s.last_on, cast(:to as date)) as last_on
                from placement.v_stay s
                join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                join person.v_person p on p.board_id = s.board_id and p.person_id = s.person_id
                where s.board_id = framework.board_id() and f.step = 'SHELTER' and s.start_on <= :to and s.last_on >= :from
                  and (cast(:unit as uuid) is null or s.unit_id = :unit) %1$s
            )
            select 1 as one %2$s
            """;

    CountingFlow.Shelter shelter(Flow.Selection selection) {
        return asked(
                        SHELTER.formatted(
                                GROUP,
                                ", count(distinct h.person_id) as users, coalesce(sum(h.last_on - h.first_on + 1), 0) as nights from shelter h"),
                        selection)
                .query((rs, n) -> new CountingFlow.Shelter(rs.getInt("users"), rs.getInt("nights")))
                .single();
    }

    // Of a lease with a unit or a group: one of its tenants is of the group, and the unit answered
    // for where that tenant lived while the lease lasted.
    private static final String LEASES =
            """
            with ended as (
                select l.lease_id, l.end_on, coalesce(l.end_cause, 'UNKNOWN') as cause
                from tenancy.v_lease l
                where l.board_id = framework.board_id() and l.apartment_id is not null and l.end_on >= :from and l.end_on <= :to
                  and (:group = 'EVERYBODY' and cast(:unit as uuid) is null
                       or exists (select 1 from tenancy.v_lease_party t
                                  join person.v_person p on p.board_id = t.board_id and p.person_id = t.person_id
                                  where t.board_id = l.board_id and t.lease_id = l.lease_id
                                    and (cast(:unit as uuid) is null
                                         or exists (select 1 from placement.v_stay s
                                                    where s.board_id = t.board_id and s.person_id = t.person_id and s.unit_id = :unit
                                                      and s.layer = 'LIVES' and s.start_on <= l.end_on and s.last_on >= l.start_on)) %1$s))
            )
            select 1 as one %2$s
            """;

    Map<Flow.LeaseEnd, Integer> leases(Flow.Selection selection) {
        var ends = new EnumMap<Flow.LeaseEnd, Integer>(Flow.LeaseEnd.class);
        asked(
                        LEASES.formatted(
                                GROUP,
                                ", e.cause, count(*) as leases from ended e group by e.cause"),
                        selection)
                .query(rs -> {
                    ends.put(Flow.LeaseEnd.valueOf(rs.getString("cause")), rs.getInt("leases"));
                });
        return ends;
    }

    // An apartment is of the unit that last answered for somebody who lived there: as a tenant, or
    // by where the stay says it was.
    private static final String VACANCY =
            """
            with held as (
                select a.apartment_id, a.dwelling_id
                from dwelling.v_apartment a
                where a.board_id = framework.board_id() and a.start_on <= :to and (a.end_on is null or a.end_on >= :from)
            ), lived as (
                select h.apartment_id, s.unit_id, s.start_on
                from held h
                join placement.v_stay s on s.board_id = framework.board_id() and s.dwelling_id = h.dwelling_id
                where s.unit_id is not null and s.start_on <= :to
                union all
                select h.apartment_id, s.unit_id, s.start_on
                from held h
                join tenancy.v_lease l on l.board_id = framework.board_id() and l.apartment_id = h.apartment_id
                join tenancy.v_lease_party t on t.board_id = l.board_id and t.lease_id = l.lease_id
                join placement.v_stay s on s.board_id = t.board_id and s.person_id = t.person_id and s.layer = 'LIVES'
                    and s.dwelling_id is null and s.last_on >= l.start_on and (l.end_on is null or s.start_on <= l.end_on)
                where s.unit_id is not null and s.start_on <= :to
            ), latest as (
                select distinct on (v.apartment_id) v.apartment_id, v.unit_id
                from lived v
                order by v.apartment_id, v.start_on desc, v.unit_id
            ), chosen as (
                select h.apartment_id
                from held h
                left join latest u on u.apartment_id = h.apartment_id
                where cast(:unit as uuid) is null or u.unit_id = :unit
            ), rent as (
                select r.apartment_id, r.rent_ore, r.start_on, lead(r.start_on) over (partition by r.apartment_id order by r.start_on) as next_on
                from dwelling.v_apartment_rent r
                where r.board_id = framework.board_id()
            ), empty as (
                select v.apartment_id, cast(d.day as date) as day
                from chosen c
                join tenancy.v_vacancy v on v.board_id = framework.board_id() and v.apartment_id = c.apartment_id
                    and v.start_on <= :to and (v.end_on is null or v.end_on >= :from)
                cross join lateral generate_series(cast(greatest(v.start_on, cast(:from as date)) as timestamp),
                    cast(least(v.end_on, cast(:to as date)) as timestamp), interval '1 day') d (day)
            )
            select (select count(*) from chosen) as apartments, count(e.day) as days,
                   coalesce(round(sum(r.rent_ore / extract(day from date_trunc('month', e.day) + interval '1 month' - interval '1 day'))), 0) as cost_ore,
                   count(e.day) filter (where r.apartment_id is null) as unpriced
            from empty e
            left join rent r on r.apartment_id = e.apartment_id and r.start_on <= e.day and (r.next_on is null or r.next_on > e.day)
            """;

    Flow.Vacancy vacancy(Flow.Selection selection) {
        return db.sql(VACANCY)
                .param("from", selection.from())
                .param("to", selection.to())
                .param("unit", selection.unit())
                .query((rs, n) ->
                        new Flow.Vacancy(
                                rs.getInt("apartments"),
                                rs.getInt("days"),
                                new Money(rs.getLong("cost_ore")),
                                rs.getInt("unpriced")))
                .single();
    }

    // The apartment of a night is the stay's own, else that of the lease somebody has that night.
    // Who share one that night, chosen or not, share its rent.
    private static final String COSTS =
            """
            with lives as (
                select s.person_id, s.dwelling_id, f.step, greatest(s.start_on, cast(:from as date)) as first_on,
                       least(s.last_on, cast(:to as date)) as last_on,
                       ((cast(:unit as uuid) is null or s.unit_id = :unit) %1$s) as chosen
                from placement.v_stay s
                join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                join person.v_person p on p.board_id = s.board_id and p.person_id = s.person_id
                where s.board_id = framework.board_id() and s.layer = 'LIVES' and s.home_number = 1
                  and s.start_on <= :to and s.last_on >= :from
            ), housed as (
                select v.person_id, v.step, v.chosen, a.apartment_id, greatest(v.first_on, a.start_on) as first_on,
                       least(v.last_on, a.end_on) as last_on
                from lives v
                join dwelling.v_apartment a on a.board_id = framework.board_id() and a.dwelling_id = v.dwelling_id
                union all
                select v.person_id, v.step, v.chosen, l.apartment_id, greatest(v.first_on, l.start_on, t.start_on),
                       least(v.last_on, l.end_on, t.end_on)
                from lives v
                join tenancy.v_lease_party t on t.board_id = framework.board_id() and t.person_id = v.person_id
                join tenancy.v_lease l on l.board_id = t.board_id and l.lease_id = t.lease_id and l.apartment_id is not null
                where v.dwelling_id is null
            ), night as (
                select distinct h.person_id, h.step, h.chosen, h.apartment_id, cast(d.day as date) as day
                from housed h
                cross join lateral generate_series(cast(h.first_on as timestamp), cast(h.last_on as timestamp), interval '1 day') d (day)
            ), shared as (
                select n.*, count(*) over (partition by n.apartment_id, n.day) as lodgers
                from night n
            ), rent as (
                select r.apartment_id, r.rent_ore, r.start_on, lead(r.start_on) over (partition by r.apartment_id order by r.start_on) as next_on
                from dwelling.v_apartment_rent r
                where r.board_id = framework.board_id()
            ), priced as (
                select n.step, count(distinct n.person_id) as people, count(*) as nights,
                       round(sum(r.rent_ore / extract(day from date_trunc('month', n.day) + interval '1 month' - interval '1 day') / n.lodgers)) as cost_ore
                from shared n
                join rent r on r.apartment_id = n.apartment_id and r.start_on <= n.day and (r.next_on is null or r.next_on > n.day)
                where n.chosen
                group by n.step
            ), every as (
                select v.step, count(distinct v.person_id) as people, sum(v.last_on - v.first_on + 1) as nights
                from lives v
                where v.chosen
                group by v.step
            )
            select e.step, e.people, e.nights, coalesce(p.people, 0) as priced_people, coalesce(p.nights, 0) as priced,
                   coalesce(p.cost_ore, 0) as cost_ore
            from every e
            left join priced p on p.step = e.step
            """;

    List<Cost> costs(Flow.Selection selection) {
        return asked(COSTS.formatted(GROUP), selection)
                .query((rs, n) ->
                        new Cost(
                                Step.valueOf(rs.getString("step")),
                                rs.getInt("people"),
                                rs.getInt("nights"),
                                rs.getInt("priced_people"),
                                rs.getInt("priced"),
                                new Money(rs.getLong("cost_ore"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Cost::step))
                .toList();
    }

    /// At most so many.
    List<CountingFlow.Behind> behind(Flow.Selection selection, Flow.Behind number, int most) {
        var asked =
                switch (number) {
                    case Flow.Behind.Moved moved ->
                            chain(
                                            """
                                            , m.person_id, m.day from move m
                                              where m.from_step is not distinct from cast(:from_step as text)
                                                and m.to_step is not distinct from cast(:to_step as text)
                                              order by m.day desc, m.person_id limit :most
                                            """,
                                            selection)
                                    .param("from_step", name(moved.from()))
                                    .param("to_step", name(moved.to()));
                    case Flow.Behind.Living living ->
                            chain(
                                            """
                                            , h.person_id, h.start_on as day from here h
                                              where h.step = :step and h.start_on <= :to and (h.end_on is null or h.end_on >= :to)
                                              order by h.start_on, h.person_id limit :most
                                            """,
                                            selection)
                                    .param("step", living.step().name());
                    case Flow.Behind.InShelter _ ->
                            asked(
                                    SHELTER.formatted(
                                            GROUP,
                                            """
                                            , h.person_id, max(h.last_on) as day from shelter h
                                              group by h.person_id order by 3 desc, 2 limit :most
                                            """),
                                    selection);
                    case Flow.Behind.LeaseEnded ended ->
                            asked(
                                            LEASES.formatted(
                                                    GROUP,
                                                    """
                                                    , t.person_id, max(e.end_on) as day
                                                      from ended e
                                                      join tenancy.v_lease_party t on t.board_id = framework.board_id() and t.lease_id = e.lease_id
                                                      where e.cause = :cause
                                                      group by t.person_id order by 3 desc, 2 limit :most
                                                    """),
                                            selection)
                                    .param("cause", ended.cause().name());
                };
        return asked.param("most", most)
                .query((rs, n) ->
                        new CountingFlow.Behind(
                                rs.getObject("person_id", UUID.class),
                                rs.getObject("day", LocalDate.class)))
                .list();
    }

    private static @Nullable String name(@Nullable Step step) {
        return step == null ? null : step.name();
    }
}
