package se.bofast.desk.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.page.Drafts;
import se.bofast.page.Pages;
import se.bofast.prevention.DayList;

/// Min dag: the page people live in.
@Controller
class DayPage {

    private final DayList days;
    private final Access access;
    private final Drafts drafts;

    DayPage(DayList days, Access access, Drafts drafts) {
        this.days = days;
        this.access = access;
        this.drafts = drafts;
    }

    @GetMapping("/")
    ModelAndView day(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        if (!access.allows(actor, Action.SEE_DAY)) {
            return Pages.render("desk/web/no-day", Map.of());
        }
        var scope = Permissions.of(actor.roles(), Action.SEE_DAY);
        var wide = !"mina".equals(query.getFirst("visa")) && scope != Scope.OWN;
        return Pages.render(
                "desk/web/day",
                Map.of(
                        "day", days.of(actor, wide),
                        "scope", scope,
                        "wide", wide,
                        "drafts", drafts.mine(),
                        "name", firstName(actor.name()),
                        "mayRegister", access.allows(actor, Action.REGISTER_SIGNAL)));
    }

    private static String firstName(String name) {
        return List.of(name.split(" ")).getFirst();
    }
}
