package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// A person at a keyboard in front of the house. Every page they come to is checked by axe, with no
/// rule switched off, and remembered as visited.
final class Browsing implements AutoCloseable {

    static final String PASSWORD = "nyckel-till-hemmet";
    private static final Pattern FILE = Pattern.compile("/fil$|/fil\\?|/fil/|csv|xlsx|/ratta");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("(?:[2-9B-Z]{4}-){3}[2-9B-Z]");
    private static final Pattern FIGURE = Pattern.compile("/matt/[^/?]+");
    private static final Set<String> VISITED = new TreeSet<>();

    /// How wide the narrowest page is that everything must be readable on without scrolling aside.
    private static final int NARROW = 320;

    private static final int WIDE = 1280;
    private static final int HIGH = 900;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final String address;
    private final List<String> console = new ArrayList<>();
    private boolean refusalsExpected;

    Browsing(String address) {
        this.address = address;
        this.playwright = Playwright.create();
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Path.of(
                                                        System.getenv()
                                                                .getOrDefault(
                                                                        "BOFAST_BROWSER",
                                                                        "/usr/bin/chromium")))
                                        .setArgs(
                                                List.of(
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        this.page =
                browser.newContext(
                                new Browser.NewContextOptions()
                                        .setLocale("sv-SE")
                                        .setTimezoneId("Europe/Stockholm")
                                        .setReducedMotion(
                                                com.microsoft.playwright.options.ReducedMotion
                                                        .REDUCE))
                        .newPage();
        page.setViewportSize(WIDE, HIGH);
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            // A form with errors is answered with 422, which the browser remarks upon.
            if (message.type().equals("error")
                    && !message.text().contains("422")
                    && !(refusalsExpected && message.text().matches("(?s).*\\b40[34]\\b.*"))) {
                console.add(message.text());
            }
        });
    }

    static Set<String> visited() {
        return VISITED;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        visited(path);
        page.navigate(address + path);
        check();
    }

    /// Goes there as whoever has no right to does, or where there is nothing.
    void openRefused(String path) {
        refusalsExpected = true;
        open(path);
        refusalsExpected = false;
    }

    /// Looks at where one has come: no axe violation, nothing refused by the browser's own rules,
    /// nothing that goes out of a narrow page.
    void check() {
        page.waitForLoadState(LoadState.LOAD);
        var path = page.url().substring(address.length()).replaceFirst("[?#].*", "");
        var kind = kind(path);
        VISITED.add(kind);
        // Before axe, which itself tries styles that the page's policy refuses.
        assertThat(console).as("console at " + path).isEmpty();
        // No page has frames, so axe needs no page of its own to gather what it found.
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(
                        violations.stream()
                                .map(v ->
                                        v.getId()
                                                + " "
                                                + v.getNodes().stream()
                                                        .map(n -> n.getHtml())
                                                        .limit(3)
                                                        .collect(Collectors.joining(" | ")))
                                .toList())
                .as("axe at " + path)
                .isEmpty();
        console.clear();
        page.setViewportSize(NARROW, HIGH);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("how wide a narrow page is at " + path)
                .isEqualTo(NARROW);
        page.setViewportSize(WIDE, HIGH);
        Pictures.of(page, kind);
    }

    /// Presses Enter on what leads somewhere, and waits until one is there.
    void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        check();
    }

    void logIn(String login) {
        logIn(login, PASSWORD);
    }

    void logIn(String login, String password) {
        open("/logga-in");
        fill("Användarnamn", login);
        fill("Lösenord", password);
        enter();
    }

    /// Presses Tab until what has focus is called so; what a keyboard cannot reach fails here.
    void tabTo(String name) {
        for (var i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (focused().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach: " + name);
    }

    /// What has focus in the page's own content, as a screen reader would name it.
    String focused() {
        return (String)
                page.evaluate(
                        """
                        () => {
                          const e = document.activeElement;
                          if (!e || !e.closest('main')) return '';
                          const name = e.labels && e.labels.length
                            ? e.labels[0].innerText
                            : e.getAttribute('aria-label') || e.innerText || e.value || '';
                          return name.replace(/\\s+/g, ' ').trim();
                        }
                        """);
    }

    void press(String key) {
        page.keyboard().press(key);
        page.waitForLoadState();
    }

    void type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /// Writes into the field that is called so.
    void fill(String label, String text) {
        tabTo(label);
        type(text);
    }

    /// Chooses in a list to choose from, with the arrows.
    void pick(String label, String choice) {
        tabTo(label);
        var steps = ((Number) page.evaluate(STEPS_TO_OPTION, choice)).intValue();
        for (var step = 0; step < Math.abs(steps); step++) {
            page.keyboard().press(steps > 0 ? "ArrowDown" : "ArrowUp");
        }
        assertThat(page.evaluate(STEPS_TO_OPTION, choice)).as(choice).isEqualTo(0);
    }

    private static final String STEPS_TO_OPTION =
            """
            choice => {
              const e = document.activeElement;
              const at = [...e.options].findIndex(o => o.text.trim().startsWith(choice));
              if (at < 0) throw new Error('there is no choice ' + choice);
              return at - e.selectedIndex;
            }
            """;

    /// Takes one of several that exclude each other: Tab to the group, arrows within it.
    void choose(String choice) {
        for (var i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            var steps = ((Number) page.evaluate(STEPS_TO_RADIO, choice)).intValue();
            if (steps >= 0) {
                page.keyboard().press("Space");
                for (var step = 0; step < steps; step++) {
                    page.keyboard().press("ArrowDown");
                }
                assertThat(focused()).startsWith(choice);
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach: " + choice);
    }

    private static final int MOST_TABS = 250;

    /// How many arrows from the radio button with focus to the one called so; -1 if none is.
    private static final String STEPS_TO_RADIO =
            """
            choice => {
              const e = document.activeElement;
              if (!e || e.type !== 'radio') return -1;
              const group = [...document.getElementsByName(e.name)];
              const at = group.findIndex(r => r.labels[0].innerText.trim().startsWith(choice));
              return at < 0 ? -1 : (at - group.indexOf(e) + group.length) % group.length;
            }
            """;

    /// Ticks a box.
    void tick(String label) {
        tabTo(label);
        page.keyboard().press("Space");
    }

    /// Opens what is folded.
    void unfold(String name) {
        tabTo(name);
        page.keyboard().press("Enter");
    }

    /// The first of some that exclude each other.
    void firstRadio() {
        for (var i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("() => document.activeElement.type === 'radio'")) {
                page.keyboard().press("Space");
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach a choice");
    }

    /// A payment order that came today, about somebody nobody knew: where a story begins.
    ///
    /// @param bornOn as digits, in a year nobody of the demo board is born in
    record Notice(String name, int bornOn) {

        /// Of the official test series, birth number 238x.
        String number() {
            var nine = bornOn % 1_000_000 + "238";
            nine = "0".repeat(9 - nine.length()) + nine;
            var sum = 0;
            for (var i = 0; i < 9; i++) {
                var value = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
                sum += value / 10 + value % 10;
            }
            return bornOn + "-238" + (10 - sum % 10) % 10;
        }
    }

    /// Registers the notice and stands on its page.
    void given(Notice notice) {
        page.navigate(address + "/signaler/ny?kind=PAYMENT_ORDER");
        page.getByLabel("Personnummer eller samordningsnummer").fill(notice.number());
        page.fill("#f-name", notice.name());
        page.getByLabel("Gatuadress").fill("Provgatan " + notice.bornOn() % 97);
        page.getByLabel("Belopp").fill("7 400");
        page.getByLabel("Avsändarens namn").fill("Kronofogden");
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Registrera"))
                .click();
        page.waitForLoadState();
        check();
    }

    /// The number of the case one is at.
    String number() {
        var found = Pattern.compile("Ärende (\\d{4}-\\d+)").matcher(text());
        assertThat(found.find()).as("a case's number").isTrue();
        return found.group(1);
    }

    /// The day after the house's today.
    String tomorrow() {
        return inDays(1);
    }

    /// So many days after the house's today.
    String inDays(int days) {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"))
                .plusDays(days)
                .toString();
    }

    /// Follows the link in the row of a table that begins so.
    void followIn(String row, String link) {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(row))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(link))
                .first()
                .focus();
        enter();
    }

    /// Opens what the row with the text leads to.
    void openLinkNear(String text) {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text))
                .getByRole(AriaRole.LINK)
                .first()
                .focus();
        enter();
    }

    /// Where the link that is called so leads.
    String href(String link) {
        return page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(link))
                .first()
                .getAttribute("href");
    }

    /// What a page without markup answers.
    String asked(String path) {
        visited(path);
        return page.request().get(address + path).text().strip();
    }

    /// The number a refusal is answered with.
    int refused(String path) {
        visited(path);
        return page.request().get(address + path).status();
    }

    private static void visited(String path) {
        VISITED.add(kind(path.replaceFirst("[?#].*", "")));
    }

    /// The text of the file that the link fetches whose address ends so.
    String fetched(String link, String address) {
        return new String(file(link, address), Charset.forName("windows-1252"));
    }

    private byte[] file(String link, String address) {
        var href =
                page.locator("main a[href*='" + address + "']")
                        .filter(new Locator.FilterOptions().setHasText(link))
                        .first()
                        .getAttribute("href");
        visited(href);
        var answer = page.request().get(this.address + href);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
        return answer.body();
    }

    /// What stands on the letters of the file that the link fetches.
    String letters(String link, String address) {
        try (var letters = Loader.loadPDF(file(link, address))) {
            return new PDFTextStripper().getText(letters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The codes that stand on the letters.
    static List<String> codes(String letters) {
        return CODE.matcher(letters).results().map(MatchResult::group).distinct().toList();
    }

    /// Gives a file, as the system's own dialogue would; that one is not the house's.
    void give(String label, String name, byte[] content) {
        page.getByLabel(label).setInputFiles(new FilePayload(name, "text/csv", content));
    }

    /// The path one is at, with what was asked.
    String path() {
        return page.url().substring(address.length());
    }

    /// Goes to what is called so and presses Enter.
    void follow(String name) {
        tabTo(name);
        enter();
    }

    /// Walks every way one can see from where one is, one page of each kind, and looks at each that
    /// nobody has looked at.
    void walkEverywhere() {
        var waiting = new ArrayDeque<String>();
        var seen = new TreeSet<String>();
        waiting.add("/");
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (VISITED.contains(kind(path).replaceFirst("\\?.*", ""))) {
                page.navigate(address + path);
            } else {
                open(path);
            }
            @SuppressWarnings("unchecked")
            var links =
                    (List<String>)
                            page.evaluate(
                                    "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))");
            for (var link : links) {
                // Files to fetch are no pages.
                if (link.startsWith("/")
                        && !FILE.matcher(link).find()
                        && seen.add(kind(link).replaceFirst("\\?.*", ""))) {
                    waiting.add(link);
                }
            }
        }
        console.clear();
    }

    private static String kind(String link) {
        var page = FIGURE.matcher(link.replaceFirst("#.*", "")).replaceAll("/matt/{id}");
        return ID.matcher(page).replaceAll("{id}");
    }

    /// Waits until the page says so.
    void waitFor(String text) {
        page.getByText(text).first().waitFor();
    }

    /// The log-in runs out while the page stays open. The refusals that follow are as they should.
    void loseLogIn() {
        page.context().clearCookies();
        refusalsExpected = true;
    }

    /// What the page says, with every kind of space as an ordinary one.
    String text() {
        return page.locator("main").innerText().replaceAll("[\\u00a0\\u202f]", " ");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
