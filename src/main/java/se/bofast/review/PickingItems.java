package se.bofast.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.HouseEyes;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.person.NameText;

/// Takes what is to be reviewed out of the log of a period: a rule is a statement over who looked
/// at whom, never a loop.
@Component
class PickingItems {

    private static final SwedishWorkingDays WORKING_DAYS = new SwedishWorkingDays();

    /// @param end the last day
    record Period(UUID round, LocalDate start, LocalDate end) {

        Instant from() {
            return start.atStartOfDay(HouseClock.ZONE).toInstant();
        }

        Instant below() {
            return end.plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant();
        }
    }

    /// @param entries of the log in the period that somebody at work made
    /// @param pairs employees and people somebody opened, each pair once
    record Picked(long entries, long pairs, int sampled) {}

    private record Namesake(UUID account, UUID person) {}

    private final JdbcClient db;

    private final HouseEyes eyes;

    PickingItems(JdbcClient db, HouseEyes eyes) {
        this.db = db;
        this.eyes = eyes;
    }

    /// Whoever opens the round: also who looked at a person with a protected identity is reviewed.
    @Transactional(propagation = Propagation.MANDATORY)
    Picked pick(Period period, ReviewTerms terms, String seed) {
        return eyes.open(() -> picked(period, terms, seed));
    }

    private Picked picked(Period period, ReviewTerms terms, String seed) {
        var entries = entries(period);
        pairs(period);
        for (var rule : ReviewRule.values()) {
            if (rule != ReviewRule.NEVER_ASSIGNED
                    && rule != ReviewRule.SAMPLE
                    && terms.uses(rule)) {
                apply(rule, period, terms);
            }
        }
        // After the others: an opening against the walls is an answer to why one looked.
        if (terms.uses(ReviewRule.NEVER_ASSIGNED)) {
            neverAssigned(period);
        }
        var sampled = sample(period, terms, seed);
        items(period);
        var pairs = forgetPairs(period);
        return new Picked(entries, pairs, sampled);
    }

    private void apply(ReviewRule rule, Period period, ReviewTerms terms) {
        switch (rule) {
            case OWN_NAME -> ownName(period, namesakes(period));
            case NAMESAKE_IN_HOUSEHOLD -> namesakeInHousehold(period, namesakes(period));
            case OWN_ADDRESS -> ownAddress(period);
            case NEAR_A_FINDING -> nearAFinding(period);
            case AFTER_HOURS -> afterHours(period, terms);
            case MANY_PEOPLE -> manyPeople(period, terms);
            case PROTECTED -> protectedPeople(period);
            case BREAK_GLASS, REFUSED -> did(period, rule);
            case AFTER_CLOSED -> afterClosed(period, terms);
            case MANY_SEARCHES -> manySearches(period, terms);
            case NEVER_ASSIGNED, SAMPLE ->
                    throw new IllegalArgumentException("comes after the others");
        }
    }

    private StatementSpec within(Period period, String sql) {
        return db.sql(sql)
                .param("round", period.round())
                .param("first", NewId.lowestAt(period.from()))
                .param("below", NewId.lowestAt(period.below()));
    }

    private StatementSpec of(Period period, String sql) {
        return db.sql(sql).param("round", period.round());
    }

    private long entries(Period period) {
        return db.sql(
                        """
                        select count(*) from audit.v_access e
                        where e.board_id = framework.board_id() and e.account_id is not null
                          and e.entry_id >= :first and e.entry_id < :below
                        """)
                .param("first", NewId.lowestAt(period.from()))
                .param("below", NewId.lowestAt(period.below()))
                .query(Long.class)
                .single();
    }

    private void pairs(Period period) {
        within(
                        period,
                        """
                        insert into review.pair (board_id, area_id, round_id, account_id, person_id, occasions, searches,
                            writes, first_at, last_at)
                        select l.board_id, l.area_id, :round, l.account_id, l.person_id,
                               count(distinct date_trunc('minute', l.at)) filter (where not l.searched),
                               count(*) filter (where l.searched), count(*) filter (where l.wrote), min(l.at), max(l.at)
                        from review.v_look l
                        where l.board_id = framework.board_id() and l.entry_id >= :first and l.entry_id < :below
                        group by l.board_id, l.area_id, l.account_id, l.person_id
                        """)
                .update();
    }

    /// Folding of names is done where names are known, so this comes through Java: who shares a
    /// part of a family name with whom. A given name that is like it does not count.
    private List<Namesake> namesakes(Period period) {
        var accounts = new ArrayList<UUID>();
        var keys = new ArrayList<String>();
        db.sql(
                        """
                        select a.account_id, a.display_name from access.v_account a
                        where exists (select 1 from review.pair p where p.board_id = framework.board_id()
                                      and p.round_id = :round and p.account_id = a.account_id)
                        """)
                .param("round", period.round())
                .query(rs -> {
                    var words = rs.getString("display_name").strip().split("\\s+");
                    for (var key : NameText.parts(words[words.length - 1])) {
                        accounts.add(rs.getObject("account_id", UUID.class));
                        keys.add(key);
                    }
                });
        return db
                .sql(
                        """
                        select n.account_id, n.key, v.person_id, v.family_name
                        from unnest(cast(:accounts as uuid[]), cast(:keys as text[])) as n (account_id, key)
                        join person.v_name_key k on k.board_id = framework.board_id() and k.kind = 'PART' and k.key = n.key
                        join person.v_person v on v.board_id = k.board_id and v.person_id = k.person_id
                        """)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("keys", keys.toArray(String[]::new))
                .query((rs, n) -> {
                    var family = rs.getString("family_name");
                    // A protected name does not leave its room; any part of it counts.
                    return family == null || NameText.parts(family).contains(rs.getString("key"))
                            ? List.of(
                                    new Namesake(
                                            rs.getObject("account_id", UUID.class),
                                            rs.getObject("person_id", UUID.class)))
                            : List.<Namesake>of();
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private StatementSpec ofNamesakes(Period period, List<Namesake> namesakes, String sql) {
        return of(period, sql)
                .param("accounts", namesakes.stream().map(Namesake::account).toArray(UUID[]::new))
                .param("people", namesakes.stream().map(Namesake::person).toArray(UUID[]::new));
    }

    private void ownName(Period period, List<Namesake> namesakes) {
        ofNamesakes(
                        period,
                        namesakes,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'OWN_NAME', p.occasions
                        from unnest(cast(:accounts as uuid[]), cast(:people as uuid[])) as n (account_id, person_id)
                        join review.pair p on p.board_id = framework.board_id() and p.round_id = :round
                            and p.account_id = n.account_id and p.person_id = n.person_id
                        where p.occasions > 0
                        """)
                .update();
    }

    private void namesakeInHousehold(Period period, List<Namesake> namesakes) {
        ofNamesakes(
                        period,
                        namesakes,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        with namesake as (
                            select n.account_id, n.person_id
                            from unnest(cast(:accounts as uuid[]), cast(:people as uuid[])) as n (account_id, person_id)
                        )
                        select distinct p.board_id, p.area_id, p.round_id, p.account_id, p.person_id,
                               'NAMESAKE_IN_HOUSEHOLD', p.occasions
                        from namesake n
                        join person.v_household_member h on h.board_id = framework.board_id() and h.person_id = n.person_id
                        join person.v_household_member m on m.board_id = h.board_id and m.household_id = h.household_id
                            and m.person_id <> h.person_id and m.period && h.period
                        join review.pair p on p.board_id = m.board_id and p.round_id = :round
                            and p.account_id = n.account_id and p.person_id = m.person_id
                        where p.occasions > 0 and m.period && daterange(cast(:start as date), cast(:end as date), '[]')
                          and not exists (select 1 from namesake o where o.account_id = p.account_id and o.person_id = p.person_id)
                        """)
                .param("start", period.start())
                .param("end", period.end())
                .update();
    }

    private void ownAddress(Period period) {
        of(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'OWN_ADDRESS', p.occasions
                        from review.own_address o
                        join person.v_match_key k on k.board_id = o.board_id and k.address_key = o.address_key
                        join review.pair p on p.board_id = o.board_id and p.round_id = :round
                            and p.account_id = o.account_id and p.person_id = k.person_id
                        where o.board_id = framework.board_id() and p.occasions > 0
                        """)
                .update();
    }

    private void nearAFinding(Period period) {
        of(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select distinct p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'NEAR_A_FINDING', p.occasions
                        from review.item f
                        join review.round fr on fr.board_id = f.board_id and fr.id = f.round_id and fr.start_on < :start
                        left join person.v_match_key fk on fk.board_id = f.board_id and fk.person_id = f.person_id
                        join review.pair p on p.board_id = f.board_id and p.round_id = :round and p.account_id = f.account_id
                        left join person.v_match_key k on k.board_id = p.board_id and k.person_id = p.person_id
                        where f.board_id = framework.board_id() and f.judgement = 'UNAUTHORISED' and p.occasions > 0
                          and (p.person_id = f.person_id or k.address_key <> '' and k.address_key = fk.address_key)
                        """)
                .param("start", period.start())
                .update();
    }

    private void afterHours(Period period, ReviewTerms terms) {
        within(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select l.board_id, l.area_id, :round, l.account_id, l.person_id, 'AFTER_HOURS',
                               count(distinct date_trunc('minute', l.at))
                        from (select v.*, v.at at time zone 'Europe/Stockholm' as local from review.v_look v
                              where v.board_id = framework.board_id() and v.entry_id >= :first and v.entry_id < :below) l
                        where not l.searched and l.role <> 'ON_CALL'
                          and (cast(l.local as date) <> all (cast(:days as date[]))
                               or extract(hour from l.local) * 60 + extract(minute from l.local) < :opens
                               or extract(hour from l.local) * 60 + extract(minute from l.local) >= :closes)
                          and not exists (select 1 from access.v_appointment a
                                          where a.board_id = l.board_id and a.account_id = l.account_id and a.role = 'ON_CALL'
                                            and a.start_on <= cast(l.local as date)
                                            and (a.end_on is null or a.end_on >= cast(l.local as date)))
                        group by l.board_id, l.area_id, l.account_id, l.person_id
                        """)
                .param(
                        "days",
                        period.start()
                                .datesUntil(period.end().plusDays(1))
                                .filter(WORKING_DAYS::isWorkingDay)
                                .map(Date::valueOf)
                                .toArray(Date[]::new))
                .param("opens", terms.opensMinute())
                .param("closes", terms.closesMinute())
                .update();
    }

    /// Within an hour that begins at a whole or a half hour.
    private void manyPeople(Period period, ReviewTerms terms) {
        within(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        with opened as (
                            select l.board_id, l.area_id, l.account_id, l.person_id, l.at
                            from review.v_look l
                            where l.board_id = framework.board_id() and l.entry_id >= :first and l.entry_id < :below
                              and not l.searched
                        ), many as (
                            select o.account_id, date_bin(interval '1 hour', o.at, b.begins) as hour_at
                            from opened o
                            cross join unnest(array[cast(:from as timestamptz), cast(:from as timestamptz) - interval '30 minutes'])
                                as b (begins)
                            group by o.account_id, date_bin(interval '1 hour', o.at, b.begins)
                            having count(distinct o.person_id) >= :many
                        )
                        select o.board_id, o.area_id, :round, o.account_id, o.person_id, 'MANY_PEOPLE',
                               count(distinct date_trunc('minute', o.at))
                        from opened o
                        join many m on m.account_id = o.account_id and o.at >= m.hour_at and o.at < m.hour_at + interval '1 hour'
                        group by o.board_id, o.area_id, o.account_id, o.person_id
                        """)
                .param("from", Timestamp.from(period.from()))
                .param("many", terms.manyPeople())
                .update();
    }

    private void protectedPeople(Period period) {
        of(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'PROTECTED', p.occasions
                        from review.pair p
                        join person.v_person v on v.board_id = p.board_id and v.person_id = p.person_id and v.protected
                        where p.board_id = framework.board_id() and p.round_id = :round and p.occasions > 0
                        """)
                .update();
    }

    /// What is a rule by its action alone.
    private void did(Period period, ReviewRule rule) {
        within(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select l.board_id, l.area_id, :round, l.account_id, l.person_id, l.action, count(distinct l.entry_id)
                        from review.v_look l
                        where l.board_id = framework.board_id() and l.entry_id >= :first and l.entry_id < :below
                          and l.action = :action
                        group by l.board_id, l.area_id, l.account_id, l.person_id, l.action
                        """)
                .param("action", rule.name())
                .update();
    }

    private void afterClosed(Period period, ReviewTerms terms) {
        within(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        with over as (
                            select c.person_id, max(c.closed_on) as closed_on
                            from prevention.v_case c
                            where c.board_id = framework.board_id() and c.person_id is not null
                            group by c.person_id
                            having bool_and(c.closed_on is not null)
                        )
                        select l.board_id, l.area_id, :round, l.account_id, l.person_id, 'AFTER_CLOSED',
                               count(distinct date_trunc('minute', l.at))
                        from review.v_look l
                        join over o on o.person_id = l.person_id
                        where l.board_id = framework.board_id() and l.entry_id >= :first and l.entry_id < :below
                          and not l.searched
                          and cast(l.at at time zone 'Europe/Stockholm' as date) > o.closed_on + :days
                        group by l.board_id, l.area_id, l.account_id, l.person_id
                        having count(distinct date_trunc('minute', l.at)) > 1
                        """)
                .param("days", terms.closedDays())
                .update();
    }

    private void manySearches(Period period, ReviewTerms terms) {
        of(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'MANY_SEARCHES', p.searches
                        from review.pair p
                        where p.board_id = framework.board_id() and p.round_id = :round and p.searches >= :many
                        """)
                .param("many", terms.manySearches())
                .update();
    }

    /// A household is looked at as one. A coordinator watches every signal of the board, and who is
    /// on call meets anyone; whoever takes a signal in has seen whom it is about.
    private void neverAssigned(Period period) {
        within(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        with pair as (
                            select p.* from review.pair p
                            where p.board_id = framework.board_id() and p.round_id = :round and p.occasions > 0
                        ), near as (
                            select p.person_id, p.person_id as near_id from pair p
                            union
                            select h.person_id, m.person_id
                            from person.v_household_member h
                            join person.v_household_member m on m.board_id = h.board_id and m.household_id = h.household_id
                            where h.board_id = framework.board_id() and m.person_id is not null
                              and h.person_id in (select p.person_id from pair p)
                        ), tie as (
                            select n.person_id, t.account_id, t.unit_id
                            from near n
                            join review.v_tie t on t.board_id = framework.board_id() and t.person_id = n.near_id
                        ), at_work as (
                            select a.account_id, a.unit_id, a.role
                            from access.v_appointment a
                            where a.board_id = framework.board_id() and a.start_on <= :end
                              and (a.end_on is null or a.end_on >= :start)
                        ), tied as (
                            select t.account_id, t.person_id from tie t where t.account_id is not null
                            union
                            select w.account_id, t.person_id from tie t join at_work w on w.unit_id = t.unit_id
                            union
                            select c.cover_account_id, t.person_id
                            from tie t
                            join access.v_cover c on c.board_id = framework.board_id() and c.account_id = t.account_id
                                and c.start_on <= :end and c.end_on >= :start
                            union
                            select w.account_id, t.person_id from tie t join at_work w on w.role = 'COORDINATOR'
                            union
                            select p.account_id, p.person_id from pair p join at_work w on w.role = 'ON_CALL'
                                and w.account_id = p.account_id
                            union
                            select k.account_id, k.person_id from review.pick k
                            where k.board_id = framework.board_id() and k.round_id = :round and k.rule = 'BREAK_GLASS'
                            union
                            select l.account_id, l.person_id from review.v_look l
                            where l.board_id = framework.board_id() and l.entry_id >= :first and l.entry_id < :below
                              and l.action = 'REGISTER_SIGNAL'
                        )
                        select p.board_id, p.area_id, p.round_id, p.account_id, p.person_id, 'NEVER_ASSIGNED', p.occasions
                        from pair p
                        where not exists (select 1 from tied t where t.account_id = p.account_id and t.person_id = p.person_id)
                        """)
                .param("start", period.start())
                .param("end", period.end())
                .update();
    }

    /// The order of a hash of the seed and the ids: anybody who knows the seed draws the same.
    private int sample(Period period, ReviewTerms terms, String seed) {
        return of(
                        period,
                        """
                        insert into review.pick (board_id, area_id, round_id, account_id, person_id, rule, times)
                        select r.board_id, r.area_id, r.round_id, r.account_id, r.person_id, 'SAMPLE', r.occasions
                        from (select p.*, count(*) over () as rest,
                                     row_number() over (order by sha256(convert_to(
                                         :seed || cast(p.account_id as text) || cast(p.person_id as text), 'UTF8'))) as place
                              from review.pair p
                              where p.board_id = framework.board_id() and p.round_id = :round and p.occasions > 0
                                and not exists (select 1 from review.pick k
                                                where k.board_id = p.board_id and k.round_id = p.round_id
                                                  and k.account_id = p.account_id and k.person_id = p.person_id)) r
                        where r.place <= greatest(:least, ceil(r.rest * :percent / 100.0))
                        """)
                .param("seed", seed)
                .param("least", terms.sampleLeast())
                .param("percent", terms.samplePercent())
                .update();
    }

    /// The most rules first; then what the same employee did stands together.
    private void items(Period period) {
        of(
                        period,
                        """
                        insert into review.item (board_id, area_id, id, round_id, number, account_id, person_id, occasions,
                            searches, writes, first_at, last_at)
                        select p.board_id, p.area_id, gen_random_uuid(), p.round_id,
                               row_number() over (order by k.rules desc, p.account_id, p.person_id),
                               p.account_id, p.person_id, p.occasions, p.searches, p.writes, p.first_at, p.last_at
                        from (select i.account_id, i.person_id, count(*) filter (where i.rule <> 'SAMPLE') as rules
                              from review.pick i
                              where i.board_id = framework.board_id() and i.round_id = :round
                              group by i.account_id, i.person_id) k
                        join review.pair p on p.board_id = framework.board_id() and p.round_id = :round
                            and p.account_id = k.account_id and p.person_id = k.person_id
                        """)
                .update();
    }

    private long forgetPairs(Period period) {
        var pairs =
                of(
                                period,
                                """
                                select count(*) from review.pair p
                                where p.board_id = framework.board_id() and p.round_id = :round and p.occasions > 0
                                """)
                        .query(Long.class)
                        .single();
        of(
                        period,
                        """
                        delete from review.pair where board_id = framework.board_id() and round_id = :round
                        """)
                .update();
        return pairs;
    }
}
