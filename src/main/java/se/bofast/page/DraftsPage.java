package se.bofast.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.kernel.HouseClock;

/// Where forms keep what is being typed. Everything goes by POST: a form's text must not stand in
/// an address.
@Controller
class DraftsPage {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final int LONGEST_FIELDS = 60_000;
    private static final int LONGEST_ADDRESS = 600;
    private static final int LONGEST_TITLE = 300;

    private final Drafts drafts;
    private final Frames frames;
    private final WhoIsHere whoIsHere;
    private final java.time.Clock clock;

    DraftsPage(Drafts drafts, Frames frames, WhoIsHere whoIsHere, java.time.Clock clock) {
        this.drafts = drafts;
        this.frames = frames;
        this.whoIsHere = whoIsHere;
        this.clock = clock;
    }

    /// Answers with the time of day it was kept.
    @PostMapping("/utkast")
    ResponseEntity<String> keep(
            @RequestParam String form,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String title,
            @RequestParam UUID key,
            @RequestParam String fields,
            HttpServletRequest request) {
        if (!isAddress(form)
                || !(page.isEmpty() || isAddress(page))
                || fields.length() > LONGEST_FIELDS) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        var called = title.substring(0, Math.min(title.length(), LONGEST_TITLE)).strip();
        var at = drafts.keep(form, page.isEmpty() ? null : page, called, key, fields);
        return ResponseEntity.ok().contentType(TEXT).body(frames.words(request).time(at));
    }

    /// The draft of a form: `at`, `key` and `fields`, as a browser sends them; 204 where there is
    /// none.
    @PostMapping("/utkast/hamta")
    ResponseEntity<String> fetch(@RequestParam String form, HttpServletRequest request) {
        var words = frames.words(request);
        return drafts.find(form)
                .map(draft ->
                        ResponseEntity.ok()
                                .contentType(TEXT)
                                .body(
                                        "at="
                                                + escaped(
                                                        words.moment(
                                                                draft.savedAt(),
                                                                HouseClock.today(clock)))
                                                + "&key="
                                                + draft.commandKey()
                                                + "&fields="
                                                + escaped(draft.fields())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/utkast/kasta")
    @Nullable ModelAndView forget(
            @RequestParam String form,
            @RequestParam(defaultValue = "") String quiet,
            HttpServletResponse response) {
        drafts.forget(form);
        if (!quiet.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return Pages.onward("/", Notice.success("page.draft.gone"));
    }

    /// A fresh token for a page that outlived its log-in, for the same person only.
    @GetMapping("/utkast/nyckel")
    ResponseEntity<String> token(@RequestParam UUID account, HttpServletRequest request) {
        var same = whoIsHere.here().filter(here -> here.account().equals(account)).isPresent();
        return same && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? ResponseEntity.ok().contentType(TEXT).body(token.getToken())
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && Onward.isOurs(text);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
