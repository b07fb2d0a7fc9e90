package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import showcase.PageHouse;

/// The pages as a browser gets them, over a real connection.
@SpringBootTest(
        classes = PageHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bofast.operator.name=Norrmalms stadsdelsnämnd",
            "spring.servlet.multipart.max-file-size=1MB",
            "bofast.operator.accessibility-contact=tillganglighet@example.org"
        })
@ExtendWith(OutputCaptureExtension.class)
class PagesTest {

    @LocalServerPort private int port;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> post(String path, String... namesAndValues)
            throws IOException, InterruptedException {
        var token = page(get("/visning")).select("input[name=_csrf]").val();
        var body = new StringBuilder("_csrf=").append(escaped(token));
        for (var n = 0; n < namesAndValues.length; n += 2) {
            body.append('&').append(namesAndValues[n]).append('=');
            body.append(escaped(namesAndValues[n + 1]));
        }
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    @Test
    void a_page_says_its_kind_and_language_and_is_not_kept() throws Exception {
        var response = get("/visning");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type"))
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(response, "Content-Language")).isEqualTo("sv");
        assertThat(header(response, "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/visning",
                "/visning?fel",
                "/visning?fara",
                "/hjalp",
                "/om",
                "/saknas",
                "/fel"
            })
    void every_page_can_be_read_by_everyone(String path) throws Exception {
        var page = page(get(path));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#content");
        assertThat(page.select("#content")).hasSize(1);
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (var field : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
        }
        for (var described : page.select("[aria-describedby]")) {
            assertThat(ids).contains(described.attr("aria-describedby").split(" "));
        }
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(
                        page.getAllElements().stream()
                                .flatMap(element -> element.attributes().asList().stream())
                                .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
    }

    @Test
    void what_a_page_asks_for_is_there() throws Exception {
        var links =
                Stream.concat(
                                page(get("/visning"))
                                        .select("link[href]")
                                        .eachAttr("href")
                                        .stream(),
                                page(get("/visning")).select("[src]").eachAttr("src").stream())
                        .distinct()
                        .toList();
        assertThat(links).hasSizeGreaterThan(5);
        for (var link : links) {
            var response = get(link);
            assertThat(response.statusCode()).as(link).isEqualTo(200);
            assertThat(header(response, "Cache-Control")).as(link).contains("max-age");
        }
        var fonts =
                get(
                        links.stream()
                                .filter(x -> x.startsWith("/bofast.css"))
                                .findFirst()
                                .orElseThrow());
        var matcher =
                java.util.regex.Pattern.compile("url\\(\"(/[^\"]+)\"\\)").matcher(fonts.body());
        while (matcher.find()) {
            assertThat(get(matcher.group(1)).statusCode()).as(matcher.group(1)).isEqualTo(200);
        }
    }

    @Test
    void the_menu_shows_where_one_is_and_what_waits() throws Exception {
        var page = page(get("/hjalp"));
        assertThat(page.select(".menu-wide [aria-current=page]").eachText())
                .containsExactly("Hjälp 3 väntar");
        assertThat(page.select(".menu-wide .menu__link").eachAttr("href"))
                .containsExactly("/visning", "/hjalp", "/om");
        assertThat(page.select(".top").text())
                .contains("Kim Exempel", "Norrmalms stadsdelsnämnd, Bosociala enheten");
    }

    @Test
    void errors_are_summed_up_with_links_to_their_fields() throws Exception {
        var response = get("/visning?fel");
        assertThat(response.statusCode()).isEqualTo(422);
        var page = page(response);
        assertThat(page.title()).startsWith("Fel:");
        var links = page.select(".summary a");
        assertThat(links.eachText())
                .containsExactly(
                        "Namn: Texten är för lång. Korta den till högst 40 tecken.",
                        "Dag då hyresgästen delgavs: Datumet går inte att läsa. Skriv till exempel"
                                + " 2026-11-24.",
                        "Skuld: Beloppet går inte att läsa. Skriv till exempel 12 345,50.",
                        "Varför riskerar personen att förlora bostaden? Välj ett alternativ.");
        for (var link : links) {
            assertThat(page.select(link.attr("href"))).hasSize(1);
        }
        assertThat(page.select("#f-served").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#f-served").val()).isEqualTo("32 nov");
        assertThat(page.select("#f-note").text()).isEqualTo("Ringde två gånger, inget svar.");
    }

    @Test
    void a_heading_sorts_and_the_first_page_comes_back() throws Exception {
        var page = page(get("/visning?lage=RENT&page=abc&sort=lastDay"));
        assertThat(page.select("th[aria-sort=ascending] a").attr("href"))
                .isEqualTo("/visning?lage=RENT&sort=-lastDay");
        assertThat(page.select(".pager a[rel=next]").attr("href"))
                .startsWith("/visning?lage=RENT&page=")
                .endsWith("&sort=lastDay");
    }

    @Test
    void a_typed_word_stays_a_word() throws Exception {
        var page = page(get("/visning?%3Cscript%3E=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"));
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/saknas, 404, Sidan finns inte",
        "/ingen/sida, 404, Sidan finns inte",
        "/sida/abc, 404, Sidan finns inte",
        "/error, 404, Sidan finns inte",
        "/sparat, 405, Sidan finns inte",
        "/nekad, 403, Du kan inte göra det här",
        "/krock, 409, Något har ändrats under tiden",
        "/fel, 500, Något gick fel hos oss",
        "/mallfel, 500, Något gick fel hos oss",
        "/tappad, 503, Databasen svarar inte just nu",
        "/vagra, 400, Det gick inte att läsa det som skickades",
    })
    void an_error_is_a_page_that_says_what_to_do(String path, int status, String title)
            throws Exception {
        var response = get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        var page = page(response);
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.text()).contains("Det som redan var sparat finns kvar.");
        assertThat(page.select(".menu")).isEmpty();
    }

    @Test
    void a_fault_is_logged_once_with_its_code_and_without_its_words(CapturedOutput output)
            throws Exception {
        var code = page(get("/fel")).select(".code").text();
        assertThat(code).matches("[2-9B-Z]{4}-[2-9B-Z]{4}");
        assertThat(output.getAll()).containsOnlyOnce(code);
        assertThat(output.getAll()).contains("PageHouse$Rooms.fault");
        assertThat(output.getAll()).doesNotContain("Hemligagatan");
    }

    /// The code of a letter, a link that works once, whose file it is.
    @Test
    void the_log_says_which_page_failed_and_not_of_what(CapturedOutput output) throws Exception {
        assertThat(get("/fel/HEMLIG7KOD").statusCode()).isEqualTo(500);
        assertThat(output.getAll()).contains("GET /fel/{code}").doesNotContain("HEMLIG7KOD");
        assertThat(get("/filterfel/HEMLIG8KOD").statusCode()).isEqualTo(500);
        assertThat(output.getAll()).contains("GET /filterfel/...").doesNotContain("HEMLIG8KOD");
        assertThat(get("/filterfel-19911130-2388").statusCode()).isEqualTo(500);
        assertThat(output.getAll()).contains("GET /...").doesNotContain("19911130");
    }

    @Test
    void what_a_filter_throws_is_answered_and_logged_the_same_way(CapturedOutput output)
            throws Exception {
        var response = get("/filterfel");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(output.getAll()).containsOnlyOnce(page(response).select(".code").text());
        assertThat(output.getAll()).doesNotContain("Hemligagatan");
    }

    @Test
    void what_was_typed_goes_along_when_one_tries_again() throws Exception {
        var page = page(post("/tappad", "note", "Ringde två gånger, inget svar."));
        var form = page.select("form[action=/tappad]");
        assertThat(form.select("input[name=note]").val())
                .isEqualTo("Ringde två gånger, inget svar.");
        assertThat(form.select("input[name=_csrf]")).hasSize(1);
    }

    @Test
    void what_is_too_large_or_unreadable_is_said_to_be_so(CapturedOutput output) throws Exception {
        var large = post("/sparat", "note", "x".repeat(3_000_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(page(large).select("h1").text()).isEqualTo("Filen är för stor");
        var upload =
                "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n"
                        + "x".repeat(1_500_000)
                        + "\r\n--b--\r\n";
        var file =
                send(
                        HttpRequest.newBuilder(uri("/sparat"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString(upload)));
        assertThat(file.statusCode()).isEqualTo(413);
        var broken =
                send(
                        HttpRequest.newBuilder(uri("/sparat"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("note=%zz")));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(output.getAll()).doesNotContain("ERROR");
    }

    @Test
    void a_password_never_comes_back() throws Exception {
        var page = page(post("/tappad", "name", "kim", "password", "hemlig"));
        assertThat(page.select("form")).isEmpty();
        assertThat(page.html()).doesNotContain("hemlig");
    }

    @Test
    void a_conflict_shows_what_one_wrote() throws Exception {
        var page = page(post("/krock", "note", "Ringde två gånger, inget svar.", "stage", "RENT"));
        assertThat(page.select(".quoted").eachText())
                .containsExactly("Ringde två gånger, inget svar.");
    }

    /// What has changed is read on the page one came from, and nowhere else.
    @Test
    void a_conflict_leads_back_to_the_page_it_came_from() throws Exception {
        var page = page(conflict(uri("/visning?flik=2").toString()));
        assertThat(page.select("a.button").eachAttr("href")).contains("/visning?flik=2");
        assertThat(page.select("a.button").eachText()).contains("Öppna sidan igen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/visning", "nonsense", "http://127.0.0.1:1/x", ":::"})
    void a_conflict_leads_nowhere_else(String referer) throws Exception {
        assertThat(page(conflict(referer)).select("a.button").eachAttr("href"))
                .containsExactly("/");
    }

    private HttpResponse<String> conflict(String referer) throws Exception {
        var token = page(get("/visning")).select("input[name=_csrf]").val();
        var response =
                send(
                        HttpRequest.newBuilder(uri("/krock"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Referer", referer)
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "stage=RENT&_csrf=" + escaped(token))));
        assertThat(response.statusCode()).isEqualTo(409);
        return response;
    }

    @Test
    void a_notice_is_shown_once_on_the_next_page() throws Exception {
        var response = post("/sparat");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).isEqualTo("/visning");
        var next = page(get("/visning"));
        assertThat(next.select(".notices").text()).startsWith("3 dagar kvar");
        assertThat(next.select(".notices form").attr("action")).isEqualTo("/angra");
        assertThat(page(get("/visning")).select(".notices .notice")).isEmpty();
    }

    @Test
    void one_may_read_in_english_and_go_back() throws Exception {
        var response = post("/sprak/en", "back", "/hjalp?a=1");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).isEqualTo("/hjalp?a=1");
        var english = get("/hjalp");
        assertThat(header(english, "Content-Language")).isEqualTo("en");
        assertThat(page(english).select("html").attr("lang")).isEqualTo("en");
        assertThat(page(english).select("h1").text()).isEqualTo("Help");
        var back = post("/sprak/sv");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(header(get("/hjalp"), "Content-Language")).isEqualTo("sv");
        assertThat(post("/sprak/fi").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "//example.org", "/\\example.org", "x", "/\r\nX: y"})
    void no_choice_leads_out_of_the_house(String back) throws Exception {
        assertThat(header(post("/utseende", "theme", "DARK", "back", back), "Location"))
                .isEqualTo("/");
    }

    @Test
    void one_may_choose_how_it_looks() throws Exception {
        assertThat(page(get("/visning")).select("html").hasAttr("data-theme")).isFalse();
        var chosen = post("/utseende", "theme", "DARK");
        assertThat(header(chosen, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        assertThat(page(get("/visning")).select("html").attr("data-theme")).isEqualTo("dark");
    }

    @Test
    void one_may_switch_the_short_cuts_off() throws Exception {
        assertThat(page(get("/visning")).select("body").hasAttr("data-shortcuts")).isTrue();
        var off = post("/kortkommandon", "on", "no");
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(page(get("/visning")).select("body").hasAttr("data-shortcuts")).isFalse();
        assertThat(page(get("/hjalp")).text()).contains("Kortkommandona är avstängda.");
    }

    @Test
    void a_typed_day_is_answered_in_full() throws Exception {
        assertThat(post("/datum", "text", "24/11").body()).isEqualTo("tisdag 24 november 2026");
        assertThat(post("/datum", "text", "32/11").body()).isEmpty();
    }

    @Test
    void the_accessibility_statement_has_what_the_law_asks() throws Exception {
        var text = page(get("/om")).text();
        assertThat(text)
                .contains(
                        "Norrmalms stadsdelsnämnd står bakom",
                        "delvis förenlig",
                        "Kända brister",
                        "Anmäl brister",
                        "Bedömningen gjordes");
        assertThat(page(get("/om")).select("a[href='mailto:tillganglighet@example.org']"))
                .hasSize(1);
        assertThat(page(get("/om")).select("a[href='https://www.digg.se/tdosanmalan']")).hasSize(1);
    }
}
