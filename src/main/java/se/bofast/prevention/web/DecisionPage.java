package se.bofast.prevention.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseViews;
import se.bofast.prevention.Deciding;
import se.bofast.prevention.DecisionId;
import se.bofast.prevention.MakingDecisions;
import se.bofast.prevention.WorkingOnCase;

/// Beslut: whether to open an inquiry, whether the board undertakes the rent.
@Controller
class DecisionPage {

    private static final String REFUSED = "refused:";

    private final Access access;
    private final CaseViews views;
    private final MakingDecisions decisions;
    private final Landlords landlords;
    private final Commands commands;
    private final Clock clock;

    DecisionPage(
            Access access,
            CaseViews views,
            MakingDecisions decisions,
            Landlords landlords,
            Commands commands,
            Clock clock) {
        this.access = access;
        this.views = views;
        this.decisions = decisions;
        this.landlords = landlords;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/arenden/{id}/utredning")
    ModelAndView inquiryForm(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.DECIDE_INQUIRY, new CaseId(id).subject());
        return inquiry(
                views.whole(actor, new CaseId(id)),
                Form.empty().with("decidedOn", HouseClock.today(clock)));
    }

    private static ModelAndView inquiry(CaseViews.CaseView view, Form form) {
        return Pages.render("prevention/web/inquiry", Map.of("view", view, "form", form));
    }

    @PostMapping("/arenden/{id}/utredning")
    ModelAndView decideInquiry(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.DECIDE_INQUIRY, new CaseId(id).subject());
        var form = Form.of(fields);
        var open = form.requiredYesNo("open");
        var on = form.requiredDate("decidedOn", HouseClock.today(clock));
        var reason = form.requiredText("reason", 2000, "prevention.inquiry.reason.missing");
        var caseId = new CaseId(id);
        if (open.isPresent() && on.isPresent() && reason.isPresent() && !form.hasErrors()) {
            var result =
                    commands.once(
                            Action.DECIDE_INQUIRY,
                            form.commandKey(),
                            () ->
                                    told(
                                            decisions.inquiry(
                                                    actor,
                                                    caseId,
                                                    open.get(),
                                                    on.get(),
                                                    reason.get())));
            if (!refused(form, result, "decidedOn")) {
                return Pages.onward("/arenden/" + id, Notice.success("prevention.inquiry.decided"));
            }
        }
        return inquiry(views.whole(actor, caseId), form);
    }

    @GetMapping("/arenden/{id}/atagande")
    ModelAndView undertakingForm(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.GRANT_UNDERTAKING, new CaseId(id).subject());
        var view = views.whole(actor, new CaseId(id));
        return undertaking(
                view,
                Form.empty()
                        .with("decidedOn", HouseClock.today(clock))
                        .with("landlord", view.details().landlord()));
    }

    private ModelAndView undertaking(CaseViews.CaseView view, Form form) {
        var delegates = new LinkedHashMap<String, Choice>();
        for (var delegate : decisions.delegates(HouseClock.today(clock))) {
            delegates.putIfAbsent(
                    delegate.id().toString(),
                    Choice.of(delegate.id().toString(), delegate.name() + ", " + delegate.point()));
        }
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        model.put("delegates", new ArrayList<>(delegates.values()));
        model.put(
                "landlords",
                landlords.all().stream()
                        .map(l -> Choice.of(l.id().value().toString(), l.name()))
                        .toList());
        return Pages.render("prevention/web/undertaking", model);
    }

    @PostMapping("/arenden/{id}/atagande")
    ModelAndView decideUndertaking(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.GRANT_UNDERTAKING, new CaseId(id).subject());
        var form = Form.of(fields);
        var caseId = new CaseId(id);
        var today = HouseClock.today(clock);
        var undertake = form.requiredYesNo("undertake");
        var on = form.requiredDate("decidedOn", today);
        var reason = form.requiredText("reason", 2000, "prevention.undertaking.reason.missing");
        Optional<String> result = Optional.empty();
        if (undertake.isPresent() && on.isPresent() && reason.isPresent()) {
            if (!undertake.get() && !form.hasErrors()) {
                result =
                        Optional.of(
                                commands.once(
                                        Action.GRANT_UNDERTAKING,
                                        form.commandKey(),
                                        () ->
                                                told(
                                                        decisions.decline(
                                                                actor,
                                                                caseId,
                                                                on.get(),
                                                                reason.get()))));
            } else if (undertake.get()) {
                var amount = form.requiredMoney("amount");
                amount.filter(a -> !a.isPositive())
                        .ifPresent(a -> form.error("amount", "prevention.undertaking.positive"));
                var months =
                        form.requiredText("months", 200, "prevention.undertaking.months.missing");
                var landlord =
                        form.requiredUuid("landlord", "prevention.undertaking.landlord.missing");
                var by = form.requiredUuid("decidedBy", "prevention.undertaking.delegate.missing");
                if (landlord.isPresent()
                        && landlords.all().stream()
                                .noneMatch(l -> l.id().value().equals(landlord.get()))) {
                    form.error("landlord", "page.error.choice");
                }
                if (!form.hasErrors()) {
                    var undertaking =
                            new Deciding.Undertaking(
                                    amount.orElseThrow(),
                                    months.orElseThrow(),
                                    new LandlordId(landlord.orElseThrow()),
                                    new EmployeeId(by.orElseThrow()),
                                    on.get(),
                                    reason.get(),
                                    form.check("acceptedLate"));
                    result =
                            Optional.of(
                                    commands.once(
                                            Action.GRANT_UNDERTAKING,
                                            form.commandKey(),
                                            () ->
                                                    told(
                                                            decisions.undertake(
                                                                    actor, caseId, undertaking))));
                }
            }
        }
        if (result.isPresent() && !refused(form, result.get(), "decidedBy")) {
            return Pages.onward("/arenden/" + id, Notice.success("prevention.undertaking.decided"));
        }
        return undertaking(views.whole(actor, caseId), form);
    }

    @PostMapping("/arenden/{id}/atagande/{decision}/skickat")
    ModelAndView sent(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var on = form.requiredDate("sentOn", today).filter(day -> !day.isAfter(today));
        var proof = form.requiredText("proof", 300);
        if (on.isEmpty() || proof.isEmpty()) {
            throw new Conflict("prevention.undertaking.sent.missing");
        }
        var saving =
                decisions.sent(
                        actor, new CaseId(id), new DecisionId(decision), on.get(), proof.get());
        if (saving == WorkingOnCase.Saving.CHANGED_MEANWHILE) {
            throw new Conflict("prevention.undertaking.sent.already");
        }
        return Pages.onward("/arenden/" + id, Notice.success("prevention.undertaking.sent.saved"));
    }

    @PostMapping("/arenden/{id}/beslut/{decision}/ta-tillbaka")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @RequestParam MultiValueMap<String, String> fields) {
        var reason = Form.of(fields).requiredText("reason", 500);
        if (reason.isEmpty()) {
            throw new Conflict("prevention.decision.reason.missing");
        }
        decisions.withdraw(actor, new CaseId(id), new DecisionId(decision), reason.get());
        return Pages.onward("/arenden/" + id, Notice.success("prevention.decision.withdrawn"));
    }

    private static String told(Deciding deciding) {
        return switch (deciding) {
            case Deciding.Decided decided -> decided.id().value().toString();
            case Deciding.Refused refused -> REFUSED + refused.reason().name();
        };
    }

    /// Shows a refusal at the field it is about. A refusal is no result to be kept: press again.
    private static boolean refused(Form form, String result, String field) {
        if (!result.startsWith(REFUSED)) {
            return false;
        }
        var reason = Deciding.Reason.valueOf(result.substring(REFUSED.length()));
        var at =
                switch (reason) {
                    case IN_THE_FUTURE -> "decidedOn";
                    case AFTER_LAST_DAY -> "acceptedLate";
                    case CASE_CLOSED -> "";
                    case NO_DELEGATION, ABOVE_DELEGATION -> field;
                };
        if (at.isEmpty()) {
            form.formError("prevention.Reason." + reason.name());
        } else {
            form.error(at, "prevention.Reason." + reason.name());
        }
        form.with(Form.COMMAND_KEY, UUID.randomUUID());
        return true;
    }
}
