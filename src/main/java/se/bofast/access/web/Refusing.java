package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import se.bofast.page.ErrorAnswer;

/// Says in plain words what the doors refuse: most often a form that outlived its session.
@Component
class Refusing implements AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusing.class);

    private final ErrorAnswer answer;

    Refusing(ErrorAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (refused instanceof CsrfException) {
            // Of a log-in that stands: a stranger's would be the stranger's to fill the log with.
            ActorFilter.loggedIn()
                    .ifPresent(account ->
                            LOG.info("without the token of its session, by account {}", account));
            answer.expired(request, response);
        } else {
            answer.answer(HttpStatus.FORBIDDEN, request, response);
        }
    }
}
