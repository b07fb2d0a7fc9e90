package se.bofast.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Turns what controllers throw, and what the container gives up on, into error pages.
@Controller
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorController {

    private final ErrorAnswer answer;

    ErrorPages(ErrorAnswer answer) {
        this.answer = answer;
    }

    /// An id in the path that is no id is a page that does not exist.
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.answer(HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.answer(HttpStatus.CONTENT_TOO_LARGE, request, response);
    }

    @ExceptionHandler({MultipartException.class, HttpMessageNotReadableException.class})
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.answer(HttpStatus.BAD_REQUEST, request, response);
    }

    /// The browser left before the answer came; there is no one to tell.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    void failed(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        switch (thrown) {
            // The log-in room's filters answer these: log in first, or no.
            case AccessDeniedException denied -> throw denied;
            case AuthenticationException unknown -> throw unknown;
            case ErrorResponse refused when refused.getStatusCode().is4xxClientError() -> {
                var status = HttpStatus.resolve(refused.getStatusCode().value());
                response.setHeader("Allow", refused.getHeaders().getFirst("Allow"));
                answer.answer(status == null ? HttpStatus.BAD_REQUEST : status, request, response);
            }
            default -> answer.failed(thrown, request, response);
        }
    }

    /// What never reached a controller: filters, the container itself.
    @RequestMapping("/error")
    void outside(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (thrown instanceof Throwable failure && (status == null || status.is5xxServerError())) {
            answer.failed(failure, request, response);
        } else {
            // Asked for by its own address, without an error, there is nothing here.
            answer.answer(status == null ? HttpStatus.NOT_FOUND : status, request, response);
        }
    }
}
