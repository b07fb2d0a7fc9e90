package se.bofast.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.bofast.BofastApplication;
import se.bofast.access.Accounts;
import se.bofast.access.FoundingBoard;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.database.Reach;

/// The house is closed and opened again under somebody who works in it: they are still logged in,
/// and what they had begun to type is there; also after they have logged out.
class ReopenedHouseTest {

    private static final Path DATA = Path.of("target", "reopened");
    private static final String PASSWORD = "vinter-sommar-vinter";
    private static final String FORM = "/kontakter/ny#matter=1";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /// A browser: what it keeps are its cookies.
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        void close() {
            cookies.getCookieStore().removeAll();
        }

        HttpResponse<String> open(int port, String path) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> send(int port, String page, String action, Map<String, String> fields)
                throws Exception {
            var token = TOKEN.matcher(open(port, page).body());
            assertThat(token.find()).as("a form on " + page).isTrue();
            var body =
                    fields.entrySet().stream()
                            .map(field ->
                                    field.getKey()
                                            + "="
                                            + URLEncoder.encode(
                                                    field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        void logIn(int port, String login) throws Exception {
            var answer =
                    send(
                            port,
                            "/logga-in",
                            "/logga-in",
                            Map.of("login", login, "password", PASSWORD));
            assertThat(answer.statusCode()).isBetween(300, 399);
        }

        HttpResponse<String> draft(int port) throws Exception {
            return send(port, "/", "/utkast/hamta", Map.of("form", FORM));
        }
    }

    private static ConfigurableApplicationContext house() {
        return new SpringApplicationBuilder(BofastApplication.class)
                .run("--server.port=0", "--bofast.data=" + DATA, "--bofast.demo-when-new=false");
    }

    private static int port(ConfigurableApplicationContext house) {
        return Integer.parseInt(house.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static String employee(ConfigurableApplicationContext house) {
        var founding = house.getBean(FoundingBoard.class);
        var founded = founding.found("Testnämnden", "Teststad", "Stockholms län", "kommunen");
        var unit = founding.addUnit(founded, UnitKind.HOUSING, "Bostadsenheten");
        var login = "kim";
        var id =
                Reach.ofHouse(founded.board(), founded.area())
                        .within(() ->
                                house.getBean(Accounts.class)
                                        .add(login, "Kim", Locale.of("sv"), PASSWORD, false));
        founding.appoint(founded, id, Role.COORDINATOR, unit, LocalDate.of(2015, 1, 1), null);
        return login;
    }

    @Test
    void a_log_in_and_a_draft_outlive_the_house_and_a_draft_a_log_out_and_another_browser()
            throws Exception {
        Disk.delete(DATA);
        Files.createDirectories(DATA);
        var browser = new Browser();
        String login;
        try (var house = house()) {
            login = employee(house);
            browser.logIn(port(house), login);
            var kept =
                    browser.send(
                            port(house),
                            "/",
                            "/utkast",
                            Map.of(
                                    "form", FORM,
                                    "page", "/kontakter/ny?matter=1",
                                    "title", "Ny kontakt",
                                    "key", UUID.randomUUID().toString(),
                                    "fields", "note=Ringde+och+fick+svar"));
            assertThat(kept.statusCode()).isEqualTo(200);
        }
        try (var house = house()) {
            var port = port(house);
            var page = browser.open(port, "/");
            assertThat(page.statusCode()).as("still logged in").isEqualTo(200);
            assertThat(page.body()).contains("Påbörjat, inte sparat", "Ny kontakt");
            assertThat(browser.draft(port).body()).contains("Ringde");

            assertThat(browser.send(port, "/", "/logga-ut", Map.of()).statusCode())
                    .isBetween(300, 399);
            assertThat(browser.open(port, "/").statusCode()).as("logged out").isNotEqualTo(200);
            browser.close();

            var another = new Browser();
            another.logIn(port, login);
            assertThat(another.open(port, "/").body())
                    .contains("Påbörjat, inte sparat", "Ny kontakt");
            assertThat(another.draft(port).body()).contains("Ringde");
        }
    }
}
