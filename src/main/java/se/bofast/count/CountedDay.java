package se.bofast.count;

/// The one statement of the homelessness count: everybody with a stay on a day, or with one that
/// ended within three months before it, and what they are under every definition.
///
/// Asks for `day`, `leaving_by`, `brief_from`, `gap_from`, `age_from`, `age_below`, and as known
/// earlier for `known`. Stays are found by `last_on`, which is never absent: operators of ranges
/// are not leakproof, and under row-level security no index would serve them. It names no board:
/// the walls do, and whoever stands above them gets every board at once.
///
/// What it puts together itself is joined by ids alone, which are of one board only: with the board
/// beside them the planner takes the two for independent, expects one row where there are tens of
/// thousands, and loops. Nothing it puts together is joined to what is of every person but by an
/// index, so that it takes as long as there are people, whatever the planner expects (0248).
final class CountedDay {

    /// A break ends a run of homelessness when it is seven nights or more (24 CFR 578.3).
    static final int SHORT_BREAK = 6;

    private CountedDay() {}

    // Who is away from a place that is kept and is no home of their own (a training flat, Housing
    // First) is what that place makes them, unless where they are always counts. AWAY comes before
    // LIVES else, in the alphabet too.
    static final String SQL =
            """
            with spell as materialized (
                select s.board_id, s.person_id, s.stay_id, s.form_id, s.unit_id, s.layer, s.home_number, s.start_on,
                       coalesce(s.expected_end_on, s.end_on) as leaves_on, s.last_on >= :day as known
                from placement.v_stay s
                where s.start_on <= :day and s.last_on >= :gap_from
                  and (s.last_on >= :day or s.end_cause is null or s.end_cause not in ('DIED', 'OWN_HOME'))
            ), form as materialized (
                select f.board_id, f.form_id, f.step, f.home,
                       city.category as city, city.condition as city_condition,
                       national.category as national, national.condition as national_condition,
                       ethos.category as ethos, ethos.condition as ethos_condition
                from placement.v_housing_form f
                left join placement.v_crosswalk city on city.form_id = f.form_id
                    and city.definition = 'CITY' and city.start_on <= :day and (city.end_on is null or city.end_on >= :day)
                left join placement.v_crosswalk national on national.form_id = f.form_id
                    and national.definition = 'NATIONAL' and national.start_on <= :day and (national.end_on is null or national.end_on >= :day)
                left join placement.v_crosswalk ethos on ethos.form_id = f.form_id
                    and ethos.definition = 'ETHOS_LIGHT' and ethos.start_on <= :day and (ethos.end_on is null or ethos.end_on >= :day)
            ), near as (
                select distinct on (s.board_id, s.person_id)
                       s.board_id, s.person_id, s.form_id, s.unit_id, s.start_on, s.leaves_on, s.known, f.step, f.home,
                       bool_or(f.home and s.known) over (partition by s.board_id, s.person_id) as has_home,
                       (array_agg(s.form_id) filter (where s.layer = 'AWAY' and s.known)
                           over (partition by s.board_id, s.person_id))[1] as away_form_id
                from spell s
                join form f on f.form_id = s.form_id
                order by s.board_id, s.person_id, s.known desc, (s.layer = 'LIVES' and s.home_number = 1 and not f.home) desc,
                         s.layer, s.home_number, s.start_on desc, s.stay_id
            ), here as (
                select n.board_id, n.person_id, n.unit_id, n.form_id, n.step, n.known, n.has_home, n.home,
                       case when n.known and n.leaves_on is not null then n.leaves_on <= :leaving_by end as leaving,
                       n.start_on >= :brief_from as brief, p.sex,
                       cast(extract(year from age(cast(:day as date), p.birth_on)) as int) as age,
                       case when a.city_condition = 'ALWAYS' then a.city else f.city end as city,
                       case when a.city_condition = 'ALWAYS' then a.city_condition else f.city_condition end as city_condition,
                       case when a.national_condition = 'ALWAYS' then a.national else f.national end as national,
                       case when a.national_condition = 'ALWAYS' then a.national_condition else f.national_condition end as national_condition,
                       case when a.ethos_condition = 'ALWAYS' then a.ethos else f.ethos end as ethos,
                       case when a.ethos_condition = 'ALWAYS' then a.ethos_condition else f.ethos_condition end as ethos_condition
                from near n
                join person.v_person p on p.board_id = n.board_id and p.person_id = n.person_id
                join form f on f.form_id = n.form_id
                left join form a on a.form_id = n.away_form_id
            ), judged as (
                select h.*,
                       count.verdict(h.age is null or h.age >= :age_from and h.age < :age_below, h.known, h.step = 'UNKNOWN', h.home,
                           h.city, h.city_condition, h.has_home, h.leaving, h.brief) as city_why,
                       count.verdict(h.age is null or h.age >= :age_from and h.age < :age_below, h.known, h.step = 'UNKNOWN', h.home,
                           h.national, h.national_condition, h.has_home, h.leaving, h.brief) as national_why,
                       count.verdict(h.age is null or h.age >= :age_from and h.age < :age_below, h.known, h.step = 'UNKNOWN', h.home,
                           h.ethos, h.ethos_condition, h.has_home, h.leaving, h.brief) as ethos_why
                from here h
            ), life as (
                select j.person_id, j.board_id, j.unit_id, j.form_id, j.step, j.known, j.has_home, j.leaving, j.brief, j.age, j.sex, j.city,
                       j.city_why, j.national, j.national_why, j.ethos, j.ethos_why,
                       range_agg(daterange(s.start_on, s.end_on, '[]')) filter (where not f.home and f.step <> 'UNKNOWN')
                       - coalesce(range_agg(daterange(s.start_on, s.end_on, '[]')) filter (where f.home),
                                  cast('{}' as datemultirange)) as nights
                from judged j
                left join placement.v_stay s on s.board_id = j.board_id and s.person_id = j.person_id and s.start_on <= :day
                    and (j.city_why = 'IN' or j.national_why = 'IN' or j.ethos_why = 'IN')
                left join form f on f.form_id = s.form_id
                group by j.person_id, j.board_id, j.unit_id, j.form_id, j.step, j.known, j.has_home, j.leaving, j.brief, j.age, j.sex, j.city,
                         j.city_why, j.national, j.national_why, j.ethos, j.ethos_why
            )
            select l.board_id, l.person_id, l.unit_id, l.form_id, l.step, l.known, l.has_home, l.leaving, l.brief, l.age, l.sex,
                   l.city, l.city_why, l.national, l.national_why, l.ethos, l.ethos_why,
                   w.household_id, coalesce(w.adults, 0) as adults, coalesce(w.children, 0) as children,
                   count.homeless_since(l.nights, :day, 0) as unbroken_since,
                   count.homeless_since(l.nights, :day, :break) as homeless_since
            from life l
            left join lateral (
                select m.household_id, count(*) filter (where o.kind = 'ADULT') as adults,
                       count(*) filter (where o.kind = 'CHILD' and o.child_stay in ('PERMANENT', 'ALTERNATING')) as children
                from person.v_household_member m
                join person.v_household_member o on o.board_id = m.board_id and o.household_id = m.household_id
                    and o.start_on <= :day and (o.end_on is null or o.end_on >= :day)
                where m.board_id = l.board_id and m.person_id = l.person_id
                  and m.start_on <= :day and (m.end_on is null or m.end_on >= :day)
                group by m.household_id
                order by 3 desc, 2 desc, m.household_id limit 1) w on true
            """;

    /// The same as it was known at the moment `known`: the histories of the same views.
    static final String SQL_AS_KNOWN =
            SQL.replace(
                            "placement.v_stay s",
                            past("placement.v_stay_history", "not withdrawn") + " s")
                    .replace(
                            "placement.v_housing_form f",
                            past("placement.v_housing_form_history", "true") + " f")
                    .replace(
                            "placement.v_crosswalk ",
                            past("placement.v_crosswalk_history", "true") + " ")
                    .replace("person.v_person p", past("person.v_identity_history", "true") + " p")
                    .replace(
                            "person.v_household_member ",
                            past("person.v_household_member_history", "true") + " ");

    private static String past(String history, String condition) {
        return "(select * from "
                + history
                + " where "
                + condition
                + " and recorded_at <= :known and (superseded_at is null or superseded_at > :known))";
    }
}
