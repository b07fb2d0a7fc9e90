package se.bofast.debt.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.debt.RelapseRoutine;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// The board's own routine: how soon a new debt is a relapse.
@Controller
class RelapsePage {

    private static final String PATH = "/skulder/aterfall";

    private final RelapseRoutine routine;
    private final Access access;

    RelapsePage(RelapseRoutine routine, Access access) {
        this.routine = routine;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return page(Form.empty().with("months", routine.months()));
    }

    private static ModelAndView page(Form form) {
        return Pages.render("debt/web/relapse", Map.of("form", form));
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.MANAGE_BOARD);
        var form = Form.of(fields);
        var months = form.requiredWholeNumber("months", 1, RelapseRoutine.MOST_MONTHS);
        if (form.hasErrors()) {
            return page(form);
        }
        routine.change(actor, months.orElseThrow());
        return Pages.onward(PATH, Notice.success("debt.relapse.saved"));
    }
}
