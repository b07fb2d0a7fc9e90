package se.bofast.intake.web;

import java.time.Clock;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.LandlordId;
import se.bofast.intake.Inbox;
import se.bofast.intake.InboxFilter;
import se.bofast.intake.Known;
import se.bofast.intake.MatchState;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.UnitId;
import se.bofast.page.Form;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.RememberedFilters;

/// Inkorg: what has come in, newest first.
@Controller
class InboxPage {

    static final String PATH = "/inkorg";

    private final Inbox inbox;
    private final Access access;
    private final RememberedFilters remembered;
    private final Clock clock;

    InboxPage(Inbox inbox, Access access, RememberedFilters remembered, Clock clock) {
        this.inbox = inbox;
        this.access = access;
        this.remembered = remembered;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_SIGNALS);
        var kept = remembered.remember(PATH, query);
        if (kept.isPresent()) {
            return Pages.onward(PATH + "?" + kept.get());
        }
        var form = Form.of(query);
        var filter = filter(form);
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("filter", filter);
        model.put("list", inbox.list(actor, filter, PageKey.read(query.getFirst("page"))));
        model.put("landlords", inbox.landlords());
        model.put("units", inbox.units());
        model.put("questions", inbox.questions(actor));
        model.put("mayRegister", access.allows(actor, Action.REGISTER_SIGNAL));
        model.put("mayImport", access.allows(actor, Action.IMPORT_SIGNALS));
        return Pages.render("intake/web/inbox", model);
    }

    private InboxFilter filter(Form form) {
        var today = HouseClock.today(clock);
        return new InboxFilter(
                form.choice("kind", SignalKind.class).orElse(null),
                form.choice("source", SignalSource.class).orElse(null),
                form.uuid("landlord").map(LandlordId::new).orElse(null),
                form.choice("match", MatchState.class).orElse(null),
                form.choice("known", Known.class).orElse(null),
                form.uuid("unit").map(UnitId::new).orElse(null),
                form.date("from", today).orElse(null),
                form.date("until", today).orElse(null));
    }
}
