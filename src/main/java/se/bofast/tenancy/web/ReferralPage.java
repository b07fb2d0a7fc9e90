package se.bofast.tenancy.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.Needs;
import se.bofast.tenancy.ReferralId;
import se.bofast.tenancy.ReferralView;
import se.bofast.tenancy.Referring;

/// Referrals to an apartment: the list of who waits, a new one, what somebody needs, taking back.
@Controller
class ReferralPage {

    static final String LIST = "/remisser";

    private final Referring referring;
    private final Commands commands;
    private final Clock clock;

    ReferralPage(Referring referring, Commands commands, Clock clock) {
        this.referring = referring;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor) {
        return Pages.render("tenancy/web/referrals", Map.of("lines", referring.list(actor)));
    }

    @GetMapping("/remisser/ny")
    ModelAndView empty(Actor actor, @RequestParam(name = "person") UUID person) {
        referring.require(actor, new PersonId(person));
        return newPage(
                person, NeedsFields.filled(Needs.NONE).with("since", HouseClock.today(clock)));
    }

    private static ModelAndView newPage(UUID person, Form form) {
        return Pages.render("tenancy/web/referral-new", Map.of("person", person, "form", form));
    }

    @PostMapping("/remisser/ny")
    ModelAndView refer(
            Actor actor,
            @RequestParam(name = "person") UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        referring.require(actor, new PersonId(person));
        var form = Form.of(fields);
        var since = TermsFields.requiredPast(form, "since", HouseClock.today(clock));
        var granted = TermsFields.past(form, "granted", HouseClock.today(clock));
        var needs = NeedsFields.read(form);
        var reason = reason(form);
        if (form.hasErrors()) {
            return newPage(person, form);
        }
        var id =
                commands.once(
                        Action.REFER_TO_HOME,
                        form.commandKey(),
                        () ->
                                referring
                                        .refer(
                                                actor,
                                                new PersonId(person),
                                                since.orElseThrow(),
                                                granted.orElse(null),
                                                needs.orElseThrow(),
                                                reason.orElseThrow())
                                        .toString());
        return Pages.onward("/remisser/" + id, Notice.success("tenancy.referral.saved"));
    }

    @GetMapping("/remisser/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return StepPage.page(referring.view(actor, new ReferralId(id)), Form.empty());
    }

    @GetMapping("/remisser/{id}/behov")
    ModelAndView needs(Actor actor, @PathVariable UUID id) {
        var view = referring.view(actor, new ReferralId(id));
        requireRefer(actor, view);
        return needsPage(
                view,
                NeedsFields.filled(view.referral().needs())
                        .with("granted", view.referral().grantedOn())
                        .with("seen", view.referral().fact()));
    }

    private static ModelAndView needsPage(ReferralView view, Form form) {
        return Pages.render("tenancy/web/referral-needs", Map.of("view", view, "form", form));
    }

    @PostMapping("/remisser/{id}/behov")
    ModelAndView changeNeeds(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = referring.view(actor, new ReferralId(id));
        requireRefer(actor, view);
        var form = Form.of(fields);
        var granted = TermsFields.past(form, "granted", HouseClock.today(clock));
        var needs = NeedsFields.read(form);
        var reason = reason(form);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()) {
            return needsPage(view, form);
        }
        if (!referring.changeNeeds(
                actor,
                view.referral().id(),
                seen.orElseThrow(),
                granted.orElse(null),
                needs.orElseThrow(),
                reason.orElseThrow())) {
            form.formError("tenancy.referral.changedMeanwhile");
            return needsPage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.referral.needsSaved"));
    }

    @PostMapping("/remisser/{id}/avsluta")
    ModelAndView close(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = referring.view(actor, new ReferralId(id));
        requireRefer(actor, view);
        var form = Form.of(fields);
        var reason = reason(form);
        if (!form.hasErrors()
                && !referring.close(
                        actor,
                        view.referral().id(),
                        HouseClock.today(clock),
                        reason.orElseThrow())) {
            form.formError("tenancy.step.notNow");
        }
        if (form.hasErrors()) {
            return StepPage.page(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.referral.closed"));
    }

    private void requireRefer(Actor actor, ReferralView view) {
        referring.requireChange(actor, view.referral().id());
    }

    private static java.util.Optional<String> reason(Form form) {
        return form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
    }
}
