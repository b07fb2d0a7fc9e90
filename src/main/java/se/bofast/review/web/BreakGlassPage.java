package se.bofast.review.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.access.Verdict;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.review.JudgingBreakGlass;

/// Nödöppningar: what colleagues have opened beyond their reach, for the reviewer.
@Controller
class BreakGlassPage {

    static final String PATH = "/granskning/nodoppningar";

    private final JudgingBreakGlass judging;

    BreakGlassPage(JudgingBreakGlass judging) {
        this.judging = judging;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String page) {
        return Pages.render(
                "review/web/openings", Map.of("slice", judging.list(actor, PageKey.read(page))));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        return one(actor, id, Form.empty());
    }

    private ModelAndView one(Actor actor, UUID id, Form form) {
        var opening = judging.find(actor, id);
        return Pages.render(
                "review/web/opening",
                Map.of(
                        "opening",
                        opening,
                        "done",
                        judging.done(opening),
                        "own",
                        opening.employee().equals(actor.id()),
                        "form",
                        form));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView judge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var verdict = form.requiredChoice("verdict", Verdict.class);
        var judgement = form.requiredText("judgement", 500, "review.openings.judgement.missing");
        if (form.hasErrors()) {
            return one(actor, id, form);
        }
        return Pages.onward(
                PATH,
                switch (judging.judge(actor, id, verdict.orElseThrow(), judgement.orElseThrow())) {
                    case DONE -> Notice.success("review.openings.judged");
                    case OWN -> Notice.warning("review.openings.own");
                    case ALREADY -> Notice.info("review.openings.already");
                });
    }
}
