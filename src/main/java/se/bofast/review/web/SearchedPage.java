package se.bofast.review.web;

import java.time.Clock;
import java.util.List;
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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonNumber;
import se.bofast.page.Form;
import se.bofast.page.Pages;
import se.bofast.review.SearchedFor;

/// Who has searched for a number, also where nobody was found.
@Controller
class SearchedPage {

    static final String PATH = "/granskning/sokningar";
    private static final int LONGEST = 40;

    private final SearchedFor searched;
    private final Access access;
    private final Clock clock;

    SearchedPage(SearchedFor searched, Access access, Clock clock) {
        this.searched = searched;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView empty(Actor actor) {
        access.require(actor, Action.REVIEW_LOG);
        return page(Form.empty(), List.of(), false);
    }

    private static ModelAndView page(Form form, List<SearchedFor.Search> found, boolean asked) {
        return Pages.render(
                "review/web/searched", Map.of("form", form, "found", found, "asked", asked));
    }

    @PostMapping(PATH)
    ModelAndView ask(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REVIEW_LOG);
        var form = Form.of(fields);
        var number =
                form.requiredText("number", LONGEST, "review.searched.number.missing")
                        .flatMap(text -> PersonNumber.read(text, HouseClock.today(clock)));
        if (number.isEmpty() && !form.hasErrors()) {
            form.error("number", "review.searched.number.missing");
        }
        return form.hasErrors()
                ? page(form, List.of(), false)
                : page(form, searched.by(actor, number.orElseThrow()), true);
    }
}
