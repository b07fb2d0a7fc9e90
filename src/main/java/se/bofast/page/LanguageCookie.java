package se.bofast.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/// The language one has chosen, else Swedish. The browser's own language is not asked: a Swedish
/// authority answers in Swedish (språklagen 2009:600 10 §) until one chooses otherwise.
final class LanguageCookie implements LocaleResolver {

    static final String NAME = "bofast_language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Frames.cookie(request, NAME)
                .filter(Languages.ENGLISH.getLanguage()::equals)
                .map(language -> Languages.ENGLISH)
                .orElse(Languages.SWEDISH);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader("Set-Cookie", choice(NAME, locale.getLanguage(), request));
        }
    }

    /// Over TLS a name no other host and no page without TLS can write to.
    static String named(String name, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    /// A cookie that holds a choice of how the pages look, and nothing about who chose.
    static String choice(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(named(name, request), value)
                .path("/")
                .maxAge(java.time.Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
