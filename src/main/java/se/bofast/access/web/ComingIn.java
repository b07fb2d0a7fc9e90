package se.bofast.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import se.bofast.access.Accounts;
import se.bofast.access.Actors;
import se.bofast.access.LoggingIn;
import se.bofast.database.Reach;
import se.bofast.kernel.EmployeeId;

/// After a log-in: on to the only board, or to choosing one.
@Component
class ComingIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Actors actors;
    private final LoggingIn loggingIn;
    private final Accounts accounts;
    private final PaceFilter paces;
    private final Clock clock;

    ComingIn(Actors actors, LoggingIn loggingIn, Accounts accounts, PaceFilter paces, Clock clock) {
        this.actors = actors;
        this.loggingIn = loggingIn;
        this.accounts = accounts;
        this.paces = paces;
        this.clock = clock;
        setRedirectStrategy(OwnRedirects.INSTANCE);
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof Employee employee) {
            var id = new EmployeeId(employee.id());
            paces.succeeded(request);
            request.getSession().setAttribute(SessionEnd.CAME_IN, clock.millis());
            if (accounts.mustChange(id)) {
                request.getSession().setAttribute(ActorFilter.MUST_CHANGE, true);
            }
            var actor = Reach.ofAccount(id).within(() -> actors.find(id, null));
            if (actor.isPresent()) {
                request.getSession().setAttribute(ActorFilter.BOARD, actor.get().board().value());
                actor.get()
                        .reach()
                        .within(() -> {
                            loggingIn.came(actor.get());
                            return null;
                        });
            }
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
