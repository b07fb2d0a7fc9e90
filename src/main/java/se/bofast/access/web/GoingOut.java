package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import se.bofast.access.Actors;
import se.bofast.access.LoggingIn;
import se.bofast.database.Reach;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;

/// Puts a log-out on record.
@Component
class GoingOut implements LogoutHandler {

    private final Actors actors;
    private final LoggingIn loggingIn;

    GoingOut(Actors actors, LoggingIn loggingIn) {
        this.actors = actors;
        this.loggingIn = loggingIn;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof Employee employee)
                || !(session.getAttribute(ActorFilter.BOARD) instanceof UUID board)) {
            return;
        }
        var id = new EmployeeId(employee.id());
        Reach.ofAccount(id)
                .within(() -> actors.find(id, new BoardId(board)))
                .ifPresent(actor ->
                        actor.reach()
                                .within(() -> {
                                    loggingIn.went(actor);
                                    return null;
                                }));
    }
}
