package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.bofast.access.Paced;
import se.bofast.access.Paces;
import se.bofast.access.Paces.Whom;
import se.bofast.page.ErrorAnswer;

/// Keeps the pace of what is marked {@link Paced}, an account at a time.
@Component
class PaceKeeping implements HandlerInterceptor {

    private final Paces paces;
    private final ErrorAnswer answer;

    PaceKeeping(Paces paces, ErrorAnswer answer) {
        this.paces = paces;
        this.answer = answer;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var employee = ActorFilter.loggedIn();
        if (employee.isEmpty() || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        var paced = method.getMethodAnnotation(Paced.class);
        if (paced == null) {
            return true;
        }
        var wait = paces.wait(paced.value(), Whom.account(employee.get()));
        if (wait.isPresent()) {
            answer.tooMany(wait.get(), request, response);
        }
        return wait.isEmpty();
    }
}
