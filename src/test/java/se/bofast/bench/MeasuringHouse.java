package se.bofast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.BofastApplication;
import se.bofast.access.Accounts;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.FoundingBoard;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.database.Reach;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.page.PageKey;
import se.bofast.page.SortChoice;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.DayList;

/// `./bofast bench`: a house of 100 000 cases as its users meet it, behind the walls. Each list's
/// own query also beside the same statement asked directly, by the same role in the same run. The
/// name keeps it out of the suite, since a time is no test.
class MeasuringHouse {

    private static final String PASSWORD = "vinter-sommar-vinter";
    private static final int CLIENTS = 16;

    /// Who the cases are spread over: at 100 000 of them, 500 each.
    private static final int COLLEAGUES = 200;

    private static final int FAR = 50_000;
    private static final int TIMES = 150;

    private final int rows = Integer.getInteger("bofast.bench", 100_000);
    private final Path folder = Path.of("target", "bench").toAbsolutePath();
    private final LocalDate today = LocalDate.now(HouseClock.ZONE);

    /// The board of the bench and one of its coordinators.
    private record Ground(BoardId board, EmployeeId coordinator) {}

    @Test
    void a_house_of_a_hundred_thousand_cases() throws Exception {
        clear();
        var figures = new Figures(folder.resolve("figures.txt"));
        figures.heading(
                "Bofast with %d cases, every figure behind the walls. Load of the machine at the start: %s"
                        .formatted(rows, load()));
        var data = folder.resolve("data");
        var ground = found(data);
        try (var house = BenchHouse.on(data)) {
            takeIn(figures, house);
            spread(house, ground);
        }
        try (var house = BenchHouse.on(data)) {
            figures.heading("Second start on a warm folder");
            figures.line(
                    "to the first page: %.1f s (aim: under 10 s)",
                    house.toServe().toMillis() / 1000.0);
            var pages = pages(house, ground);
            measurePages(figures, house, pages);
            var memory = house.megabytes();
            figures.line(
                    "memory after the lists: house %d MB + database %d MB = %d MB (aim: under 600 MB)",
                    memory[0], memory[1], memory[0] + memory[1]);
            measureQueries(figures, house, ground);
        }
        figures.line("Load of the machine at the end: %s", load());
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

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    }

    /// Makes the database, a board, its units and its colleagues.
    private static Ground found(Path data) {
        try (var context =
                context(Map.of("bofast.data", data.toString(), "bofast.demo-when-new", "false"))) {
            var founding = context.getBean(FoundingBoard.class);
            var accounts = context.getBean(Accounts.class);
            var board = founding.found("Mätnämnden", "Mätstad", "Uppsala län", "kommunen");
            var housing = founding.addUnit(board, UnitKind.HOUSING, "Boendeenheten");
            founding.addUnit(board, UnitKind.FAMILY_RECEPTION, "Mottagning familj");
            founding.addUnit(board, UnitKind.ADULT_RECEPTION, "Mottagning vuxen");
            founding.addUnit(board, UnitKind.ELDERLY_65, "Team 65 plus");
            var made = new ArrayList<EmployeeId>();
            for (var i = 0; i < COLLEAGUES; i++) {
                var login = "matare" + i;
                var id =
                        board.reach()
                                .within(() ->
                                        accounts.add(
                                                login, "Mätare", Locale.of("sv"), PASSWORD, false));
                founding.appoint(board, id, Role.COORDINATOR, housing);
                made.add(id);
            }
            return new Ground(board.board(), made.getFirst());
        }
    }

    private static ConfigurableApplicationContext context(Map<String, Object> settings) {
        var all = new LinkedHashMap<String, Object>(settings);
        all.put("server.port", "0");
        all.put("bofast.jobs.running", "false");
        all.put("bofast.paces.running", "false");
        return new SpringApplicationBuilder(BofastApplication.class).run(arguments(all));
    }

    /// What stands in the house's own settings gives way to arguments only.
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /// Two lists: one into an empty board, one about the same people into a board of as many cases.
    private void takeIn(Figures figures, BenchHouse house) throws Exception {
        var coordinator = BenchVisitor.loggedIn(house.address(), "matare0", PASSWORD);
        figures.heading("Import of %d payment orders through the page".formatted(rows));
        for (var round = 1; round <= 2; round++) {
            var file = BenchList.rows(rows, round, today);
            var spent = house.processorSeconds();
            var start = System.nanoTime();
            var page = coordinator.send("payment-orders", "kronofogden", "lista.csv", file);
            waitFor(coordinator, page);
            var read = System.nanoTime();
            coordinator.press(page, page + "/las-in");
            waitFor(coordinator, page);
            var end = System.nanoTime();
            var text = coordinator.text(page);
            assertThat(text).contains("rader är inlästa");
            figures.line(
                    "%s: read and matched %.1f s, accepted %.1f s, in all %.1f s = %.0f rows a second; processor %.1f s (aim: under a minute)",
                    round == 1 ? "into an empty board" : "about people who are known",
                    (read - start) / 1e9,
                    (end - read) / 1e9,
                    (end - start) / 1e9,
                    rows / ((end - start) / 1e9),
                    house.processorSeconds() - spent);
        }
    }

    private static void waitFor(BenchVisitor visitor, String page) throws Exception {
        do {
            Thread.sleep(500);
        } while (visitor.isWorking(page));
    }

    /// Gives the cases what two years of work give them: owners, attempts, contacts, decisions,
    /// ends. By plain statements, since it is the lists that are measured here.
    private void spread(BenchHouse house, Ground ground) throws Exception {
        try (var connection = house.connect("bofast_owner");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            wall(connection, ground);
            statement.execute(
                    """
                    update prevention.prevention_case c
                    set responsible_id = case when g.n % 50 = 0 then null else a.ids[1 + g.n % array_length(a.ids, 1)] end,
                        first_attempt_at = case when g.n % 40 = 0 then null else c.opened_at end,
                        first_contact_at = case when g.n % 3 = 0 then null else c.opened_at end,
                        last_contact_at = case when g.n % 3 = 0 then null else c.opened_at end,
                        inquiry_decided_on = case when g.n % 30 = 0 then null else c.opened_on end,
                        unread_since = case when g.n % 60 = 0 then c.opened_at end,
                        children = g.n % 9 = 0,
                        opened_on = c.opened_on - (g.n % 700)::int,
                        opened_at = c.opened_at - (g.n % 700) * interval '1 day'
                    from (select id, row_number() over (order by id) as n from prevention.prevention_case) g,
                         (select array_agg(distinct account_id) as ids from access.appointment) a
                    where c.id = g.id
                    """);
            connection.commit();
        }
        try (var connection = house.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void wall(Connection connection, Ground ground) throws SQLException {
        try (var settings =
                connection.prepareStatement(
                        """
                        select set_config('bofast.board', ?, true),
                               set_config('bofast.areas', (select string_agg(area_id::text, ',') from access.area where board_id = ?::uuid), true),
                               set_config('bofast.account', ?, true)
                        """)) {
            // The areas can be read only once the board is set.
            for (var i = 0; i < 2; i++) {
                settings.setString(1, ground.board().value().toString());
                settings.setString(2, ground.board().value().toString());
                settings.setString(3, ground.coordinator().value().toString());
                settings.execute();
            }
        }
    }

    /// The lists' addresses: each sort, at its beginning and after the row far down.
    private Map<String, String> pages(BenchHouse house, Ground ground) throws Exception {
        var pages = new LinkedHashMap<String, String>();
        pages.put("day list", "/");
        try (var connection = house.connect("bofast_owner")) {
            connection.setAutoCommit(false);
            wall(connection, ground);
            for (var sort : List.of("next", "-next", "opened", "-opened")) {
                pages.put("case list, sort " + sort, "/arenden?whose=ALL&sort=" + sort);
                pages.put(
                        "case list, sort " + sort + ", from row " + FAR,
                        "/arenden?whose=ALL&sort="
                                + sort
                                + "&page="
                                + keyAt(connection, sort).encoded());
            }
        }
        pages.put(
                "case list, own without an attempt, by name",
                "/arenden?whose=MINE&alarm=NO_ATTEMPT&sort=name");
        pages.put("case list, without an owner", "/arenden?whose=ALL&alarm=NO_OWNER&sort=next");
        return pages;
    }

    private PageKey keyAt(Connection connection, String sort) throws SQLException {
        var column = sort.endsWith("opened") ? "opened_on" : "next_on";
        var direction = sort.startsWith("-") ? "desc" : "asc";
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select %1$s, id from prevention.prevention_case where stage <> 'CLOSED'
                                order by %1$s %2$s, id %2$s offset %3$d limit 1
                                """
                                        .formatted(column, direction, Math.min(FAR, rows / 2)))) {
            found.next();
            var day = found.getObject(1, LocalDate.class);
            return PageKey.after(
                    List.of(
                            day.equals(LocalDate.MAX) ? "never" : day.toString(),
                            found.getString(2)));
        }
    }

    private void measurePages(Figures figures, BenchHouse house, Map<String, String> pages)
            throws Exception {
        var visitors = new ArrayList<BenchVisitor>();
        for (var i = 0; i < CLIENTS; i++) {
            visitors.add(BenchVisitor.loggedIn(house.address(), "matare" + i, PASSWORD));
        }
        // A house that has been at work since the morning: the first pages are slow while the
        // program is still being compiled, and two processors are all there is for that as well.
        for (var round = 0; round < 3; round++) {
            for (var path : pages.values()) {
                times(visitors, path, 12);
            }
        }
        figures.heading("Whole pages, milliseconds (aim: p95 under 100)");
        figures.line("%-50s %9s %9s %9s %9s", "", "p50 of 1", "p95 of 1", "p50 of 16", "p95 of 16");
        for (var page : pages.entrySet()) {
            var alone = times(visitors.subList(0, 1), page.getValue(), 100);
            var together = times(visitors, page.getValue(), 20);
            figures.line(
                    "%-50s %9.1f %9.1f %9.1f %9.1f",
                    page.getKey(),
                    Figures.percentile(alone, 0.5),
                    Figures.percentile(alone, 0.95),
                    Figures.percentile(together, 0.5),
                    Figures.percentile(together, 0.95));
        }
    }

    private static long[] times(List<BenchVisitor> visitors, String path, int each)
            throws Exception {
        var work = new ArrayList<Callable<long[]>>();
        for (var visitor : visitors) {
            work.add(() -> {
                var times = new long[each];
                for (var i = 0; i < each; i++) {
                    var start = System.nanoTime();
                    assertThat(visitor.open(path).statusCode()).isEqualTo(200);
                    times[i] = System.nanoTime() - start;
                }
                return times;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Long>();
            for (var done : threads.invokeAll(work)) {
                for (var time : done.get()) {
                    all.add(time);
                }
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /// A list by its use case, and the statement in it that finds the rows.
    private record Question(String name, String reads, Runnable ask) {}

    private void measureQueries(Figures figures, BenchHouse house, Ground ground) throws Exception {
        var asked = new AskedStatements();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("bofast.database.url", house.databaseUrl());
        settings.put("bofast.database.owner-password", house.password("bofast_owner"));
        settings.put("bofast.database.app-password", house.password("bofast_app"));
        settings.put("server.port", "0");
        settings.put("bofast.jobs.running", "false");
        settings.put("bofast.paces.running", "false");
        try (var context =
                        new SpringApplicationBuilder(BofastApplication.class)
                                .initializers(
                                        fresh -> fresh.getBeanFactory().addBeanPostProcessor(asked))
                                .run(arguments(settings));
                var direct = house.connect("bofast_app");
                var owner = house.connect("bofast_owner")) {
            direct.setAutoCommit(false);
            owner.setAutoCommit(false);
            wall(owner, ground);
            var actor = actor(context, ground);
            figures.heading(
                    "Each list's own query, milliseconds, p50 (aim: the house under 3 times the statement asked directly)");
            figures.line(
                    "%-50s %9s %9s %9s %12s %9s",
                    "", "query", "direct", "ratio", "whole list", "no walls");
            for (var question : questions(context, actor, owner)) {
                measure(figures, house, ground, asked, direct, actor, question);
            }
        }
    }

    private static Actor actor(ConfigurableApplicationContext context, Ground ground) {
        return Reach.ofAccount(ground.coordinator())
                .within(() ->
                        context.getBean(Actors.class).find(ground.coordinator(), ground.board()))
                .orElseThrow();
    }

    private List<Question> questions(
            ConfigurableApplicationContext context, Actor actor, Connection owner)
            throws SQLException {
        var lists = context.getBean(CaseLists.class);
        var days = context.getBean(DayList.class);
        var transaction = context.getBean(TransactionTemplate.class);
        var all =
                new CaseFilter(
                        CaseFilter.Whose.ALL, CaseFilter.State.OPEN, null, null, null, false, null);
        var questions = new ArrayList<Question>();
        questions.add(
                new Question(
                        "day list",
                        "as things",
                        () -> transaction.executeWithoutResult(s -> days.of(actor, true))));
        for (var sort : List.of("next", "-next", "opened", "-opened")) {
            var choice = SortChoice.read(sort, CaseLists.SORTS, SortChoice.ascending("next"));
            var key = keyAt(owner, sort);
            questions.add(
                    new Question(
                            "case list, sort " + sort,
                            "from prevention.prevention_case c",
                            () -> lists.list(actor, all, choice, Optional.empty())));
            questions.add(
                    new Question(
                            "case list, sort " + sort + ", from row " + FAR,
                            "from prevention.prevention_case c",
                            () -> lists.list(actor, all, choice, Optional.of(key))));
        }
        return questions;
    }

    private void measure(
            Figures figures,
            BenchHouse house,
            Ground ground,
            AskedStatements asked,
            Connection direct,
            Actor actor,
            Question question)
            throws Exception {
        var whole = new long[TIMES];
        asked.forget();
        for (var i = 0; i < whole.length; i++) {
            var start = System.nanoTime();
            actor.reach()
                    .within(() -> {
                        question.ask().run();
                        return null;
                    });
            whole[i] = System.nanoTime() - start;
        }
        var found = asked.asking(question.reads());
        assertThat(found).hasSize(TIMES);
        var statement = found.getLast();
        var inHouse = found.stream().mapToLong(AskedStatements.Asked::took).toArray();
        wall(direct, ground);
        var directly = again(direct, statement);
        direct.rollback();
        long[] withoutWalls;
        try (var superuser = house.connect("postgres")) {
            superuser.setAutoCommit(false);
            wall(superuser, ground);
            withoutWalls = again(superuser, statement);
        }
        var query = Figures.percentile(inHouse, 0.5);
        var raw = Figures.percentile(directly, 0.5);
        figures.line(
                "%-50s %9.2f %9.2f %9.2f %12.2f %9.2f",
                question.name(),
                query,
                raw,
                query / raw,
                Figures.percentile(whole, 0.5),
                Figures.percentile(withoutWalls, 0.5));
    }

    private static long[] again(Connection connection, AskedStatements.Asked statement)
            throws SQLException {
        var times = new long[TIMES];
        for (var i = 0; i < times.length; i++) {
            times[i] = statement.ask(connection);
        }
        return times;
    }
}
