package se.bofast.prevention.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.RememberedFilters;
import se.bofast.page.SortChoice;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.CaseLists;

/// Ärenden: who has which case, the most urgent legal day first.
@Controller
class CasesPage {

    static final String PATH = "/arenden";

    private final CaseLists lists;
    private final Access access;
    private final RememberedFilters remembered;

    CasesPage(CaseLists lists, Access access, RememberedFilters remembered) {
        this.lists = lists;
        this.access = access;
        this.remembered = remembered;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_CASES);
        var kept = remembered.remember(PATH, query);
        if (kept.isPresent()) {
            return Pages.onward(PATH + "?" + kept.get());
        }
        var form = Form.of(query);
        var filter = filter(actor, form);
        var sort =
                SortChoice.read(
                        query.getFirst("sort"), CaseLists.SORTS, SortChoice.ascending("next"));
        var count = lists.count(actor, filter);
        if (sort.column().equals("name") && count > CaseLists.SORTABLE_BY_NAME) {
            sort = SortChoice.ascending("next");
        }
        var slice = lists.list(actor, filter, sort, PageKey.read(query.getFirst("page")));
        return Pages.render(
                "prevention/web/cases",
                Map.ofEntries(
                        Map.entry("form", form),
                        Map.entry("filter", filter),
                        Map.entry("whose", whose(actor)),
                        Map.entry("slice", slice),
                        Map.entry("sort", sort),
                        Map.entry("count", count),
                        Map.entry("units", lists.units()),
                        Map.entry("colleagues", lists.colleagues()),
                        Map.entry("mayRegister", access.allows(actor, Action.REGISTER_SIGNAL)),
                        Map.entry("mayPrint", access.allows(actor, Action.PRINT_LETTERS)),
                        Map.entry("mayBreakGlass", access.allows(actor, Action.BREAK_GLASS))));
    }

    /// A case number typed in the search field.
    @GetMapping(PATH + "/nummer/{number}")
    ModelAndView byNumber(Actor actor, @PathVariable String number) {
        try {
            return Pages.onward(PATH + "/" + lists.byNumber(actor, number).value());
        } catch (NotFound e) {
            // The same whether there is such a case or not.
            if (!access.allows(actor, Action.BREAK_GLASS)) {
                throw e;
            }
            return Pages.onward(EmergencyPage.PATH, Notice.info("prevention.emergency.beyond"));
        }
    }

    private static List<CaseFilter.Whose> whose(Actor actor) {
        var scope = Permissions.of(actor.roles(), Action.SEE_CASES);
        var choices = new ArrayList<>(List.of(CaseFilter.Whose.MINE));
        if (scope.compareTo(Scope.UNIT) >= 0) {
            choices.add(CaseFilter.Whose.MY_UNITS);
        }
        if (scope == Scope.BOARD) {
            choices.add(CaseFilter.Whose.ALL);
        }
        return choices;
    }

    private static CaseFilter filter(Actor actor, Form form) {
        var choices = whose(actor);
        var whose =
                form.choice("whose", CaseFilter.Whose.class)
                        .filter(choices::contains)
                        .orElse(choices.getLast());
        return new CaseFilter(
                whose,
                form.choice("state", CaseFilter.State.class).orElse(CaseFilter.State.OPEN),
                id(form, "unit").map(UnitId::new).orElse(null),
                id(form, "responsible").map(EmployeeId::new).orElse(null),
                form.text("reason", 40).filter(r -> r.matches("[A-Z_]+")).orElse(null),
                form.check("children"),
                form.choice("alarm", CaseFilter.Alarm.class).orElse(null));
    }

    private static Optional<UUID> id(Form form, String name) {
        return form.uuid(name);
    }
}
