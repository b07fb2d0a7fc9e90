package se.bofast.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FirstAdministrator;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.ManagingAppointments;
import se.bofast.access.ManagingEmployees;
import se.bofast.access.OwnSettings;
import se.bofast.access.Pace;
import se.bofast.access.Role;
import se.bofast.kernel.HouseClock;
import se.bofast.page.SecurePages;

/// The doors of the house, tried as a browser does.
@HouseTest
class LogInTest {

    private static final String PASSWORD = "vinter-sommar-vinter";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Instant NOON = TestBoard.noon(LocalDate.of(2026, 11, 2));

    private final MockMvc mvc;
    private final Boards boards;
    private final OwnSettings own;
    private final ManagingEmployees employees;
    private final ManagingAppointments appointments;
    private final FirstAdministrator first;
    private final JdbcClient db;

    LogInTest(
            MockMvc mvc,
            Boards boards,
            OwnSettings own,
            ManagingEmployees employees,
            ManagingAppointments appointments,
            FirstAdministrator first,
            JdbcClient db) {
        this.mvc = mvc;
        this.boards = boards;
        this.own = own;
        this.employees = employees;
        this.appointments = appointments;
        this.first = first;
        this.db = db;
    }

    /// A browser: keeps its cookies, and its session where the container of the test holds it.
    private final class Browser {

        private final Map<String, Cookie> cookies = new TreeMap<>();
        private @Nullable MockHttpSession session;

        MockHttpServletResponse open(String path) throws Exception {
            return send(get(path));
        }

        /// Opens the form's page for its token and sends the form.
        MockHttpServletResponse send(String page, String action, Map<String, String> fields)
                throws Exception {
            var token = TOKEN.matcher(open(page).getContentAsString());
            assertThat(token.find()).isTrue();
            var request = post(action).param("_csrf", token.group(1));
            fields.forEach((name, value) -> request.param(name, value));
            return send(request);
        }

        String logIn(String login, String password) throws Exception {
            return to(send("/logga-in", "/logga-in", Map.of("login", login, "password", password)));
        }

        /// What the session is known by.
        String name() {
            return cookies.values().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining())
                    + (session == null ? "" : session.getId());
        }

        private MockHttpServletResponse send(MockHttpServletRequestBuilder request)
                throws Exception {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            if (session != null) {
                request.session(session);
            }
            var result = mvc.perform(request).andReturn();
            for (var cookie : result.getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            session =
                    result.getRequest().getSession(false) instanceof MockHttpSession held
                                    && !held.isInvalid()
                            ? held
                            : null;
            return result.getResponse();
        }
    }

    private static String to(MockHttpServletResponse response) {
        return String.valueOf(response.getHeader("Location"));
    }

    private String login(TestBoard board, Actor actor) {
        return board.as(actor, () -> own.login(actor));
    }

    @Test
    void five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour() throws Exception {
        var board = boards.make();
        var login = login(board, board.coordinator());
        HouseClock.<@Nullable Void, Exception>at(
                NOON,
                () -> {
                    for (var attempt = 0; attempt < 5; attempt++) {
                        assertThat(new Browser().logIn(login, "fel")).endsWith("/logga-in?fel");
                    }
                    return null;
                });
        String soon =
                HouseClock.<String, Exception>at(
                        NOON.plus(Duration.ofMinutes(14)),
                        () -> new Browser().logIn(login, PASSWORD));
        assertThat(soon).endsWith("/logga-in?fel");
        String later =
                HouseClock.<String, Exception>at(
                        NOON.plus(Duration.ofMinutes(16)),
                        () -> new Browser().logIn(login, PASSWORD));
        assertThat(later).doesNotContain("logga-in");
    }

    /// Ten wrong and no more, and what is said about it is the same whether there is such an
    /// account.
    @Test
    void a_known_and_an_unknown_name_meet_the_same_pace_and_the_same_words() throws Exception {
        var board = boards.make();
        var answers = new ArrayList<String>();
        for (var login :
                List.of(login(board, board.coordinator()), "finns-inte-" + UUID.randomUUID())) {
            HouseClock.<@Nullable Void, Exception>at(
                    NOON.plus(Duration.ofDays(2)),
                    () -> {
                        for (var attempt = 0; attempt < Pace.LOG_IN_ACCOUNT.most(); attempt++) {
                            assertThat(new Browser().logIn(login, "fel"))
                                    .isEqualTo("/logga-in?fel");
                        }
                        var browser = new Browser();
                        var token = TOKEN.matcher(browser.open("/logga-in").getContentAsString());
                        assertThat(token.find()).isTrue();
                        var answer =
                                browser.send(
                                        post("/logga-in")
                                                .param("_csrf", token.group(1))
                                                .param("login", login)
                                                .param("password", "fel"));
                        assertThat(answer.getStatus()).isEqualTo(429);
                        assertThat(answer.getHeader("Retry-After")).isEqualTo("91");
                        answers.add(answer.getContentAsString(StandardCharsets.UTF_8));
                        return null;
                    });
        }
        assertThat(answers.get(0))
                .isEqualTo(answers.get(1))
                .contains("Det gick lite för fort", "Vänta några minuter")
                .doesNotContain("finns-inte");
    }

    /// A town hall is one address: its log-ins that succeed use nothing up.
    @Test
    void log_ins_that_succeed_are_given_back() throws Exception {
        var board = boards.make();
        var login = login(board, board.coordinator());
        HouseClock.<@Nullable Void, Exception>at(
                NOON.plus(Duration.ofDays(3)),
                () -> {
                    for (var n = 0; n < 2 * Pace.LOG_IN_ACCOUNT.most(); n++) {
                        assertThat(new Browser().logIn(login, PASSWORD)).isEqualTo("/");
                    }
                    return null;
                });
    }

    /// The same passes of Argon2 for an account that is not there: the fastest of several tries of
    /// each are alike, within what a shared machine allows.
    @Test
    void an_unknown_name_takes_the_work_of_a_known_one() {
        var board = boards.make();
        var accounts = boards.accounts();
        var known = login(board, board.coordinator());
        var fastestKnown = Long.MAX_VALUE;
        var fastestUnknown = Long.MAX_VALUE;
        for (var n = 0; n < 8; n++) {
            fastestKnown = Math.min(fastestKnown, nanos(() -> accounts.authenticate(known, "fel")));
            fastestUnknown =
                    Math.min(
                            fastestUnknown,
                            nanos(() ->
                                    accounts.authenticate("okänd-" + UUID.randomUUID(), "fel")));
        }
        assertThat((double) fastestUnknown / fastestKnown).isBetween(0.5, 2.0);
        assertThat(fastestUnknown).isGreaterThan(Duration.ofMillis(5).toNanos());
    }

    private static long nanos(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void the_busiest_log_in_ends_after_twelve_hours_and_comes_back_to_its_page() throws Exception {
        var board = boards.make();
        var login = login(board, board.coordinator());
        var browser = new Browser();
        HouseClock.<String, Exception>at(NOON, () -> browser.logIn(login, PASSWORD));
        int before =
                HouseClock.<Integer, Exception>at(
                        NOON.plus(Duration.ofHours(12)),
                        () -> browser.open("/installningar").getStatus());
        assertThat(before).isEqualTo(200);
        var name = browser.name();
        String after =
                HouseClock.<String, Exception>at(
                        NOON.plus(Duration.ofHours(12)).plusSeconds(1),
                        () -> to(browser.open("/installningar")));
        assertThat(after).isEqualTo("/logga-in");
        assertThat(browser.name()).isNotEqualTo(name);
        String back =
                HouseClock.<String, Exception>at(
                        NOON.plus(Duration.ofHours(13)), () -> browser.logIn(login, PASSWORD));
        assertThat(back).startsWith("/installningar");
    }

    @Test
    void a_new_password_gives_the_session_a_new_name() throws Exception {
        var board = boards.make();
        var browser = new Browser();
        browser.logIn(login(board, board.coordinator()), PASSWORD);
        var before = browser.name();
        var changed =
                browser.send(
                        "/installningar",
                        "/installningar/losenord",
                        Map.of(
                                "currentPassword", PASSWORD,
                                "newPassword", "hare katt gran",
                                "repeatedPassword", "hare katt gran"));
        assertThat(changed.getStatus()).isEqualTo(303);
        assertThat(browser.name()).isNotEqualTo(before);
    }

    @Test
    void the_session_gets_a_new_name_at_log_in() throws Exception {
        var board = boards.make();
        var browser = new Browser();
        browser.open("/logga-in");
        var before = browser.name();
        assertThat(before).isNotEmpty();
        browser.logIn(login(board, board.coordinator()), PASSWORD);
        assertThat(browser.name()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.open("/installningar").getStatus()).isEqualTo(200);
    }

    @Test
    void an_ended_appointment_ends_access_at_once() throws Exception {
        var board = boards.make();
        var administrator = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var caseworker = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var browser = new Browser();
        browser.logIn(login(board, caseworker), PASSWORD);
        assertThat(browser.open("/installningar").getStatus()).isEqualTo(200);
        board.as(
                administrator,
                () -> {
                    var held = appointments.of(administrator, caseworker.id()).getFirst();
                    appointments.end(administrator, held.id(), LocalDate.of(2026, 1, 1));
                    return null;
                });
        assertThat(to(browser.open("/installningar"))).endsWith("/valj-namnd");
    }

    @Test
    void a_closed_account_neither_stays_nor_comes_in() throws Exception {
        var board = boards.make();
        var administrator = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var caseworker = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var login = login(board, caseworker);
        var browser = new Browser();
        browser.logIn(login, PASSWORD);
        board.as(
                administrator,
                () -> {
                    employees.disable(administrator, caseworker.id());
                    return null;
                });
        assertThat(browser.open("/installningar").getStatus()).isNotEqualTo(200);
        assertThat(new Browser().logIn(login, PASSWORD)).endsWith("/logga-in?fel");
    }

    @Test
    void a_one_time_password_opens_only_the_page_that_changes_it() throws Exception {
        var board = boards.make();
        var administrator = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var login = "ny" + UUID.randomUUID().toString().substring(0, 8);
        var added =
                board.as(
                        administrator,
                        () ->
                                employees.add(
                                        administrator,
                                        new ManagingEmployees.NewEmployee(
                                                login,
                                                "Kim Ny",
                                                Locale.of("sv"),
                                                new ManagingAppointments.NewAppointment(
                                                        Role.CASEWORKER,
                                                        board.unit(UnitKind.HOUSING),
                                                        LocalDate.of(2020, 1, 1),
                                                        null))));
        var browser = new Browser();
        browser.logIn(login, added.oneTimePassword());
        assertThat(to(browser.open("/installningar"))).endsWith("/nytt-losenord");
        var refused =
                browser.send(
                        "/nytt-losenord",
                        "/nytt-losenord",
                        Map.of(
                                "currentPassword", added.oneTimePassword(),
                                "newPassword", "kort",
                                "repeatedPassword", "kort"));
        assertThat(refused.getStatus()).isEqualTo(422);
        for (var easy : List.of("Sommaren2026!", login + " Kim Ny 1", "password12345")) {
            assertThat(
                            browser.send(
                                            "/nytt-losenord",
                                            "/nytt-losenord",
                                            Map.of(
                                                    "currentPassword", added.oneTimePassword(),
                                                    "newPassword", easy,
                                                    "repeatedPassword", easy))
                                    .getStatus())
                    .as(easy)
                    .isEqualTo(422);
        }
        var changed =
                browser.send(
                        "/nytt-losenord",
                        "/nytt-losenord",
                        Map.of(
                                "currentPassword", added.oneTimePassword(),
                                "newPassword", "hare katt gran",
                                "repeatedPassword", "hare katt gran"));
        assertThat(changed.getStatus()).isEqualTo(303);
        assertThat(browser.open("/installningar").getStatus()).isEqualTo(200);
        assertThat(new Browser().logIn(login, added.oneTimePassword())).endsWith("?fel");
    }

    @Test
    void a_one_time_password_is_dead_after_a_week() throws Exception {
        var board = boards.make();
        var administrator = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var employee = board.account(Role.CASEWORKER, UnitKind.HOUSING);
        var login =
                db.sql("select login from access.account where id = :id")
                        .param("id", employee.value())
                        .query(String.class)
                        .single();
        String password =
                HouseClock.at(
                        NOON,
                        () ->
                                board.as(
                                        administrator,
                                        () -> employees.newPassword(administrator, employee)));
        assertThat(logInAt(NOON.plus(Duration.ofDays(8)), login, password)).endsWith("?fel");
        assertThat(logInAt(NOON.plus(Duration.ofDays(6)), login, password)).isEqualTo("/");
    }

    private String logInAt(Instant at, String login, String password) throws Exception {
        return HouseClock.<String, Exception>at(at, () -> new Browser().logIn(login, password));
    }

    @Test
    void who_logs_out_leaves_nothing_in_the_browser() throws Exception {
        var board = boards.make();
        var out =
                mvc.perform(
                                post("/logga-ut")
                                        .secure(true)
                                        .with(csrf())
                                        .with(LoggedInAs.account(board.coordinator().id())))
                        .andReturn()
                        .getResponse();
        assertThat(out.getHeader("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
    }

    @Test
    void pages_are_not_kept_and_load_nothing_from_elsewhere() throws Exception {
        var response = new Browser().open("/logga-in");
        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo(SecurePages.CONTENT_SECURITY_POLICY);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void what_is_not_open_leads_to_the_log_in() throws Exception {
        assertThat(to(new Browser().open("/installningar"))).endsWith("/logga-in");
        assertThat(to(new Browser().open("/finns-inte"))).endsWith("/logga-in");
    }

    @Test
    void a_form_that_outlived_its_session_says_what_to_do() throws Exception {
        var response =
                mvc.perform(post("/installningar/sprak").param("language", "SWEDISH"))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("Sidan har slutat gälla")
                .contains("Logga in igen")
                .contains("finns oftast kvar");
    }

    @Test
    void the_first_link_makes_a_board_once() throws Exception {
        boards.make();
        assertThat(first.newToken()).isEmpty();

        var token = UUID.randomUUID().toString();
        var made = Instant.parse("2026-11-01T00:00:00Z");
        db.sql(
                        """
                        insert into access.setup_link (id, token_hash, made_at, valid_until)
                        values (:id, :hash, :made, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param(
                        "hash",
                        MessageDigest.getInstance("SHA-256")
                                .digest(token.getBytes(StandardCharsets.UTF_8)))
                .param("made", Timestamp.from(made))
                .param("until", Timestamp.from(made.plus(Duration.ofHours(24))))
                .update();
        var login = "chef" + UUID.randomUUID().toString().substring(0, 8);
        var fields =
                Map.of(
                        "municipality", "Nystad",
                        "county", "Stockholms län",
                        "boardName", "Nystads socialnämnd",
                        "neutralName", "kommunen",
                        "name", "Kim Förvaltare",
                        "login", login,
                        "newPassword", "hare katt gran",
                        "repeatedPassword", "hare katt gran");
        int status =
                HouseClock.<Integer, Exception>at(
                        made.plus(Duration.ofHours(1)),
                        () ->
                                new Browser()
                                        .send("/start/" + token, "/start/" + token, fields)
                                        .getStatus());
        assertThat(status).isEqualTo(303);
        int again =
                HouseClock.<Integer, Exception>at(
                        made.plus(Duration.ofHours(1)),
                        () -> new Browser().open("/start/" + token).getStatus());
        assertThat(again).isEqualTo(404);
        assertThat(new Browser().open("/start/" + UUID.randomUUID()).getStatus()).isEqualTo(404);

        var browser = new Browser();
        assertThat(browser.logIn(login, "hare katt gran")).doesNotContain("logga-in");
        assertThat(browser.open("/installningar/medarbetare").getStatus()).isEqualTo(200);
        assertThat(browser.open("/installningar/delegation").getStatus()).isEqualTo(200);
        assertThat(browser.open("/installningar/enheter").getStatus()).isEqualTo(200);
        assertThat(browser.open("/installningar/ersattare").getStatus()).isEqualTo(200);
        assertThat(browser.open("/installningar/medarbetare/ny").getStatus()).isEqualTo(200);
    }
}
