package se.bofast.access.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.bofast.access.Actor;
import se.bofast.kernel.EmployeeId;

/// Requests of tests as sent by someone who has logged in.
public final class LoggedInAs {

    private LoggedInAs() {}

    public static RequestPostProcessor account(EmployeeId id) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        new Employee(id.value()), null, List.of()));
    }

    public static RequestPostProcessor actor(Actor actor) {
        return account(actor.id());
    }
}
