package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie of a log-in. Over TLS its name begins with `__Host-`: a browser takes such a cookie
/// only over TLS and only from this very host, so neither a neighbour under the same domain nor a
/// page without TLS can slip one in. Without TLS, on one's own machine, there is no such name.
@Component
class SessionCookie implements CookieSerializer {

    private static final String NAME = "bofast";

    private final DefaultCookieSerializer overTls = cookie("__Host-" + NAME, true);
    private final DefaultCookieSerializer plain = cookie(NAME, false);

    private static DefaultCookieSerializer cookie(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        return cookie;
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? overTls : plain;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }
}
