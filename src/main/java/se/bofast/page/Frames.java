package se.bofast.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import se.bofast.kernel.HouseClock;
import se.bofast.page.WhoIsHere.Here;

/// Makes the frame of a page from the request.
@Component
public final class Frames {

    static final String THEME_COOKIE = "bofast_theme";
    static final String SHORTCUTS_COOKIE = "bofast_shortcuts";
    static final String NOTICES = "notices";

    private final Languages languages;
    private final LocaleResolver localeResolver;
    private final Clock clock;
    private final Assets assets;
    private final ObjectProvider<WhoIsHere> whoIsHere;
    private final ObjectProvider<MenuSource> menuSources;
    private final ObjectProvider<SearchPlace> searchPlace;

    Frames(
            Languages languages,
            LocaleResolver localeResolver,
            Clock clock,
            Assets assets,
            ObjectProvider<WhoIsHere> whoIsHere,
            ObjectProvider<MenuSource> menuSources,
            ObjectProvider<SearchPlace> searchPlace) {
        this.languages = languages;
        this.localeResolver = localeResolver;
        this.clock = clock;
        this.assets = assets;
        this.whoIsHere = whoIsHere;
        this.menuSources = menuSources;
        this.searchPlace = searchPlace;
    }

    /// The words in the language of the request.
    public Words words(HttpServletRequest request) {
        return languages.words(localeResolver.resolveLocale(request));
    }

    /// The words of a language, for work that no request started.
    public Words words(Locale locale) {
        return languages.words(locale);
    }

    /// The frame of an ordinary page.
    public Frame of(HttpServletRequest request) {
        var words = words(request);
        var here = Optional.ofNullable(whoIsHere.getIfAvailable()).flatMap(WhoIsHere::here);
        var search = searchPlace.getIfAvailable();
        return new Frame(
                words,
                HouseClock.today(clock),
                address(request),
                here.orElse(null),
                here.isPresent() ? menu(words, request.getRequestURI()) : List.of(),
                notices(request),
                csrf(request),
                here.isPresent() && search != null ? search.action() : null,
                theme(request),
                shortcuts(request),
                false,
                assets);
    }

    /// The frame of a page that must come up even when the database does not answer: it asks no
    /// one.
    Frame bare(HttpServletRequest request) {
        Here nobody = null;
        return new Frame(
                words(request),
                HouseClock.today(clock),
                Address.of(request.getRequestURI()),
                nobody,
                List.of(),
                List.of(),
                null,
                null,
                theme(request),
                shortcuts(request),
                false,
                assets);
    }

    private List<MenuEntry> menu(Words words, String path) {
        var items = new ArrayList<MenuItem>();
        menuSources.forEach(source -> items.addAll(source.items()));
        items.sort(Comparator.comparingInt(MenuItem::order).thenComparing(MenuItem::key));
        var current =
                items.stream()
                        .map(MenuItem::href)
                        .filter(href -> covers(href, path))
                        .max(Comparator.comparingInt(String::length));
        return items.stream()
                .map(item ->
                        new MenuEntry(
                                words.t(item.key()),
                                item.href(),
                                item.waiting(),
                                current.filter(item.href()::equals).isPresent(),
                                item.order() >= 900))
                .toList();
    }

    private static boolean covers(String href, String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }

    private static Address address(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>();
        // A POST's fields are not part of the address.
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            request.getParameterMap()
                    .forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        }
        return new Address(request.getRequestURI(), parameters);
    }

    private static List<Notice> notices(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        var notices = new ArrayList<Notice>();
        if (flash != null && flash.get(NOTICES) instanceof List<?> given) {
            for (var notice : given) {
                if (notice instanceof Notice known) {
                    notices.add(known);
                }
            }
        }
        return List.copyOf(notices);
    }

    private static Frame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : null;
    }

    private static Frame.Theme theme(HttpServletRequest request) {
        return cookie(request, THEME_COOKIE)
                .map(value ->
                        switch (value) {
                            case "light" -> Frame.Theme.LIGHT;
                            case "dark" -> Frame.Theme.DARK;
                            default -> Frame.Theme.AUTO;
                        })
                .orElse(Frame.Theme.AUTO);
    }

    private static boolean shortcuts(HttpServletRequest request) {
        return cookie(request, SHORTCUTS_COOKIE).filter("off"::equals).isEmpty();
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie ->
                                cookie.getName().equals(LanguageCookie.named(name, request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
