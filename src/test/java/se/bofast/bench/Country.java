package se.bofast.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A made-up register of a country's homeless over ten years, written by one statement a table.
///
/// Some boards are large and most are small. Each person has four places after one another, every
/// fifth time with some unknown nights between; half of them are away from one of these for a
/// while. A tenth of the stays have been corrected once, a twelfth of the people have children with
/// them. What would end after the last day goes on.
record Country(int boards, int people) {

    static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /// The nth board, of which the first is the largest.
    static UUID board(Connection connection, int n) throws SQLException {
        return id(connection, "board", n);
    }

    static UUID area(Connection connection, int n) throws SQLException {
        return id(connection, "area", n);
    }

    private static UUID id(Connection connection, String kind, int n) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select md5('%s' || %d)::uuid".formatted(kind, n))) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    static final List<String> TABLES =
            List.of(
                    "access.board",
                    "person.person",
                    "person.identity",
                    "person.household",
                    "person.household_member",
                    "placement.housing_form",
                    "placement.housing_form_fact",
                    "placement.crosswalk",
                    "placement.stay",
                    "placement.stay_fact");

    void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SMALL_FUNCTIONS);
            statement.execute(BOARDS.formatted(boards));
            statement.execute(FORMS);
            statement.execute(CATALOGUE.formatted(boards));
            statement.execute(DRAWN_PEOPLE.formatted(boards, people, FIRST));
            statement.execute(PEOPLE);
            statement.execute(HOUSEHOLDS);
            statement.execute(DRAWN_STAYS.formatted(LAST));
            statement.execute(STAYS);
        }
    }

    private static final String SMALL_FUNCTIONS =
            """
            create function pg_temp.id(kind text, n bigint) returns uuid immutable language sql
            return md5(kind || n)::uuid;
            create function pg_temp.drawn(n bigint, seed int) returns float8 immutable language sql
            return (hashint8extended(n, seed) & 1048575) / 1048576.0::float8;
            """;

    private static final String BOARDS =
            """
            insert into access.board (id, name, municipality, county, neutral_name, created_at)
            select pg_temp.id('board', b), 'Nämnd ' || b, 'Ort ' || b, 'Län', 'kommunen', timestamptz '2015-01-01'
            from generate_series(1, %1$d) b;
            insert into access.area (board_id, area_id, kind, name)
            select pg_temp.id('board', b), pg_temp.id('area', b), 'DEFAULT', 'Område' from generate_series(1, %1$d) b;
            """;

    // Of the catalogue that is shipped what differs in how it counts; share is how often, nights
    // how long on the average.
    private static final String FORMS =
            """
            create temporary table form as
            select f.*, sum(share) over (order by n) - share as share_from, sum(share) over (order by n) as share_below
            from (values
                (1, 'STREET', 'ROUGH', false, 'ACUTE', 'ALWAYS', '1', 'ALWAYS', '1.1', 'ALWAYS', 0.06, 20),
                (2, 'SHELTER', 'SHELTER', false, 'ACUTE', 'ALWAYS', '1', 'ALWAYS', '2.2', 'ALWAYS', 0.09, 15),
                (3, 'HOTEL', 'ACUTE', false, 'ACUTE', 'NO_HOME', '1', 'NO_HOME', '3.4', 'NO_HOME', 0.14, 40),
                (4, 'REFUGE', 'ACUTE', false, 'ACUTE', 'NO_HOME', '1', 'NO_HOME', '3.6', 'NO_HOME', 0.06, 50),
                (5, 'LODGING', 'LODGING', false, 'LONGER_TERM', 'NO_HOME', '2', 'NO_HOME', '3.3', 'NO_HOME', 0.14, 100),
                (6, 'HVB', 'TREATMENT', false, 'LONGER_TERM', 'NO_HOME_AND_LEAVING', '2', 'NO_HOME_AND_LEAVING', '4.7',
                    'NO_HOME_AND_LEAVING', 0.09, 90),
                (7, 'SUPPORTED', 'SUPPORTED', false, 'LONGER_TERM', 'NO_HOME', '2', 'NO_HOME_AND_LEAVING', '3.5', 'NO_HOME', 0.07, 150),
                (8, 'TRAINING', 'TRAINING', false, 'LONGER_TERM', 'ALWAYS', '3', 'ALWAYS', null, null, 0.09, 130),
                (9, 'TRIAL', 'TRIAL', false, null, null, '3', 'ALWAYS', null, null, 0.06, 130),
                (10, 'FRIENDS', 'WITH_OTHERS', false, 'ACUTE', 'NO_HOME_AND_SHORT', '4', 'NO_HOME_AND_SHORT', '6.12', 'NO_HOME', 0.10, 60),
                (11, 'OWN', 'OWN_LEASE', true, null, null, null, null, null, null, 0.07, 200),
                (12, 'UNKNOWN', 'UNKNOWN', false, null, null, null, null, null, null, 0.03, 30)
            ) f (n, code, step, home, city, city_condition, national, national_condition, ethos, ethos_condition, share, nights)
            """;

    private static final String CATALOGUE =
            """
            insert into placement.housing_form (board_id, area_id, id, code, shipped, created_at)
            select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('form', b * 100 + f.n), f.code, true,
                   timestamptz '2015-01-01'
            from generate_series(1, %1$d) b cross join form f;
            insert into placement.housing_form_fact (board_id, area_id, id, form_id, name_sv, step, home, keeps_home,
                position, start_on, recorded_at, reason)
            select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('fact', b * 100 + f.n),
                   pg_temp.id('form', b * 100 + f.n), f.code, f.step, f.home, f.code in ('HVB', 'REFUGE', 'STREET'), f.n,
                   date '2015-01-01', timestamptz '2015-01-01', 'x'
            from generate_series(1, %1$d) b cross join form f;
            insert into placement.crosswalk (board_id, area_id, id, form_id, definition, category, condition, start_on,
                recorded_at, reason)
            select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id(d.definition, b * 100 + f.n),
                   pg_temp.id('form', b * 100 + f.n), d.definition, d.category, d.condition, date '2015-01-01',
                   timestamptz '2015-01-01', 'x'
            from generate_series(1, %1$d) b cross join form f
            cross join lateral (values ('CITY', f.city, f.city_condition), ('NATIONAL', f.national, f.national_condition),
                ('ETHOS_LIGHT', f.ethos, f.ethos_condition)) d (definition, category, condition)
            where d.category is not null;
            """;

    // A power of what is drawn makes few boards large.
    private static final String DRAWN_PEOPLE =
            """
            create temporary table someone as
            select p, b, pg_temp.id('board', b) as board_id, pg_temp.id('area', b) as area_id, pg_temp.id('person', p) as person_id,
                   date '%3$s' + (pg_temp.drawn(p, 1) * 3640)::int as first_on
            from (select p, 1 + floor(%1$d * power(pg_temp.drawn(p, 2), 2.5))::bigint as b
                  from generate_series(1::bigint, %2$d) p) n;
            analyze someone;
            """;

    private static final String PEOPLE =
            """
            insert into person.person (board_id, area_id, id, language, interpreter, created_at)
            select board_id, area_id, person_id, 'sv', false, timestamptz '2015-01-01'
            from someone;
            insert into person.identity (board_id, area_id, id, person_id, given_name, family_name, birth_on, sex, protection,
                sort_name, recorded_at, reason)
            select board_id, area_id, pg_temp.id('identity', p), person_id, 'Kim', 'Testsson',
                   date '1938-01-01' + (pg_temp.drawn(p, 3) * 26300)::int,
                   case when p % 3 = 0 then 'FEMALE' else 'MALE' end, 'NONE', 'testsson kim', timestamptz '2015-01-01', 'x'
            from someone;
            """;

    private static final String HOUSEHOLDS =
            """
            insert into person.household (board_id, area_id, id, created_at)
            select board_id, area_id, pg_temp.id('household', p), timestamptz '2015-01-01' from someone where p % 12 = 0;
            insert into person.household_member (board_id, area_id, id, member_id, household_id, person_id, kind, child_stay,
                birth_year, start_on, recorded_at, reason)
            select s.board_id, s.area_id, pg_temp.id('member', s.p * 10 + n), pg_temp.id('member', s.p * 10 + n),
                   pg_temp.id('household', s.p), case when n = 0 then s.person_id end, case when n = 0 then 'ADULT' else 'CHILD' end,
                   case n when 0 then null when 1 then 'PERMANENT' else 'VISITING' end, case when n > 0 then 2012 end,
                   s.first_on, timestamptz '2015-01-01', 'x'
            from someone s cross join generate_series(0, 2) n where s.p % 12 = 0;
            """;

    private static final String DRAWN_STAYS =
            """
            create temporary table drawn as
            with lives as (
                select p, b, k, f.n as form, first_on,
                       1 + floor(-ln(1 - pg_temp.drawn(p * 10 + k, 5)) * f.nights)::int as nights,
                       case when pg_temp.drawn(p * 10 + k, 6) < 0.2 then 1 + (pg_temp.drawn(p * 10 + k, 7) * 14)::int else 0 end as gap
                from someone cross join generate_series(1, 4) k
                join form f on pg_temp.drawn(p * 10 + k, 4) >= f.share_from and pg_temp.drawn(p * 10 + k, 4) < f.share_below
            ), dated as (
                select p, b, k, form, nights,
                       first_on + (sum(nights + gap) over (partition by p order by k) - nights)::int as start_on
                from lives
            ), every as (
                select p, b, k, form, 'LIVES' as layer, start_on, start_on + nights - 1 as end_on from dated
                union all
                select p, b, 5, (array[6, 6, 4, 1])[1 + (p %% 4)::int], 'AWAY', start_on + nights / 3, start_on + nights / 3 + least(nights / 2, 30)
                from dated where k = 2 and pg_temp.drawn(p, 8) < 0.5
            )
            select p, b, k, form, layer, start_on, case when end_on <= date '%1$s' then end_on end as end_on,
                   case when pg_temp.drawn(p * 10 + k, 9) < 0.4
                        then start_on + (pg_temp.drawn(p * 10 + k, 10) * 200)::int end as expected_on
            from every where start_on <= date '%1$s';
            analyze drawn;
            """;

    private static final String STAYS =
            """
            insert into placement.stay (board_id, area_id, id, person_id, created_at)
            select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('stay', p * 10 + k), pg_temp.id('person', p),
                   timestamptz '2015-01-01'
            from drawn;
            insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number, start_on,
                end_on, expected_end_on, withdrawn, recorded_at, superseded_at, reason)
            select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('stay fact', (p * 10 + k) * 10 + version),
                   pg_temp.id('stay', p * 10 + k), pg_temp.id('person', p), pg_temp.id('form', b * 100 + form), layer, 1,
                   start_on, case when version = 1 then end_on end, expected_on, false,
                   case version when 0 then timestamptz '2026-01-01' else timestamptz '2026-02-01' end,
                   case version when 0 then timestamptz '2026-02-01' end, 'x'
            from drawn cross join generate_series(0, 1) version
            where version = 1 or (p + k) % 10 = 0
            order by start_on;
            """;
}
