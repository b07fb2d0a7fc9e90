package se.bofast.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.bofast.access.Pace;
import se.bofast.access.Paces;
import se.bofast.access.Paces.Whom;
import se.bofast.page.ErrorAnswer;

/// Keeps the pace of log-ins, open pages and sent files, before anything is read of what was sent.
/// What else has a pace says so with {@link se.bofast.access.Paced}.
@Component
class PaceFilter extends OncePerRequestFilter {

    private final Paces paces;
    private final ErrorAnswer answer;

    PaceFilter(Paces paces, ErrorAnswer answer) {
        this.paces = paces;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait.isPresent()) {
            answer.tooMany(wait.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> wait(HttpServletRequest request) {
        var address = Whom.address(request.getRemoteAddr());
        var employee = ActorFilter.loggedIn();
        if (request.getMethod().equals("POST") && isFile(request)) {
            return paces.wait(Pace.UPLOAD, employee.map(Whom::account).orElse(address));
        }
        if (isLogIn(request)) {
            // Both are counted, so that the answer says nothing of which of them was too many.
            var ofAddress = paces.wait(Pace.LOG_IN_ADDRESS, address);
            var ofAccount = paces.wait(Pace.LOG_IN_ACCOUNT, login(request));
            return ofAddress.isPresent() ? ofAddress : ofAccount;
        }
        return employee.isPresent() ? Optional.empty() : paces.wait(Pace.OPEN, address);
    }

    /// After a log-in that succeeded: an office behind one address never uses up its own.
    void succeeded(HttpServletRequest request) {
        paces.giveBack(Pace.LOG_IN_ADDRESS, Whom.address(request.getRemoteAddr()));
        paces.giveBack(Pace.LOG_IN_ACCOUNT, login(request));
    }

    private static boolean isLogIn(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && ActorFilter.path(request).equals(LogInConfiguration.LOG_IN);
    }

    private static Whom login(HttpServletRequest request) {
        var login = request.getParameter("login");
        return Whom.login(login == null ? "" : login);
    }

    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// Files are the same for everybody and ask no database; the launcher asks for the health.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = ActorFilter.path(request);
        return ActorFilter.isStatic(path) || path.equals("/halsa") || path.equals("/error");
    }
}
