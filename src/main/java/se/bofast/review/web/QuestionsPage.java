package se.bofast.review.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.review.Judging;

/// What a reviewer asks a head about the head's employees.
@Controller
class QuestionsPage {

    static final String PATH = "/granskning/fragor";
    private static final int LONGEST_ANSWER = 1000;

    private final Judging judging;
    private final Access access;

    QuestionsPage(Judging judging, Access access) {
        this.judging = judging;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return page(actor, Form.empty());
    }

    private ModelAndView page(Actor actor, Form form) {
        return Pages.render(
                "review/web/questions",
                Map.of("questions", judging.questions(actor), "form", form));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.ANSWER_LOG_REVIEW);
        var form = Form.of(fields);
        var needed = form.requiredYesNo("needed");
        var answer = form.requiredText("answer", LONGEST_ANSWER, "review.questions.answer.missing");
        if (form.hasErrors()) {
            return page(actor, form);
        }
        judging.answer(actor, id, needed.orElseThrow(), answer.orElseThrow());
        return Pages.onward(PATH, Notice.success("review.questions.answered"));
    }
}
