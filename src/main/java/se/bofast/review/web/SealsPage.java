package se.bofast.review.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.review.VerifyingSeals;

/// Förseglingar: the chain over the board's own log, and whether it holds.
@Controller
class SealsPage {

    static final String PATH = "/forseglingar";

    private final VerifyingSeals verifying;

    SealsPage(VerifyingSeals verifying) {
        this.verifying = verifying;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return Pages.render("review/web/seals", Map.of("view", verifying.view(actor)));
    }

    @PostMapping(PATH)
    ModelAndView verify(Actor actor) {
        verifying.order(actor);
        return Pages.onward(PATH, Notice.info("review.seals.ordered"));
    }
}
