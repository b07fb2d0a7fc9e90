package se.bofast.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a log-in after a working day, however busy it is: a forgotten or stolen browser does not
/// stay logged in by asking on and on. Stands before the doors, so that the page one asked for
/// comes back after the next log-in, and what was typed stays in its draft.
@Component
class SessionEnd extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(12);

    /// In the session: when the log-in was, in milliseconds of the epoch.
    static final String CAME_IN = "cameIn";

    private final Clock clock;

    SessionEnd(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(CAME_IN) instanceof Long cameIn
                && Instant.ofEpochMilli(cameIn).plus(LONGEST).isBefore(clock.instant())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ActorFilter.isStatic(ActorFilter.path(request));
    }
}
