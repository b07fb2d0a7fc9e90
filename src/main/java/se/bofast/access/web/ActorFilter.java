package se.bofast.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.database.Reach;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;

/// Finds out who the logged-in account is today and sets the request's work behind its wall.
@Component
class ActorFilter extends OncePerRequestFilter {

    static final String ACTOR = "se.bofast.actor";
    static final String BOARD = "board";

    /// In the session while the password is one that someone else gave.
    static final String MUST_CHANGE = "mustChange";

    private final Actors actors;

    ActorFilter(Actors actors) {
        this.actors = actors;
    }

    /// What a chain may throw, carried through the scope as it is.
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carried(Exception cause) {
            super(cause);
        }
    }

    static Optional<EmployeeId> loggedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Employee employee
                ? Optional.of(new EmployeeId(employee.id()))
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var employee = loggedIn();
        if (employee.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var actor = find(request, employee.get());
        if (actor.isEmpty() && !mayWithoutBoard(request)) {
            OwnRedirects.INSTANCE.sendRedirect(request, response, LogInConfiguration.CHOOSE_BOARD);
            return;
        }
        if (actor.isPresent() && mustChange(request) && !mayBeforeChange(request)) {
            OwnRedirects.INSTANCE.sendRedirect(request, response, LogInConfiguration.NEW_PASSWORD);
            return;
        }
        actor.ifPresent(found -> request.setAttribute(ACTOR, found));
        var reach = actor.map(Actor::reach).orElseGet(() -> Reach.ofAccount(employee.get()));
        try {
            reach.<Void, Carried>within(() -> {
                try {
                    chain.doFilter(request, response);
                    return null;
                } catch (ServletException | IOException e) {
                    throw new Carried(e);
                }
            });
        } catch (Carried carried) {
            switch (carried.getCause()) {
                case ServletException e -> throw e;
                case IOException e -> throw e;
                case null, default -> throw carried;
            }
        }
    }

    private Optional<Actor> find(HttpServletRequest request, EmployeeId employee) {
        var session = request.getSession(false);
        var chosen =
                session != null && session.getAttribute(BOARD) instanceof UUID id
                        ? new BoardId(id)
                        : null;
        return Reach.ofAccount(employee).within(() -> actors.find(employee, chosen));
    }

    private static boolean mayWithoutBoard(HttpServletRequest request) {
        var path = path(request);
        return path.equals(LogInConfiguration.CHOOSE_BOARD)
                || path.equals(LogInConfiguration.LOG_OUT)
                || path.equals("/om")
                || path.startsWith("/vendor/")
                || path.startsWith("/fonts/")
                || path.startsWith("/sprak/")
                || path.startsWith("/tid")
                || path.matches("/(bofast|favicon|mark)[.a-z]*");
    }

    private static boolean mustChange(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(MUST_CHANGE) != null;
    }

    private static boolean mayBeforeChange(HttpServletRequest request) {
        return path(request).equals(LogInConfiguration.NEW_PASSWORD) || mayWithoutBoard(request);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isStatic(path(request));
    }

    /// Files are the same for everybody: no question to the database.
    static boolean isStatic(String path) {
        return path.startsWith("/vendor/")
                || path.startsWith("/fonts/")
                || path.matches("/(bofast|favicon|mark)[.a-z]*");
    }

    /// As the container has decoded and the firewall has let through.
    static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
