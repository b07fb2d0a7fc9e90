package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person at a keyboard in front of the house. Every page they come to is checked by axe, with no
/// rule switched off, and remembered as visited.
final class Browsing implements AutoCloseable {

    static final String PASSWORD = "nyckel-till-hemmet";
    private static final Pattern FILE = Pattern.compile("/fil$|/fil\\?|csv|xlsx|/ratta");
    private static final Set<String> VISITED = new TreeSet<>();

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
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            // A form with errors is answered with 422, which the browser remarks upon.
            if (message.type().equals("error")
                    && !message.text().contains("422")
                    && !(refusalsExpected && message.text().contains("403"))) {
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
        page.navigate(address + path);
        check();
    }

    /// Looks at where one has come: no axe violation, nothing refused by the browser's own rules.
    void check() {
        settle();
        var path = page.url().substring(address.length()).replaceFirst("[?#].*", "");
        VISITED.add(
                path.replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "{id}"));
        // Before axe, which itself tries styles that the page's policy refuses.
        assertThat(console).as("console at " + path).isEmpty();
        var violations = new AxeBuilder(page).analyze().getViolations();
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
    }

    /// A press starts its way to the next page a moment later than it returns.
    private void settle() {
        page.waitForTimeout(300);
        page.waitForLoadState(LoadState.LOAD);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /// Presses Enter on what leads somewhere, and waits until one is there.
    void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        check();
    }

    void logIn(String login) {
        open("/logga-in");
        tabTo("Användarnamn");
        type(login);
        tabTo("Lösenord");
        type(PASSWORD);
        enter();
    }

    /// Presses Tab until what has focus is called so; what a keyboard cannot reach fails here.
    void tabTo(String name) {
        for (var i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (focused().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach: " + name);
    }

    /// What has focus, as a screen reader would name it.
    String focused() {
        return (String)
                page.evaluate(
                        """
                        () => {
                          const e = document.activeElement;
                          if (!e || e === document.body) return '';
                          if (e.labels && e.labels.length) return e.labels[0].innerText.trim();
                          return (e.getAttribute('aria-label') || e.innerText || e.value || '').trim();
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

    /// Goes to what is called so and presses Enter.
    void follow(String name) {
        tabTo(name);
        enter();
    }

    /// Walks every way one can see from where one is, one page of each kind, and looks at each.
    void walkEverywhere() {
        var waiting = new ArrayDeque<String>();
        var seen = new TreeSet<String>();
        waiting.add("/");
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            open(path);
            @SuppressWarnings("unchecked")
            var links =
                    (List<String>)
                            page.evaluate(
                                    "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))");
            for (var link : links) {
                // Files to fetch are no pages; an address of another kind of thing is new.
                if (link.startsWith("/")
                        && !VISITED.contains(kind(link).replaceFirst("\\?.*", ""))
                        && !FILE.matcher(link).find()
                        && seen.add(kind(link))) {
                    waiting.add(link);
                }
            }
        }
    }

    private static String kind(String link) {
        return link.replaceFirst("#.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "{id}")
                .replaceAll("=[^&]*", "=");
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

    String text() {
        return page.locator("main").innerText();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
