package se.bofast.page;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;

/// Writes the error pages: what happened, that nothing is lost, what to do.
///
/// It asks neither the database nor who is here, and writes straight to the response, so that it
/// comes up whatever is broken.
@Component
public final class ErrorAnswer {

    /// The beginning of an address without anything that could be a number, a name or a code.
    private static final Pattern WORD = Pattern.compile("/[a-z-]{1,30}+(?=/|$)");

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);

    private final ObjectProvider<Frames> frames;
    private final TemplateEngine engine;

    ErrorAnswer(ObjectProvider<Frames> frames, TemplateEngine engine) {
        this.frames = frames;
        this.engine = engine;
    }

    /// The page of a status: 403, 404 (and 405), 409, 413, 429 and 503 have their own words; the
    /// other 4xx take those of 400, the rest those of 500.
    public void answer(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(ErrorKind.of(status), status, null, null, false, request, response);
    }

    /// The page of a form that was sent too late or from elsewhere: its token is missing or wrong
    /// (403). What was typed can be copied from it.
    public void expired(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(ErrorKind.EXPIRED, HttpStatus.FORBIDDEN, null, null, false, request, response);
    }

    /// The page of who asks too fast (429): when to try again. The same for everyone.
    public void tooMany(Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Retry-After", retryAfter(wait));
        write(
                ErrorKind.TOO_MANY,
                HttpStatus.TOO_MANY_REQUESTS,
                null,
                null,
                false,
                request,
                response);
    }

    /// As the header says it: whole seconds, none too few.
    public static String retryAfter(Duration wait) {
        return Long.toString(wait.toSeconds() + 1);
    }

    /// The page of what was thrown. A broken request is told as such; a fault of ours is logged,
    /// once, with a code and without the message.
    void failed(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (thrown instanceof NotFound) {
            answer(HttpStatus.NOT_FOUND, request, response);
        } else if (thrown instanceof Forbidden) {
            LOG.info(
                    "refused to {}: {} {}",
                    request.getRemoteUser(),
                    request.getMethod(),
                    path(request));
            answer(HttpStatus.FORBIDDEN, request, response);
        } else if (thrown instanceof Conflict conflict) {
            var key = String.valueOf(conflict.getMessage());
            write(HttpStatus.CONFLICT, key, null, false, request, response);
        } else if (thrown instanceof InvalidParameterException unreadable) {
            var status = HttpStatus.resolve(unreadable.getErrorCode());
            answer(status == null ? HttpStatus.BAD_REQUEST : status, request, response);
        } else if (Failure.isLostDatabase(thrown)) {
            LOG.warn("the database does not answer, {} {}", request.getMethod(), path(request));
            write(HttpStatus.SERVICE_UNAVAILABLE, null, null, true, request, response);
        } else if (Failure.isCollision(thrown)) {
            write(HttpStatus.CONFLICT, "page.conflict.again", null, true, request, response);
        } else {
            var code = Failure.newCode();
            if (LOG.isErrorEnabled()) {
                LOG.error(
                        "error {} in {} {}: {}",
                        code,
                        request.getMethod(),
                        path(request),
                        Failure.trace(thrown));
            }
            write(HttpStatus.INTERNAL_SERVER_ERROR, null, code, true, request, response);
        }
    }

    /// Which page, without the ids, numbers and codes that stand in its address.
    private static String path(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        var known = WORD.matcher(request.getRequestURI());
        if (!known.lookingAt()) {
            return "/...";
        }
        return known.hitEnd() ? known.group() : known.group() + "/...";
    }

    /// The page the form stood on, if the browser says so and it is a page of ours; else null.
    private static @Nullable String from(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return null;
        }
        try {
            var page = URI.create(referer);
            var path = page.getRawPath();
            var host = request.getHeader("Host");
            if (path == null || host == null || !host.equalsIgnoreCase(page.getRawAuthority())) {
                return null;
            }
            var whole = page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
            return Onward.isOurs(whole) ? whole : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void write(
            HttpStatus status,
            @Nullable String sentenceKey,
            @Nullable String code,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(ErrorKind.of(status), status, sentenceKey, code, again, request, response);
    }

    private void write(
            ErrorKind kind,
            HttpStatus status,
            @Nullable String sentenceKey,
            @Nullable String code,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "10");
        }
        var frame = frames.getObject().bare(request);
        var values = new HashMap<String, @Nullable Object>();
        values.put("frame", frame);
        values.put("kind", kind);
        values.put("sentence", sentenceKey == null ? null : frame.t(sentenceKey));
        values.put("code", code);
        // A command's key makes sending again harmless.
        values.put("again", again);
        values.put("sent", Sent.with(request).orElse(null));
        values.put("from", status == HttpStatus.CONFLICT && !again ? from(request) : null);
        JteView.write(engine, "page/error", values, frame.words(), response);
    }
}
