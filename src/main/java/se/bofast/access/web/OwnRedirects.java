package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.web.RedirectStrategy;

/// Sends the browser on to a path of the house, never to a host: which host a request says it is
/// for is the sender's word alone.
final class OwnRedirects implements RedirectStrategy {

    static final OwnRedirects INSTANCE = new OwnRedirects();

    private OwnRedirects() {}

    @Override
    public void sendRedirect(
            HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path(address));
    }

    static String path(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            var path = uri.getRawPath() + (query == null ? "" : "?" + query);
            return path.startsWith("/") && !path.startsWith("//") ? path : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
