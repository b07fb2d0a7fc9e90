package se.bofast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.bofast.count.CountStatement;

/// `./bofast bench`: the homelessness count of a country. 290 boards, two million stays over ten
/// years, thirty thousand people without a home at a time, counted on any day under three
/// definitions at once: through the views as the database's owner sees them, as one board behind
/// its walls, and beside that the same question written by hand on the tables, and asked of DuckDB.
///
/// The argument of the bench scales it: 100 000 is the whole country.
class MeasuringCount {

    private static final int COUNTRY = 100_000;
    private static final int BOARDS = 290;
    private static final int STAYS = 20;
    private static final int STAYS_EACH = 5;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final int ROUNDS = 5;

    private final int size = Integer.getInteger("bofast.bench", COUNTRY);
    private final int boards = Math.max(2, size * BOARDS / COUNTRY);
    private final int people = size * STAYS / STAYS_EACH;
    private final Path folder = Path.of("target", "bench-count").toAbsolutePath();

    private static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2018, 9, 25),
                    LocalDate.of(2021, 4, 12),
                    LocalDate.of(2024, 9, 25),
                    LocalDate.of(2025, 6, 30));

    @Test
    void the_count_of_a_country() throws Exception {
        clear();
        var figures = new Figures(folder.resolve("figures.txt"));
        figures.heading(
                "The homelessness count: %d boards, %d people, %d stays over ten years"
                        .formatted(boards, people, people * STAYS_EACH));
        try (var house = BenchHouse.on(folder.resolve("data"));
                var owner = house.connect("postgres");
                var app = house.connect("bofast_app");
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            var start = System.nanoTime();
            fill(owner);
            figures.line("filled in %.1f s", (System.nanoTime() - start) / 1e9);
            load(owner, duck);
            app.setAutoCommit(false);
            figures.line(
                    "%-12s %10s %14s %14s %14s %14s %10s %10s",
                    "day",
                    "homeless",
                    "views, all",
                    "by hand",
                    "DuckDB",
                    "one board",
                    "/by hand",
                    "/DuckDB");
            for (var day : DAYS) {
                measure(figures, owner, app, duck, day);
            }
        }
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /// Everything by one statement a table. Foreign keys and the rule of one place a night hold by
    /// how the rows are made; checking two million of them is not what is measured.
    private void fill(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "alter table placement.stay_fact drop constraint stay_fact_one_place_a_night");
            statement.execute(
                    """
                    create function pg_temp.id(kind text, n bigint) returns uuid immutable language sql
                    return md5(kind || n)::uuid
                    """);
            statement.execute(
                    """
                    insert into access.board (id, name, municipality, county, neutral_name, created_at)
                    select pg_temp.id('board', b), 'Nämnd ' || b, 'Ort ' || b, 'Län', 'kommunen', timestamptz '2015-01-01'
                    from generate_series(1, %1$d) b;
                    insert into access.area (board_id, area_id, kind, name)
                    select pg_temp.id('board', b), pg_temp.id('area', b), 'DEFAULT', 'Område' from generate_series(1, %1$d) b;
                    """
                            .formatted(boards));
            statement.execute(
                    """
                    create temporary table form as
                    select * from (values
                        (1, 'STREET', 'ROUGH', false, 'ACUTE', 'ALWAYS', '1', 'ALWAYS', '1.1', 'ALWAYS'),
                        (2, 'SHELTER', 'SHELTER', false, 'ACUTE', 'ALWAYS', '1', 'ALWAYS', '2.2', 'ALWAYS'),
                        (3, 'HOTEL', 'ACUTE', false, 'ACUTE', 'NO_HOME', '1', 'NO_HOME', '3.4', 'NO_HOME'),
                        (4, 'REFUGE', 'ACUTE', false, 'ACUTE', 'NO_HOME', '1', 'NO_HOME', '3.6', 'NO_HOME'),
                        (5, 'LODGING', 'LODGING', false, 'LONGER_TERM', 'NO_HOME', '2', 'NO_HOME', '3.3', 'NO_HOME'),
                        (6, 'HVB', 'TREATMENT', false, 'LONGER_TERM', 'NO_HOME_AND_LEAVING', '2', 'NO_HOME_AND_LEAVING', '4.7', 'NO_HOME_AND_LEAVING'),
                        (7, 'SUPPORTED', 'SUPPORTED', false, 'LONGER_TERM', 'NO_HOME', '2', 'NO_HOME_AND_LEAVING', '3.5', 'NO_HOME'),
                        (8, 'TRAINING', 'TRAINING', false, 'LONGER_TERM', 'ALWAYS', '3', 'ALWAYS', null, null),
                        (9, 'TRIAL', 'TRIAL', false, null, null, '3', 'ALWAYS', null, null),
                        (10, 'FRIENDS', 'WITH_OTHERS', false, 'ACUTE', 'NO_HOME_AND_SHORT', '4', 'NO_HOME_AND_SHORT', '6.12', 'NO_HOME'),
                        (11, 'OWN', 'OWN_LEASE', true, null, null, null, null, null, null),
                        (12, 'UNKNOWN', 'UNKNOWN', false, null, null, null, null, null, null)
                    ) f (n, code, step, home, city, city_condition, national, national_condition, ethos, ethos_condition)
                    """);
            statement.execute(
                    """
                    insert into placement.housing_form (board_id, area_id, id, code, shipped, created_at)
                    select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('form', b * 100 + f.n), f.code, true,
                           timestamptz '2015-01-01'
                    from generate_series(1, %1$d) b cross join form f;
                    insert into placement.housing_form_fact (board_id, area_id, id, form_id, name_sv, step, home, keeps_home,
                        position, start_on, recorded_at, reason)
                    select pg_temp.id('board', b), pg_temp.id('area', b), pg_temp.id('fact', b * 100 + f.n),
                           pg_temp.id('form', b * 100 + f.n), f.code, f.step, f.home, false, f.n, date '2015-01-01',
                           timestamptz '2015-01-01', 'x'
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
                    """
                            .formatted(boards));
            statement.execute(
                    """
                    insert into person.person (board_id, area_id, id, language, interpreter, created_at)
                    select pg_temp.id('board', 1 + p %% %1$d), pg_temp.id('area', 1 + p %% %1$d), pg_temp.id('person', p), 'sv', false,
                           timestamptz '2015-01-01'
                    from generate_series(1, %2$d) p;
                    insert into person.identity (board_id, area_id, id, person_id, given_name, family_name, birth_on, sex, protection,
                        sort_name, recorded_at, reason)
                    select pg_temp.id('board', 1 + p %% %1$d), pg_temp.id('area', 1 + p %% %1$d), pg_temp.id('identity', p),
                           pg_temp.id('person', p), 'Kim', 'Testsson', date '1940-01-01' + (p * 7919 %% 24000)::int,
                           case when p %% 3 = 0 then 'FEMALE' else 'MALE' end, 'NONE', 'testsson kim', timestamptz '2015-01-01', 'x'
                    from generate_series(1, %2$d) p;
                    """
                            .formatted(boards, people));
            // Five stays after one another, of 10 to 100 nights, somewhere in the ten years; of the
            // last some go on.
            statement.execute(
                    """
                    create temporary table stay as
                    select p, k, start_on, case when k = 5 and p %% 40 = 0 then null else start_on + nights - 1 end as end_on,
                           1 + (p * 31 + k * 17 + p / 7) %% 12 as form,
                           case when (p + k) %% 3 = 0 then start_on + nights + 20 end as expected_on
                    from (
                        select p, k, nights,
                               date '%3$s' + (p::bigint * 7907 %% 3400)::int
                               + (coalesce(sum(nights) over (partition by p order by k rows between unbounded preceding and 1 preceding), 0))::int
                                   as start_on
                        from (select p, k, (10 + (p::bigint * 104729 + k * 7919) %% 91)::int as nights
                              from generate_series(1, %2$d) p cross join generate_series(1, 5) k) n) s
                    """
                            .formatted(boards, people, FIRST));
            statement.execute(
                    """
                    insert into placement.stay (board_id, area_id, id, person_id, created_at)
                    select pg_temp.id('board', 1 + p %% %1$d), pg_temp.id('area', 1 + p %% %1$d), pg_temp.id('stay', p::bigint * 10 + k),
                           pg_temp.id('person', p), timestamptz '2015-01-01'
                    from stay;
                    insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number, start_on,
                        end_on, expected_end_on, withdrawn, recorded_at, reason)
                    select pg_temp.id('board', 1 + p %% %1$d), pg_temp.id('area', 1 + p %% %1$d),
                           pg_temp.id('stay_fact', p::bigint * 10 + k), pg_temp.id('stay', p::bigint * 10 + k), pg_temp.id('person', p),
                           pg_temp.id('form', (1 + p %% %1$d) * 100 + form), 'LIVES', 1, start_on, end_on, expected_on, false,
                           timestamptz '2015-01-01', 'x'
                    from stay;
                    """
                            .formatted(boards));
            statement.execute("vacuum analyze");
        }
    }

    /// DuckDB gets what the question needs, and no more, in its own tables.
    private void load(Connection owner, Connection duck) throws Exception {
        copy(
                owner,
                "stays",
                """
                select person_id, form_id, layer, home_number, start_on, end_on, expected_end_on, end_cause from placement.v_stay
                """);
        copy(owner, "forms", "select form_id, step, home from placement.v_housing_form");
        copy(owner, "people", "select person_id, birth_on from person.v_person");
        copy(
                owner,
                "walks",
                "select form_id, definition, category, condition, start_on, end_on from placement.v_crosswalk");
        try (var statement = duck.createStatement()) {
            for (var table : List.of("stays", "forms", "people", "walks")) {
                statement.execute(
                        "create table %1$s as select * from read_csv('%2$s', header = true)"
                                .formatted(table, folder.resolve(table + ".csv")));
            }
        }
    }

    private void copy(Connection owner, String table, String question) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve(table + ".csv"))) {
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + question + ") to stdout (format csv, header)", out);
        }
    }

    private void measure(
            Figures figures, Connection owner, Connection app, Connection duck, LocalDate day)
            throws SQLException, IOException {
        var all = new TreeMap<String, Long>();
        var hand = new TreeMap<String, Long>();
        var ducks = new TreeMap<String, Long>();
        var board = new TreeMap<String, Long>();
        var views = median(() -> views(owner, day, all));
        var byHand = median(() -> asked(owner, BY_HAND, day, hand));
        var inDuck = median(() -> asked(duck, IN_DUCK, day, ducks));
        var oneBoard =
                median(() -> {
                    wall(app);
                    views(app, day, board);
                    app.rollback();
                });
        assertThat(hand).as("by hand").isEqualTo(all);
        assertThat(ducks).as("DuckDB").isEqualTo(all);
        assertThat(board.values().stream().mapToLong(Long::longValue).sum()).isPositive();
        figures.line(
                "%-12s %10d %11.0f ms %11.0f ms %11.0f ms %11.1f ms %9.1f× %9.1f×",
                day,
                all.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("NATIONAL"))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                views,
                byHand,
                inDuck,
                oneBoard,
                views / byHand,
                views / inDuck);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double median(Work work) throws SQLException {
        var times = new ArrayList<Double>();
        for (var i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return times.get(ROUNDS / 2);
    }

    private void wall(Connection app) throws SQLException {
        try (var settings =
                app.prepareStatement(
                        """
                        select set_config('bofast.board', md5('board' || 1)::uuid::text, true),
                               set_config('bofast.areas', md5('area' || 1)::uuid::text, true),
                               set_config('bofast.account', ?, true)
                        """)) {
            settings.setString(1, UUID.randomUUID().toString());
            settings.execute();
        }
    }

    /// The house's own statement, whole: also households and how long; counted here.
    private static void views(Connection connection, LocalDate day, Map<String, Long> counted) {
        counted.clear();
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(CountStatement.SQL)
                .param("day", day)
                .param("leaving_by", day.plusMonths(CountStatement.MONTHS))
                .param("brief_from", day.minusMonths(CountStatement.MONTHS))
                .param("gap_from", day.minusMonths(CountStatement.MONTHS))
                .param("age_from", 18)
                .param("age_below", 200)
                .param("break", CountStatement.SHORT_BREAK)
                .query(rs -> {
                    count(counted, "CITY", rs.getString("city"), rs.getString("city_why"));
                    count(
                            counted,
                            "NATIONAL",
                            rs.getString("national"),
                            rs.getString("national_why"));
                    count(counted, "ETHOS_LIGHT", rs.getString("ethos"), rs.getString("ethos_why"));
                });
    }

    private static void count(
            Map<String, Long> counted, String definition, String category, String why) {
        if (why.equals("IN")) {
            counted.merge(definition + " " + category, 1L, Long::sum);
        }
    }

    private static void asked(
            Connection connection, String sql, LocalDate day, Map<String, Long> counted)
            throws SQLException {
        counted.clear();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                sql.replace(":day", "date '" + day + "'")
                                        .replace(":later", "date '" + day.plusMonths(3) + "'")
                                        .replace(":earlier", "date '" + day.minusMonths(3) + "'")
                                        .replace(":adult", "date '" + day.minusYears(18) + "'"))) {
            while (rows.next()) {
                counted.put(rows.getString(1) + " " + rows.getString(2), rows.getLong(3));
            }
        }
    }

    /// As one would write it who wants nothing but the numbers.
    private static final String QUESTION =
            """
            select w.definition, w.category, count(*)
            from (
                select s.*, row_number() over (partition by s.person_id order by s.layer, s.home_number) as place,
                       bool_or(s.home) over (partition by s.person_id) as has_home
                from (select s.person_id, s.form_id, s.layer, s.home_number, s.start_on,
                             coalesce(s.expected_end_on, s.end_on) as leaves_on, f.home
                      from %s s join %s f on %s
                      where s.start_on <= :day and (s.end_on is null or s.end_on >= :day) %s) s) s
            join %s p on p.person_id = s.person_id and (p.birth_on is null or p.birth_on <= :adult) %s
            join %s w on w.form_id = s.form_id and w.start_on <= :day and (w.end_on is null or w.end_on >= :day) %s
            where s.place = 1
              and (w.condition = 'ALWAYS' or not s.has_home
                   and (w.condition = 'NO_HOME' or w.condition = 'NO_HOME_AND_LEAVING' and s.leaves_on <= :later
                        or w.condition = 'NO_HOME_AND_SHORT' and s.start_on >= :earlier))
            group by 1, 2
            """;

    private static final String BY_HAND =
            QUESTION.formatted(
                    "placement.stay_fact",
                    "placement.housing_form_fact",
                    "f.board_id = s.board_id and f.form_id = s.form_id and f.superseded_at is null",
                    "and s.superseded_at is null and not s.withdrawn",
                    "person.identity",
                    "and p.superseded_at is null",
                    "placement.crosswalk",
                    "and w.superseded_at is null");

    private static final String IN_DUCK =
            QUESTION.formatted(
                    "stays", "forms", "f.form_id = s.form_id", "", "people", "", "walks", "");
}
