package se.bofast.page;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// A template as a view. The page is made whole before the first byte leaves, so that a failure
/// halfway gives an error page instead of half a page.
record JteView(TemplateEngine engine, Frames frames, ErrorAnswer errorAnswer, String template)
        implements View {

    static final String HTML = "text/html;charset=utf-8";
    private static final int UNPROCESSABLE = 422;

    /// Without it content negotiation skips the view and Spring complains of a circular path.
    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            show(model == null ? Map.of() : model, request, response);
        } catch (RuntimeException e) {
            // Spring answers no exceptions of views, so the container would log it, data and all.
            errorAnswer.failed(e, request, response);
        }
    }

    private void show(
            Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, @Nullable Object>(model);
        var failed =
                values.values().stream()
                        .anyMatch(value -> value instanceof Form form && form.hasErrors());
        if (!(values.get("frame") instanceof Frame)) {
            values.put("frame", frames.of(request).failing(failed));
        }
        if (failed && response.getStatus() == HttpServletResponse.SC_OK) {
            response.setStatus(UNPROCESSABLE);
        }
        write(engine, template, values, frames.words(request), response);
    }

    static void write(
            TemplateEngine engine,
            String template,
            Map<String, @Nullable Object> values,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var output = new StringOutput(16 * 1024);
        engine.render(template + ".jte", values, output);
        var bytes = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(HTML);
        // Tomcat writes Content-Language from it, over any header of that name.
        response.setLocale(Locale.of(words.language()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
