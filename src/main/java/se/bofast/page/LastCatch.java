package se.bofast.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Catches what sessions, security and other filters throw before the container does, which would
/// log it with the values that failed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LastCatch extends OncePerRequestFilter {

    private final ErrorAnswer answer;

    LastCatch(ErrorAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            caught(e.getRootCause() == null ? e : e.getRootCause(), request, response);
        } catch (RuntimeException | Error e) {
            caught(e, request, response);
        }
    }

    private void caught(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.failed(thrown, request, response);
        if (response.isCommitted() && response.getStatus() < 400) {
            // Half an answer has left; only cutting the line tells the browser.
            throw new IOException("the answer was cut off");
        }
    }
}
