package se.bofast.review.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.review.OwnReadings;

/// Mina egna läsningar: what the log says one has done oneself.
@Controller
class OwnReadingsPage {

    static final String PATH = "/mina-lasningar";

    private final OwnReadings readings;

    OwnReadingsPage(OwnReadings readings) {
        this.readings = readings;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable String page) {
        return Pages.render(
                "review/web/own", Map.of("slice", readings.of(actor, PageKey.read(page))));
    }
}
