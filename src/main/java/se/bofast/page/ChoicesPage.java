package se.bofast.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.kernel.DateText;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// The choices of language and looks, and the small question a date field asks.
@Controller
class ChoicesPage {

    private final LocaleResolver localeResolver;
    private final Frames frames;
    private final java.time.Clock clock;

    ChoicesPage(LocaleResolver localeResolver, Frames frames, java.time.Clock clock) {
        this.localeResolver = localeResolver;
        this.frames = frames;
        this.clock = clock;
    }

    @PostMapping("/sprak/{language}")
    ModelAndView language(
            @PathVariable String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen =
                Languages.ALL.stream()
                        .filter(locale -> locale.getLanguage().equals(language))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        localeResolver.setLocale(request, response, chosen);
        return Pages.onward(safe(back));
    }

    @PostMapping("/utseende")
    ModelAndView theme(
            @RequestParam Frame.Theme theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                LanguageCookie.choice(
                        Frames.THEME_COOKIE, theme.name().toLowerCase(Locale.ROOT), request));
        return Pages.onward(safe(back));
    }

    /// Single keys as short-cuts must be possible to switch off (WCAG 2.1.4).
    @PostMapping("/kortkommandon")
    ModelAndView shortcuts(
            @RequestParam(defaultValue = "yes") String on,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                LanguageCookie.choice(
                        Frames.SHORTCUTS_COOKIE, on.equals("no") ? "off" : "on", request));
        return Pages.onward(safe(back));
    }

    /// How the typed day is read: `tisdag 24 november 2026`, or nothing. A POST, since a day of
    /// birth must not stand in an address.
    @PostMapping("/datum")
    ResponseEntity<String> day(@RequestParam String text, HttpServletRequest request) {
        var today = HouseClock.today(clock);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .body(DateText.read(text, today).map(frames.words(request)::longDay).orElse(""));
    }

    private static String safe(String back) {
        return Onward.isOurs(back) ? back : "/";
    }
}
