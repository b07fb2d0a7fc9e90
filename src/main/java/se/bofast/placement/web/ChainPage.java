package se.bofast.placement.web;

import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.page.Form;
import se.bofast.page.Pages;
import se.bofast.placement.HousingChain;
import se.bofast.placement.HousingChain.Card;
import se.bofast.placement.HousingChain.Filter;
import se.bofast.placement.HousingChain.Group;
import se.bofast.placement.HousingChain.Whose;
import se.bofast.placement.HousingForm.Step;
import se.bofast.placement.OfferingHelp;

/// Boendekedjan: who lives on which step; whose home ends; who comes first.
@Controller
class ChainPage {

    static final String PATH = "/boendekedjan";
    static final String ENDING = PATH + "/osakert";
    static final String GROUPS = PATH + "/malgrupper";
    private static final int DAYS = 90;
    private static final int MOST_DAYS = 730;

    /// The same people, as columns or as rows.
    enum Shown {
        COLUMNS,
        TABLE
    }

    private final HousingChain chain;
    private final OfferingHelp offering;
    private final Access access;

    ChainPage(HousingChain chain, OfferingHelp offering, Access access) {
        this.chain = chain;
        this.offering = offering;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var filter =
                new Filter(
                        whose(actor, form),
                        form.choice("step", Step.class).orElse(null),
                        form.check("gaps"),
                        form.check("families"));
        var shown = form.choice("as", Shown.class).orElse(Shown.COLUMNS);
        var model = model(actor, form);
        model.put("filter", filter);
        model.put("table", shown == Shown.TABLE);
        var cards = chain.chain(actor, filter);
        model.put("cards", cards);
        model.put("coming", chain.coming(actor, cards));
        model.put("mayMove", access.allows(actor, Action.RECORD_STAY));
        return Pages.render("placement/web/chain", model);
    }

    @GetMapping(ENDING)
    ModelAndView ending(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var days = form.wholeNumber("days", 0, MOST_DAYS).orElse(DAYS);
        var whose = whose(actor, form);
        var cards = chain.ending(actor, whose, days);
        var model = model(actor, form.has("days", "") ? form.with("days", days) : form);
        model.put("days", days);
        model.put("cards", cards);
        model.put("offers", offering.of(cards.stream().map(Card::person).toList()));
        model.put("mayOffer", access.allows(actor, Action.OFFER_HELP));
        return Pages.render("placement/web/ending", model);
    }

    @GetMapping(GROUPS)
    ModelAndView groups(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var group = form.choice("group", Group.class);
        var cards = chain.groups(actor, group.orElse(null));
        var model = model(actor, form);
        model.put("narrow", group.isPresent());
        model.put("cards", cards);
        return Pages.render("placement/web/groups", model);
    }

    private HashMap<String, Object> model(Actor actor, Form form) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("whose", HousingChain.choices(actor));
        model.put("mayFollow", access.allows(actor, Action.SEE_TARGET_GROUPS));
        return model;
    }

    private static Whose whose(Actor actor, Form form) {
        var choices = HousingChain.choices(actor);
        return form.choice("whose", Whose.class)
                .filter(choices::contains)
                .orElse(choices.getFirst());
    }
}
