package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.PersonId;

/// How people move along the housing chain in a period. A move is of where somebody lives: a night
/// away while the home is kept is none.
@Component
public class CountingFlow {

    private static final int SENIOR = 65;

    /// Nights in night shelters, and how many different people had them.
    public record Shelter(int users, int nights) {}

    /// A move of somebody, without a name.
    public record Behind(UUID person, LocalDate day) {}

    private static final String CHAIN =
            """
            with chain as (
                select s.person_id, s.unit_id, f.step, s.start_on, s.end_on,
                       lag(f.step) over (partition by s.person_id order by s.start_on) as step_before,
                       lag(s.end_on) over (partition by s.person_id order by s.start_on) as end_before,
                       lead(s.start_on) over (partition by s.person_id order by s.start_on) as next_on
                from placement.v_stay s
                join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                join person.v_person p on p.board_id = s.board_id and p.person_id = s.person_id
                where s.board_id = framework.board_id() and s.layer = 'LIVES' and s.home_number = 1
                  and s.start_on <= cast(:to as date) + 1 and (s.end_on is null or s.end_on >= cast(:from as date) - 1)
                  and (:group = 'EVERYBODY' or :group = 'WOMEN' and p.sex = 'FEMALE' or :group = 'MEN' and p.sex = 'MALE'
                       or :group = 'FROM_65' and p.birth_on <= :senior_on
                       or :group = 'FAMILIES' and exists (
                           select 1 from person.v_household_member m
                           join person.v_household_member c on c.board_id = m.board_id and c.household_id = m.household_id
                               and c.kind = 'CHILD' and c.child_stay in ('PERMANENT', 'ALTERNATING')
                           where m.board_id = s.board_id and m.person_id = s.person_id
                             and m.start_on <= :to and (m.end_on is null or m.end_on >= :from)
                             and c.start_on <= :to and (c.end_on is null or c.end_on >= :from)))
            ), here as (
                select c.* from chain c where cast(:unit as uuid) is null or c.unit_id = :unit
            ), move as (
                select case when h.end_before = h.start_on - 1 then h.step_before end as from_step, h.step as to_step,
                       h.person_id, h.start_on as day
                from here h where h.start_on >= :from and h.start_on <= :to
                union all
                select h.step, null, h.person_id, h.end_on + 1
                from here h
                where h.end_on + 1 >= :from and h.end_on + 1 <= :to and h.next_on is distinct from h.end_on + 1
            )
            select 1 as one %s
            """;

    private final JdbcClient db;
    private final Access access;
    private final HouseEyes eyes;
    private final Log log;

    CountingFlow(JdbcClient db, Access access, HouseEyes eyes, Log log) {
        this.db = db;
        this.access = access;
        this.eyes = eyes;
        this.log = log;
    }

    /// Whole numbers for who may see behind them; everybody else gets no small ones.
    @Transactional
    public Flow of(Actor actor, Flow.Selection selection) {
        access.require(actor, Action.SEE_STATISTICS);
        var whole = access.allows(actor, Action.DRILL_STATISTICS);
        return eyes.open(() -> count(selection, whole));
    }

    private Flow count(Flow.Selection selection, boolean whole) {
        var stocks = new EnumMap<Step, int[]>(Step.class);
        asked(
                        CHAIN.formatted(
                                """
                                , h.step, count(*) filter (where h.start_on <= :from and (h.end_on is null or h.end_on >= :from)) as first,
                                         count(*) filter (where h.start_on <= :to and (h.end_on is null or h.end_on >= :to)) as last
                                  from here h group by h.step
                                """),
                        selection)
                .query(rs -> {
                    stocks.put(
                            Step.valueOf(rs.getString("step")),
                            new int[] {rs.getInt("first"), rs.getInt("last")});
                });
        var moves = new TreeMap<String, Integer>();
        asked(
                        CHAIN.formatted(
                                """
                                , m.from_step, m.to_step, count(*) as people from move m group by m.from_step, m.to_step
                                """),
                        selection)
                .query(rs -> {
                    moves.put(
                            key(rs.getString("from_step"), rs.getString("to_step")),
                            rs.getInt("people"));
                });
        var shelter = shelter(selection.from(), selection.to(), selection.unit());
        return hide(
                selection,
                stocks,
                moves,
                lengths(selection),
                shelter,
                leaseEnds(selection),
                apartments(selection),
                whole);
    }

    private static String key(@Nullable String from, @Nullable String to) {
        return (from == null ? "" : from) + ">" + (to == null ? "" : to);
    }

    private static Flow hide(
            Flow.Selection selection,
            Map<Step, int[]> stocks,
            TreeMap<String, Integer> moves,
            List<Flow.Length> lengths,
            Shelter shelter,
            Map<String, Integer> ends,
            int[] apartments,
            boolean whole) {
        var numbers = new TreeMap<String, Integer>();
        stocks.forEach((step, two) -> {
            numbers.put("first " + step, two[0]);
            numbers.put("last " + step, two[1]);
        });
        moves.forEach((move, people) -> numbers.put("move " + move, people));
        lengths.forEach(length -> {
            numbers.put("stays " + length.step(), number(length.stays()));
            numbers.put("ended " + length.step(), number(length.ended()));
        });
        numbers.put("users", shelter.users());
        ends.forEach((cause, leases) -> numbers.put("lease " + cause, leases));
        var hidden =
                whole
                        ? java.util.Set.<String>of()
                        : HidingCells.hidden(numbers, List.<List<String>>of());
        return new Flow(
                selection,
                Arrays.stream(Step.values())
                        .filter(stocks::containsKey)
                        .map(step ->
                                new Flow.Stock(
                                        step,
                                        shown(numbers, hidden, "first " + step),
                                        shown(numbers, hidden, "last " + step)))
                        .toList(),
                moves.keySet().stream()
                        .map(move ->
                                new Flow.Move(
                                        step(move.substring(0, move.indexOf('>'))),
                                        step(move.substring(move.indexOf('>') + 1)),
                                        shown(numbers, hidden, "move " + move)))
                        .sorted(
                                java.util.Comparator.comparing(
                                                (Flow.Move move) -> order(move.from()))
                                        .thenComparing(move -> order(move.to())))
                        .toList(),
                lengths.stream()
                        .map(length ->
                                hidden.contains("stays " + length.step())
                                                || hidden.contains("ended " + length.step())
                                        ? new Flow.Length(
                                                length.step(), null, null, null, null, null)
                                        : length)
                        .toList(),
                shown(numbers, hidden, "users"),
                hidden.contains("users") ? null : Integer.valueOf(shelter.nights()),
                ends.entrySet().stream()
                        .filter(end -> !hidden.contains("lease " + end.getKey()))
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue)),
                apartments[0],
                apartments[1],
                !hidden.isEmpty());
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static @Nullable Integer shown(
            Map<String, Integer> numbers, java.util.Set<String> hidden, String key) {
        return hidden.contains(key) ? null : numbers.get(key);
    }

    private static @Nullable Step step(String code) {
        return code.isEmpty() ? null : Step.valueOf(code);
    }

    private static int order(@Nullable Step step) {
        return step == null ? -1 : step.ordinal();
    }

    /// Stays that went on in the period, from when they or it began until they or it ended.
    private List<Flow.Length> lengths(Flow.Selection selection) {
        var spans = new EnumMap<Step, List<KaplanMeier.Span>>(Step.class);
        asked(
                        CHAIN.formatted(
                                """
                                , h.step, greatest(cast(:from as date) - h.start_on, 0) as entry,
                                         least(coalesce(h.end_on, cast(:to as date)), cast(:to as date)) - h.start_on + 1 as exit,
                                         h.end_on is not null and h.end_on <= :to as ended
                                  from here h
                                  where h.start_on <= :to and (h.end_on is null or h.end_on >= :from)
                                """),
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
        return spans.entrySet().stream()
                .map(step -> {
                    var estimate = new KaplanMeier(step.getValue());
                    return new Flow.Length(
                            step.getKey(),
                            step.getValue().size(),
                            (int) step.getValue().stream().filter(KaplanMeier.Span::ended).count(),
                            estimate.quantile(0.25),
                            estimate.quantile(0.5),
                            estimate.quantile(0.75));
                })
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Flow.Selection selection) {
        return db.sql(sql)
                .param("from", selection.from())
                .param("to", selection.to())
                .param("unit", selection.unit())
                .param("group", selection.group().name())
                .param("senior_on", selection.to().minusYears(SENIOR));
    }

    /// @param unit that answers for the stay; null for all
    @Transactional(readOnly = true)
    public Shelter shelter(Actor actor, LocalDate from, LocalDate to, @Nullable UUID unit) {
        access.require(actor, Action.DRILL_STATISTICS);
        return eyes.open(() -> shelter(from, to, unit));
    }

    private Shelter shelter(LocalDate from, LocalDate to, @Nullable UUID unit) {
        return db.sql(
                        """
                        select count(distinct s.person_id) as users,
                               coalesce(sum(least(coalesce(s.end_on, cast(:to as date)), cast(:to as date))
                                            - greatest(s.start_on, cast(:from as date)) + 1), 0) as nights
                        from placement.v_stay s
                        join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                        where s.board_id = framework.board_id() and f.step = 'SHELTER' and s.start_on <= :to
                          and (s.end_on is null or s.end_on >= :from)
                          and (cast(:unit as uuid) is null or s.unit_id = :unit)
                        """)
                .param("from", from)
                .param("to", to)
                .param("unit", unit)
                .query((rs, n) -> new Shelter(rs.getInt("users"), rs.getInt("nights")))
                .single();
    }

    /// Leases of the board's apartments that ended, by cause; a takeover is one of them.
    private Map<String, Integer> leaseEnds(Flow.Selection selection) {
        var ends = new LinkedHashMap<String, Integer>();
        db.sql(
                        """
                        select coalesce(l.end_cause, 'UNKNOWN') as cause, count(*) as leases
                        from tenancy.v_lease l
                        where l.board_id = framework.board_id() and l.apartment_id is not null
                          and l.end_on >= :from and l.end_on <= :to
                        group by 1
                        """)
                .param("from", selection.from())
                .param("to", selection.to())
                .query(rs -> {
                    ends.put(rs.getString("cause"), rs.getInt("leases"));
                });
        return ends;
    }

    /// How many apartments the board held, and on how many of their days nobody rented them.
    private int[] apartments(Flow.Selection selection) {
        return db.sql(
                        """
                        with held as (
                            select a.apartment_id, greatest(a.start_on, cast(:from as date)) as first_on,
                                   least(coalesce(a.end_on, cast(:to as date)), cast(:to as date)) as last_on
                            from dwelling.v_apartment a
                            where a.board_id = framework.board_id() and a.start_on <= :to and (a.end_on is null or a.end_on >= :from)
                        ), empty as (
                            select h.apartment_id,
                                   datemultirange(daterange(h.first_on, h.last_on, '[]'))
                                   - coalesce((select range_agg(daterange(l.start_on, l.end_on, '[]'))
                                               from tenancy.v_lease l
                                               where l.board_id = framework.board_id() and l.apartment_id = h.apartment_id),
                                              cast('{}' as datemultirange)) as days
                            from held h
                        )
                        select count(*) as apartments,
                               coalesce(sum((select coalesce(sum(upper(r.day) - lower(r.day)), 0)
                                             from unnest(e.days) r (day))), 0) as vacant
                        from empty e
                        """)
                .param("from", selection.from())
                .param("to", selection.to())
                .query((rs, n) -> new int[] {rs.getInt("apartments"), rs.getInt("vacant")})
                .single();
    }

    /// Who moved from one step to another, the latest first; on record. A null step is outside.
    @Transactional
    public List<Behind> behind(
            Actor actor, Flow.Selection selection, @Nullable Step from, @Nullable Step to) {
        if (access.require(actor, Action.DRILL_STATISTICS) != Scope.BOARD) {
            throw new Forbidden();
        }
        var found =
                asked(
                                CHAIN.formatted(
                                        """
                                        , m.person_id, m.day from move m
                                          where m.from_step is not distinct from cast(:from_step as text)
                                            and m.to_step is not distinct from cast(:to_step as text)
                                          order by m.day desc, m.person_id limit 200
                                        """),
                                selection)
                        .param("from_step", from == null ? null : from.name())
                        .param("to_step", to == null ? null : to.name())
                        .query((rs, n) ->
                                new Behind(
                                        rs.getObject("person_id", UUID.class),
                                        rs.getObject("day", LocalDate.class)))
                        .list();
        log.record(
                LogEntry.of(Action.DRILL_STATISTICS)
                        .touching(found.stream().map(Behind::person).map(PersonId::new).toList()));
        return found;
    }
}
