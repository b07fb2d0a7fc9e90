package se.bofast.page;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// What a controller answers with: a page, or a way onward after a POST.
public final class Pages {

    private Pages() {}

    /// The template under `src/main/jte` without its ending, `intake/web/signal`. Each value goes
    /// to the template's parameter of that name; `frame` comes by itself. A model that holds a
    /// {@link Form} with errors is answered with 422.
    public static ModelAndView render(String template, Map<String, ?> model) {
        return new ModelAndView(template, model);
    }

    public static ModelAndView render(HttpStatus status, String template, Map<String, ?> model) {
        return new ModelAndView(template, model, status);
    }

    /// Sends the browser to a page of ours (303), which shows the notices once.
    public static ModelAndView onward(String href, Notice... notices) {
        return new ModelAndView(new Onward(href, List.of(notices)));
    }
}
