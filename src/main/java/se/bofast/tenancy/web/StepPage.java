package se.bofast.tenancy.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import se.bofast.dwelling.ApartmentId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.PersonName;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.LeaseTerms;
import se.bofast.tenancy.Offering;
import se.bofast.tenancy.Offering.Step;
import se.bofast.tenancy.ReferralId;
import se.bofast.tenancy.ReferralView;
import se.bofast.tenancy.Referring;
import se.bofast.tenancy.Tenure;
import se.bofast.tenancy.Way;

/// The way from a vacancy to a lease of one's own: candidates, offer, and each step after it.
@Controller
class StepPage {

    private static final int ANSWER_DAYS = 7;

    private final Referring referring;
    private final Offering offering;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    StepPage(
            Referring referring, Offering offering, Access access, Commands commands, Clock clock) {
        this.referring = referring;
        this.offering = offering;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    static ModelAndView page(ReferralView view, Form form) {
        return Pages.render("tenancy/web/referral", Map.of("view", view, "form", form));
    }

    @GetMapping("/remisser/lediga/{apartment}")
    ModelAndView candidates(Actor actor, @PathVariable UUID apartment) {
        return candidatesPage(
                actor,
                apartment,
                Form.empty().with("answerBy", HouseClock.today(clock).plusDays(ANSWER_DAYS)));
    }

    private ModelAndView candidatesPage(Actor actor, UUID apartment, Form form) {
        return Pages.render(
                "tenancy/web/candidates",
                Map.of(
                        "found",
                        offering.candidates(actor, new ApartmentId(apartment)),
                        "form",
                        form));
    }

    @PostMapping("/remisser/lediga/{apartment}")
    ModelAndView offer(
            Actor actor,
            @PathVariable UUID apartment,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.OFFER_HOME);
        var form = Form.of(fields);
        var referral = form.requiredUuid("referral", "tenancy.offer.who");
        var answerBy = form.requiredDate("answerBy", HouseClock.today(clock));
        answerBy.filter(day -> day.isBefore(HouseClock.today(clock)))
                .ifPresent(day -> form.error("answerBy", "tenancy.offer.answerBy.past"));
        var motivation = form.requiredText("motivation", 1000, "tenancy.offer.motivation.missing");
        if (form.hasErrors()) {
            return candidatesPage(actor, apartment, form);
        }
        var id = new ReferralId(referral.orElseThrow());
        var refused =
                once(
                        form,
                        () ->
                                offering.offer(
                                        actor,
                                        id,
                                        new ApartmentId(apartment),
                                        answerBy.orElseThrow(),
                                        motivation.orElseThrow()));
        if (refused) {
            return candidatesPage(actor, apartment, form);
        }
        return Pages.onward("/remisser/" + id, Notice.success("tenancy.offer.saved"));
    }

    /// A step with no more than a day, a result and a note.
    @PostMapping("/remisser/{id}/steg/{step}")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = referring.view(actor, new ReferralId(id));
        offering.require(actor, view.referral().id());
        var kind = kind(step);
        var form = Form.of(fields);
        var on = TermsFields.requiredPast(form, "on", HouseClock.today(clock));
        var note = form.text("note", 1000);
        @Nullable Integer months = null;
        @Nullable String result = null;
        if (kind == Way.Kind.CONTROL_POINT) {
            months = form.requiredWholeNumber("months", 3, 12).orElse(null);
            result = form.requiredChoice("result", Way.Result.class).map(Enum::name).orElse(null);
        } else if (kind == Way.Kind.FOLLOW_UP) {
            months = form.requiredWholeNumber("months", 6, 12).orElse(null);
            result = form.requiredChoice("result", Way.KeptHome.class).map(Enum::name).orElse(null);
        } else if (kind == Way.Kind.DECLINED || kind == Way.Kind.OFFER_WITHDRAWN) {
            if (note.isEmpty()) {
                form.error("note", "tenancy.reason.missing");
            }
        }
        if (form.hasErrors()) {
            return page(view, form);
        }
        var number = months;
        var code = result;
        var refused =
                once(
                        form,
                        () ->
                                offering.step(
                                        actor,
                                        view.referral().id(),
                                        kind,
                                        on.orElseThrow(),
                                        number,
                                        code,
                                        note.orElse(null)));
        return refused
                ? page(view, form)
                : Pages.onward(view.place(), Notice.success("tenancy.step.saved"));
    }

    private static Way.Kind kind(String step) {
        return switch (step) {
            case "tackat-ja" -> Way.Kind.ACCEPTED;
            case "tackat-nej" -> Way.Kind.DECLINED;
            case "erbjudande-tillbaka" -> Way.Kind.OFFER_WITHDRAWN;
            case "nyckel" -> Way.Kind.KEY;
            case "kontroll" -> Way.Kind.CONTROL_POINT;
            case "mote" -> Way.Kind.LANDLORD_MEETING;
            case "uppfoljning" -> Way.Kind.FOLLOW_UP;
            default -> throw new NotFound();
        };
    }

    @GetMapping("/remisser/{id}/flytta-in")
    ModelAndView moveIn(Actor actor, @PathVariable UUID id) {
        var view = reached(actor, id);
        return moveInPage(
                view,
                Form.empty().with("on", HouseClock.today(clock)).with("tenure", tenure(view)));
    }

    private static Tenure tenure(ReferralView view) {
        return view.referral()
                .way()
                .openOffer()
                .map(offer -> view.apartments().get(offer.apartment()))
                .map(apartment ->
                        switch (apartment.details().kind()) {
                            case TRAINING -> Tenure.TRAINING;
                            case TRIAL -> Tenure.TRIAL;
                            case TRANSITIONAL -> Tenure.TRANSITIONAL;
                            case HOUSING_FIRST -> Tenure.HOUSING_FIRST;
                            case ACUTE, SUPPORTED, RESPITE -> Tenure.SUBLET;
                        })
                .orElse(Tenure.TRIAL);
    }

    private static ModelAndView moveInPage(ReferralView view, Form form) {
        return Pages.render("tenancy/web/move-in", Map.of("view", view, "form", form));
    }

    @PostMapping("/remisser/{id}/flytta-in")
    ModelAndView movedIn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reached(actor, id);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var on = TermsFields.requiredPast(form, "on", today);
        var tenure = form.requiredChoice("tenure", Tenure.class);
        var until = form.date("until", today);
        until.filter(day -> on.isPresent() && day.isBefore(on.get()))
                .ifPresent(day -> form.error("until", "tenancy.error.beforeStart"));
        var rent = form.money("rent");
        var letWithOthers = form.yesNo("letWithOthers");
        var household = view.household().stream().map(PersonName::id).toList();
        var along =
                form.uuids("along").stream()
                        .map(PersonId::new)
                        .filter(household::contains)
                        .toList();
        if (form.hasErrors()) {
            return moveInPage(view, form);
        }
        var terms =
                LeaseTerms.of(tenure.orElseThrow(), on.orElseThrow())
                        .fixedUntil(until.orElse(null))
                        .letWithOthers(letWithOthers.orElse(null));
        var refused =
                once(
                        form,
                        () ->
                                offering.moveIn(
                                        actor,
                                        view.referral().id(),
                                        on.orElseThrow(),
                                        terms,
                                        along,
                                        rent.orElse(null)));
        return refused
                ? moveInPage(view, form)
                : Pages.onward(view.place(), Notice.success("tenancy.moveIn.saved"));
    }

    @GetMapping("/remisser/{id}/ta-over")
    ModelAndView takeOver(Actor actor, @PathVariable UUID id) {
        return leavingPage(
                reached(actor, id), Form.empty().with("last", HouseClock.today(clock)), true);
    }

    private static ModelAndView leavingPage(ReferralView view, Form form, boolean over) {
        return Pages.render(
                over ? "tenancy/web/take-over" : "tenancy/web/way-end",
                Map.of("view", view, "form", form));
    }

    @PostMapping("/remisser/{id}/ta-over")
    ModelAndView tookOver(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reached(actor, id);
        var form = Form.of(fields);
        var last = TermsFields.requiredPast(form, "last", HouseClock.today(clock));
        var rent = form.money("rent");
        var note = form.requiredText("note", 1000, "tenancy.reason.missing");
        if (form.hasErrors()) {
            return leavingPage(view, form, true);
        }
        var refused =
                once(
                        form,
                        () ->
                                offering.takeOver(
                                        actor,
                                        view.referral().id(),
                                        last.orElseThrow(),
                                        rent.orElse(null),
                                        note.orElseThrow()));
        return refused
                ? leavingPage(view, form, true)
                : Pages.onward(view.place(), Notice.success("tenancy.takeOver.saved"));
    }

    @GetMapping("/remisser/{id}/sluta")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        return leavingPage(
                reached(actor, id), Form.empty().with("last", HouseClock.today(clock)), false);
    }

    @PostMapping("/remisser/{id}/sluta")
    ModelAndView ended(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reached(actor, id);
        var form = Form.of(fields);
        var last = TermsFields.requiredPast(form, "last", HouseClock.today(clock));
        var cause = form.requiredChoice("cause", LeaseEnd.class);
        cause.filter(LeaseEnd.MISTAKE::equals)
                .ifPresent(each -> form.error("cause", "tenancy.wayEnd.mistake"));
        cause.filter(LeaseEnd.TAKEN_OVER::equals)
                .ifPresent(each -> form.error("cause", "tenancy.wayEnd.takenOver"));
        var note = form.requiredText("note", 1000, "tenancy.wayEnd.where.missing");
        if (form.hasErrors()) {
            return leavingPage(view, form, false);
        }
        var refused =
                once(
                        form,
                        () ->
                                offering.end(
                                        actor,
                                        view.referral().id(),
                                        last.orElseThrow(),
                                        cause.orElseThrow(),
                                        note.orElseThrow()));
        return refused
                ? leavingPage(view, form, false)
                : Pages.onward(view.place(), Notice.success("tenancy.wayEnd.saved"));
    }

    @PostMapping("/remisser/{id}/handelser/{event}/ta-tillbaka")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID event,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reached(actor, id);
        var form = Form.of(fields);
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        if (form.hasErrors()) {
            return page(view, form);
        }
        offering.withdraw(actor, view.referral().id(), event, reason.orElseThrow());
        return Pages.onward(view.place(), Notice.success("tenancy.step.takenBack"));
    }

    private ReferralView reached(Actor actor, UUID id) {
        offering.require(actor, new ReferralId(id));
        return referring.view(actor, new ReferralId(id));
    }

    /// True if it was refused, and the form says why. Pressing twice is once.
    private boolean once(Form form, Supplier<Step> work) {
        try {
            commands.once(
                    Action.OFFER_HOME,
                    form.commandKey(),
                    () -> {
                        Answers.orTurnDown(work.get());
                        return "";
                    });
            return false;
        } catch (TurnedDown refused) {
            form.formError(refused.key());
            return true;
        }
    }
}
