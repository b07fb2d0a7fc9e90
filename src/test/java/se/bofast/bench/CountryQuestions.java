package se.bofast.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.bofast.count.CountStatement;

/// The homelessness count of a day asked in three ways. Each answer is, for every definition and
/// category, by sex, 65 or older and whether with children: how many people, and how many nights
/// they have been without a home, breaks of at most six nights left out of account.
final class CountryQuestions {

    private static final int SENIOR = 65;
    private static final int ADULT = 18;

    /// @param nights since they were without a home, all together
    record Number(long people, long nights) {
        Number plus(Number other) {
            return new Number(people + other.people, nights + other.nights);
        }
    }

    private CountryQuestions() {}

    /// The house's own statement, whole, with a row a person, as the pages ask it; summed here.
    static Map<String, Number> views(Connection connection, LocalDate day) {
        var counted = new TreeMap<String, Number>();
        house(connection, CountStatement.SQL, day)
                .query(rs -> {
                    var since = rs.getObject("homeless_since", LocalDate.class);
                    var age = rs.getObject("age", Integer.class);
                    var one =
                            new Number(
                                    1, since == null ? 0 : day.toEpochDay() - since.toEpochDay());
                    for (var definition :
                            Map.of("CITY", "city", "NATIONAL", "national", "ETHOS_LIGHT", "ethos")
                                    .entrySet()) {
                        if ("IN".equals(rs.getString(definition.getValue() + "_why"))) {
                            counted.merge(
                                    key(
                                            definition.getKey(),
                                            rs.getString(definition.getValue()),
                                            rs.getString("sex"),
                                            age != null && age >= SENIOR,
                                            rs.getInt("children") > 0),
                                    one,
                                    Number::plus);
                        }
                    }
                });
        return counted;
    }

    /// How the database goes about the house's statement.
    static String plan(Connection connection, LocalDate day) {
        return String.join(
                "\n",
                house(connection, "explain (analyze, buffers) " + CountStatement.SQL, day)
                        .query(String.class)
                        .list());
    }

    private static JdbcClient.StatementSpec house(
            Connection connection, String sql, LocalDate day) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(sql)
                .param("day", day)
                .param("leaving_by", day.plusMonths(CountStatement.MONTHS))
                .param("brief_from", day.minusMonths(CountStatement.MONTHS))
                .param("gap_from", day.minusMonths(CountStatement.MONTHS))
                .param("age_from", ADULT)
                .param("age_below", 200)
                .param("break", CountStatement.SHORT_BREAK);
    }

    /// As the app asks for one board: behind its walls.
    static Map<String, Number> behindTheWalls(Connection app, UUID board, UUID area, LocalDate day)
            throws SQLException {
        app.setAutoCommit(false);
        try {
            wall(app, board, area);
            return views(app, day);
        } finally {
            app.rollback();
        }
    }

    static void wall(Connection app, UUID board, UUID area) throws SQLException {
        try (var settings =
                app.prepareStatement(
                        """
                        select set_config('bofast.board', ?, true), set_config('bofast.areas', ?, true),
                               set_config('bofast.account', ?, true), set_config('bofast.entrusted', '', true),
                               set_config('bofast.everyone', 'on', true)
                        """)) {
            settings.setString(1, board.toString());
            settings.setString(2, area.toString());
            settings.setString(3, UUID.randomUUID().toString());
            settings.execute();
        }
    }

    /// As one writes it on the tables who knows them and wants nothing but these numbers.
    ///
    /// @param board null for the whole country
    static Map<String, Number> byHand(Connection owner, @Nullable UUID board, LocalDate day)
            throws SQLException {
        var of = board == null ? "" : " and %s.board_id = '" + board + "'";
        return asked(
                owner,
                QUESTION.formatted(
                        "placement.stay_fact",
                        "placement.housing_form_fact",
                        "f.form_id = s.form_id and f.superseded_at is null",
                        "and s.superseded_at is null and not s.withdrawn" + of.formatted("s"),
                        "person.identity",
                        "and p.superseded_at is null" + of.formatted("p"),
                        "placement.crosswalk",
                        "and w.superseded_at is null" + of.formatted("w"),
                        "and a.superseded_at is null" + of.formatted("a"),
                        "person.household_member",
                        "and m.superseded_at is null and o.superseded_at is null"
                                + of.formatted("m")
                                + of.formatted("o")),
                day);
    }

    static Map<String, Number> inDuck(Connection duck, LocalDate day) throws SQLException {
        return asked(
                duck,
                QUESTION.formatted(
                        "stays",
                        "forms",
                        "f.form_id = s.form_id",
                        "",
                        "people",
                        "",
                        "walks",
                        "",
                        "",
                        "members",
                        ""),
                day);
    }

    private static Map<String, Number> asked(Connection connection, String sql, LocalDate day)
            throws SQLException {
        var counted = new TreeMap<String, Number>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                sql.replace(":day", "date '" + day + "'")
                                        .replace(":later", "date '" + day.plusMonths(3) + "'")
                                        .replace(":earlier", "date '" + day.minusMonths(3) + "'")
                                        .replace(":adult", "date '" + day.minusYears(ADULT) + "'")
                                        .replace(
                                                ":senior",
                                                "date '" + day.minusYears(SENIOR) + "'"))) {
            while (rows.next()) {
                counted.put(
                        key(
                                rows.getString("definition"),
                                rows.getString("category"),
                                rows.getString("sex"),
                                rows.getBoolean("senior"),
                                rows.getBoolean("family")),
                        new Number(rows.getLong("people"), rows.getLong("nights")));
            }
        }
        return counted;
    }

    private static String key(
            String definition, String category, String sex, boolean senior, boolean family) {
        return definition
                + " "
                + category
                + " "
                + sex
                + (senior ? " 65+" : "")
                + (family ? " family" : "");
    }

    /// How many are homeless under a definition.
    static long people(Map<String, Number> counted, String definition) {
        return counted.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(definition + " "))
                .mapToLong(entry -> entry.getValue().people())
                .sum();
    }

    /// A table of DuckDB's, and which rows it gets.
    private record Copied(String table, String columns, String rows) {}

    private static final List<Copied> COPIED =
            List.of(
                    new Copied(
                            "stays",
                            "board_id uuid, person_id uuid, form_id uuid, layer text, home_number int, start_on date, end_on date, expected_end_on date",
                            "select board_id, person_id, form_id, layer, home_number, start_on, end_on, expected_end_on from placement.v_stay"),
                    new Copied(
                            "forms",
                            "form_id uuid, step text, home boolean",
                            "select form_id, step, home from placement.v_housing_form"),
                    new Copied(
                            "people",
                            "person_id uuid, birth_on date, sex text",
                            "select person_id, birth_on, sex from person.v_person"),
                    new Copied(
                            "members",
                            "household_id uuid, person_id uuid, kind text, child_stay text, start_on date, end_on date",
                            "select household_id, person_id, kind, child_stay, start_on, end_on from person.v_household_member"),
                    new Copied(
                            "walks",
                            "board_id uuid, form_id uuid, definition text, category text, condition text, start_on date, end_on date",
                            "select board_id, form_id, definition, category, condition, start_on, end_on from placement.v_crosswalk"));

    /// DuckDB gets what the question needs, of the same rows, in its own tables.
    static void load(Connection owner, Connection duck, Path folder) throws Exception {
        for (var copied : COPIED) {
            var file = folder.resolve(copied.table() + ".csv");
            try (var out = Files.newOutputStream(file)) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (" + copied.rows() + ") to stdout (format csv, header)", out);
            }
            try (var statement = duck.createStatement()) {
                statement.execute(
                        "create table %s (%s)".formatted(copied.table(), copied.columns()));
                statement.execute(
                        "copy %s from '%s' (format csv, header)".formatted(copied.table(), file));
            }
            Files.delete(file);
        }
    }

    // The same text for both, so that neither is helped: what is false or absent differs by the
    // parts put in. The run without a home is told by a sweep over its borders.
    private static final String QUESTION =
            """
            with tonight as (
                select s.board_id, s.person_id, s.form_id, s.start_on, coalesce(s.expected_end_on, s.end_on) as leaves_on,
                       bool_or(f.home) over (partition by s.person_id) as has_home,
                       first_value(s.form_id) over (partition by s.person_id order by s.layer, s.home_number) as sleeps_form_id,
                       row_number() over (partition by s.person_id
                           order by case when s.layer = 'LIVES' and s.home_number = 1 and not f.home then 0 else 1 end,
                                    s.layer, s.home_number) as place
                from %1$s s join %2$s f on %3$s
                where s.start_on <= :day and (s.end_on is null or s.end_on >= :day) %4$s
            ), said as (
                select t.board_id, t.person_id, p.sex, coalesce(p.birth_on <= :senior, false) as senior, d.definition,
                       coalesce(a.category, w.category) as category
                from tonight t
                join %5$s p on p.person_id = t.person_id and (p.birth_on is null or p.birth_on <= :adult) %6$s
                cross join (values ('CITY'), ('NATIONAL'), ('ETHOS_LIGHT')) d (definition)
                left join %7$s w on w.board_id = t.board_id and w.form_id = t.form_id and w.definition = d.definition and w.start_on <= :day
                    and (w.end_on is null or w.end_on >= :day) %8$s
                left join %7$s a on a.board_id = t.board_id and a.form_id = t.sleeps_form_id and a.definition = d.definition and a.condition = 'ALWAYS'
                    and a.start_on <= :day and (a.end_on is null or a.end_on >= :day) %9$s
                where t.place = 1
                  and (a.category is not null or w.condition = 'ALWAYS' or not t.has_home
                       and (w.condition = 'NO_HOME' or w.condition = 'NO_HOME_AND_LEAVING' and t.leaves_on <= :later
                            or w.condition = 'NO_HOME_AND_SHORT' and t.start_on >= :earlier))
            ), border as (
                select person_id, night, sum(home) as home, sum(without) as without
                from (select s.person_id, s.start_on as night, case when f.home then 1 else 0 end as home,
                             case when f.home then 0 else 1 end as without
                      from %1$s s join %2$s f on %3$s
                      where s.start_on <= :day and (f.home or f.step <> 'UNKNOWN')
                        and (s.board_id, s.person_id) in (select board_id, person_id from said) %4$s
                      union all
                      select s.person_id, case when s.end_on < :day then s.end_on else :day end + 1,
                             case when f.home then -1 else 0 end, case when f.home then 0 else -1 end
                      from %1$s s join %2$s f on %3$s
                      where s.start_on <= :day and (f.home or f.step <> 'UNKNOWN')
                        and (s.board_id, s.person_id) in (select board_id, person_id from said) %4$s) b
                group by person_id, night
            ), swept as (
                select person_id, night, sum(home) over walk as home, sum(without) over walk as without,
                       lead(night) over walk as until
                from border window walk as (partition by person_id order by night)
            ), run as (
                select person_id, night, until,
                       case when night - lag(until) over (partition by person_id order by night) <= 6 then 0 else 1 end as begins
                from swept where home = 0 and without > 0
            ), since as (
                select person_id, max(case when begins = 1 then night end) as since
                from run group by person_id having max(until) > :day
            ), family as (
                select distinct m.person_id
                from %10$s m
                join %10$s o on o.household_id = m.household_id and o.kind = 'CHILD' and o.child_stay in ('PERMANENT', 'ALTERNATING')
                where m.start_on <= :day and (m.end_on is null or m.end_on >= :day)
                  and o.start_on <= :day and (o.end_on is null or o.end_on >= :day) %11$s
            )
            select s.definition, s.category, s.sex, s.senior, f.person_id is not null as family, count(*) as people,
                   sum(coalesce(:day - r.since, 0)) as nights
            from said s
            left join since r on r.person_id = s.person_id
            left join family f on f.person_id = s.person_id
            group by 1, 2, 3, 4, 5
            """;
}
