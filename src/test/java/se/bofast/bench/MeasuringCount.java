package se.bofast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.bofast.bench.CountryQuestions.Number;

/// `./bofast bench count`: the homelessness count of a country. 290 boards, two million stays over
/// ten years, thirty thousand people without a home at a time, counted on any day under three
/// definitions at once: through the views as the database's owner sees them, as one board behind
/// its walls, and beside that the same question written by hand on the tables, and asked of DuckDB.
///
/// All must give the same answer. The bench's size scales it: 100 000 is the whole country.
class MeasuringCount {

    private static final int COUNTRY = 100_000;
    private static final int BOARDS = 290;
    private static final double PEOPLE = 4.6;
    private static final int ROUNDS = 3;

    private final int size = Integer.getInteger("bofast.bench", COUNTRY);
    private final Country country =
            new Country(Math.max(2, size * BOARDS / COUNTRY), (int) (size * PEOPLE));
    private final Path folder = Path.of("target", "bench-count").toAbsolutePath();

    private static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2018, 9, 25),
                    LocalDate.of(2021, 4, 12),
                    LocalDate.of(2025, 9, 25));

    @Test
    void the_count_of_a_country() throws Exception {
        clear();
        var figures = new Figures(folder.resolve("figures.txt"));
        try (var house = BenchHouse.on(folder.resolve("data"));
                var owner = house.connect("postgres");
                var app = house.connect("bofast_app");
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            var start = System.nanoTime();
            fill(owner);
            figures.heading(
                    "The homelessness count: %d boards, %d people, %d stays from %s to %s. Load of the machine: %s"
                            .formatted(
                                    country.boards(),
                                    country.people(),
                                    number(owner, "select count(*) from placement.v_stay"),
                                    Country.FIRST,
                                    Country.LAST,
                                    load()));
            figures.line("filled in %.0f s", (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            CountryQuestions.load(owner, duck, folder);
            figures.line("copied to DuckDB in %.0f s", (System.nanoTime() - start) / 1e9);
            theCountry(figures, owner, duck);
            for (var board : List.of(1, Math.max(2, country.boards() / 2))) {
                oneBoard(figures, owner, app, board);
            }
            figures.line("Load of the machine at the end: %s", load());
        }
    }

    /// The tables' indexes, the rule of one place a night among them, are built when the rows are
    /// there: they are tried all the same, in a tenth of the time. The rows are made to fit their
    /// foreign keys; the test of the small country asks for each whether it does.
    private void fill(Connection owner) throws Exception {
        var tables =
                Country.TABLES.stream()
                        .map(table -> "'" + table + "'::regclass")
                        .collect(Collectors.joining(", "));
        try (var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute(
                    "update pg_index set indisready = false where indrelid in (" + tables + ")");
            country.fill(owner);
            for (var table : Country.TABLES) {
                statement.execute("reindex table " + table);
                statement.execute("vacuum analyze " + table);
            }
            try (var rows =
                    statement.executeQuery(
                            "select count(*) from pg_index where not (indisready and indisvalid) and indrelid in ("
                                    + tables
                                    + ")")) {
                rows.next();
                assertThat(rows.getInt(1)).as("indexes that are not used").isZero();
            }
        }
    }

    private void theCountry(Figures figures, Connection owner, Connection duck) throws Exception {
        figures.heading("Every board, as the owner of the database");
        figures.line(
                "%-12s %22s %12s %12s %12s %10s %10s",
                "day", "city/national/ETHOS", "views", "by hand", "DuckDB", "/by hand", "/DuckDB");
        for (var day : DAYS) {
            var views = median(() -> CountryQuestions.views(owner, day));
            var hand = median(() -> CountryQuestions.byHand(owner, null, day));
            var ducks = median(() -> CountryQuestions.inDuck(duck, day));
            assertThat(hand.answer()).as("by hand, %s", day).isEqualTo(views.answer());
            assertThat(ducks.answer()).as("DuckDB, %s", day).isEqualTo(views.answer());
            figures.line(
                    "%-12s %22s %9.0f ms %9.0f ms %9.0f ms %9.2f× %9.2f×",
                    day,
                    homeless(views.answer()),
                    views.milliseconds(),
                    hand.milliseconds(),
                    ducks.milliseconds(),
                    views.milliseconds() / hand.milliseconds(),
                    views.milliseconds() / ducks.milliseconds());
        }
        Files.writeString(
                folder.resolve("plan-country.txt"), CountryQuestions.plan(owner, DAYS.get(2)));
    }

    private void oneBoard(Figures figures, Connection owner, Connection app, int n)
            throws Exception {
        var board = Country.board(owner, n);
        var area = Country.area(owner, n);
        figures.heading(
                "Board %d of %d alone (%d stays): behind its walls as the app, and by hand without walls"
                        .formatted(
                                n,
                                country.boards(),
                                number(
                                        owner,
                                        "select count(*) from placement.v_stay where board_id = '"
                                                + board
                                                + "'")));
        figures.line(
                "%-12s %22s %12s %12s %10s",
                "day", "city/national/ETHOS", "the app", "by hand", "/by hand");
        for (var day : DAYS) {
            var walled = median(() -> CountryQuestions.behindTheWalls(app, board, area, day));
            var hand = median(() -> CountryQuestions.byHand(owner, board, day));
            assertThat(walled.answer()).as("one board, %s", day).isEqualTo(hand.answer());
            figures.line(
                    "%-12s %22s %9.1f ms %9.1f ms %9.2f×",
                    day,
                    homeless(walled.answer()),
                    walled.milliseconds(),
                    hand.milliseconds(),
                    walled.milliseconds() / hand.milliseconds());
        }
        CountryQuestions.wall(app, board, area);
        Files.writeString(
                folder.resolve("plan-board-" + n + ".txt"),
                CountryQuestions.plan(app, DAYS.get(2)));
        app.rollback();
    }

    private static String homeless(Map<String, Number> answer) {
        return "%d/%d/%d"
                .formatted(
                        CountryQuestions.people(answer, "CITY"),
                        CountryQuestions.people(answer, "NATIONAL"),
                        CountryQuestions.people(answer, "ETHOS_LIGHT"));
    }

    private record Measured(Map<String, Number> answer, double milliseconds) {}

    private static Measured median(Callable<Map<String, Number>> work) throws Exception {
        var times = new ArrayList<Double>();
        var answer = Map.<String, Number>of();
        for (var i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            answer = work.call();
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return new Measured(answer, times.get(ROUNDS / 2));
    }

    private static long number(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
