package se.bofast.access.web;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.bofast.access.Actor;

/// Requests of a test made by an employee who has logged in.
public final class LoggedInAs {

    private LoggedInAs() {}

    public static RequestPostProcessor actor(Actor actor) {
        var employee = new Employee(actor.id().value());
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        employee, null, java.util.List.of()));
    }
}
