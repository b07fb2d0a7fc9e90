package se.bofast.placement.web;

import java.time.Clock;
import java.util.HashMap;
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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.placement.KeepingStays;
import se.bofast.placement.OfferingHelp;
import se.bofast.placement.OfferingHelp.Help;
import se.bofast.placement.OfferingHelp.HelpResult;
import se.bofast.placement.OfferingHelp.Offer;
import se.bofast.placement.OfferingHelp.Written;

/// Help offered to somebody whose home ends, and what came of it.
@Controller
class HelpPage {

    private static final int NOTE = 500;

    private static final class NotWritten extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Written why;

        NotWritten(Written why) {
            super("refused", null, false, false);
            this.why = why;
        }
    }

    private final OfferingHelp offering;
    private final KeepingStays keeping;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    HelpPage(
            OfferingHelp offering,
            KeepingStays keeping,
            Access access,
            Commands commands,
            Clock clock) {
        this.offering = offering;
        this.keeping = keeping;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/personer/{person}/boende/hjalp")
    ModelAndView offerForm(Actor actor, @PathVariable UUID person) {
        access.require(actor, Action.OFFER_HELP, new se.bofast.access.Subject("housing", person));
        return offerPage(
                keeping.see(actor, new PersonId(person)),
                Form.empty().with("offeredOn", HouseClock.today(clock)));
    }

    @PostMapping("/personer/{person}/boende/hjalp")
    ModelAndView offer(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.OFFER_HELP, new se.bofast.access.Subject("housing", person));
        var view = keeping.see(actor, new PersonId(person));
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", Help.class, "placement.help.kind.missing");
        var on = form.requiredDate("offeredOn", view.today());
        var note = form.text("note", NOTE);
        if (form.hasErrors()) {
            return offerPage(view, form);
        }
        try {
            commands.once(
                    Action.OFFER_HELP,
                    form.commandKey(),
                    () ->
                            done(
                                    offering.offer(
                                            actor,
                                            view.person(),
                                            kind.orElseThrow(),
                                            on.orElseThrow(),
                                            note.orElse(null))));
        } catch (NotWritten refused) {
            return offerPage(view, tell(form, "offeredOn", refused.why));
        }
        return Pages.onward(ChainPage.ENDING, Notice.success("placement.help.offered"));
    }

    private static ModelAndView offerPage(KeepingStays.View view, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        return Pages.render("placement/web/help", model);
    }

    @GetMapping("/personer/{person}/boende/hjalp/{offer}")
    ModelAndView resultForm(Actor actor, @PathVariable UUID person, @PathVariable UUID offer) {
        var found = offering.see(actor, new PersonId(person), offer);
        return resultPage(
                found,
                Form.empty()
                        .with("seen", found.fact())
                        .with("result", found.result())
                        .with(
                                "resultOn",
                                found.resultOn() == null
                                        ? HouseClock.today(clock)
                                        : found.resultOn()));
    }

    @PostMapping("/personer/{person}/boende/hjalp/{offer}")
    ModelAndView result(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable UUID offer,
            @RequestParam MultiValueMap<String, String> fields) {
        var found = offering.see(actor, new PersonId(person), offer);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var result = form.requiredChoice("result", HelpResult.class);
        var on = form.requiredDate("resultOn", HouseClock.today(clock));
        if (form.hasErrors()) {
            return resultPage(found, form);
        }
        try {
            commands.once(
                    Action.OFFER_HELP,
                    form.commandKey(),
                    () ->
                            done(
                                    offering.result(
                                            actor,
                                            found.person(),
                                            offer,
                                            seen.orElseThrow(),
                                            result.orElseThrow(),
                                            on.orElseThrow())));
        } catch (NotWritten refused) {
            return resultPage(found, tell(form, "resultOn", refused.why));
        }
        return Pages.onward(ChainPage.ENDING, Notice.success("placement.help.written"));
    }

    private static ModelAndView resultPage(Offer offer, Form form) {
        var model = new HashMap<String, Object>();
        model.put("offer", offer);
        model.put("form", form);
        return Pages.render("placement/web/help-result", model);
    }

    private static String done(Written written) {
        return switch (written) {
            case DONE -> written.name();
            case IN_THE_FUTURE, BEFORE_THE_OFFER -> throw new NotWritten(written);
        };
    }

    private static Form tell(Form form, String field, Written why) {
        return form.error(
                field,
                why == Written.IN_THE_FUTURE
                        ? "placement.help.inTheFuture"
                        : "placement.help.beforeTheOffer");
    }
}
