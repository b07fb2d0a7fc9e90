package se.bofast.page;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a page that another room than the page's own adds: a template of that room and what it
/// shows. The template gets `frame` beside the model and begins with its own `h2` (`page/card`).
///
/// @param template under `src/main/jte` without its ending, `prevention/web/person-cases`
public record Section(String template, Map<String, ?> model) {

    public Section {
        model = Map.copyOf(model);
    }

    /// What the page puts where the section belongs.
    public Content content(TemplateEngine engine, Frame frame) {
        return output -> {
            var values = new HashMap<String, @Nullable Object>(model);
            values.put("frame", frame);
            engine.render(template + ".jte", values, output);
        };
    }
}
