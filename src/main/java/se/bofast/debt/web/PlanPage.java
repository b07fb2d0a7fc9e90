package se.bofast.debt.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
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
import se.bofast.debt.AgreeingPlan;
import se.bofast.debt.AgreeingPlan.Agreement;
import se.bofast.debt.DebtCard;
import se.bofast.debt.DebtId;
import se.bofast.debt.DrawingPlan;
import se.bofast.debt.NewPlan;
import se.bofast.debt.PlanFit;
import se.bofast.debt.PlanId;
import se.bofast.debt.ReadingDebt;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// A plan to pay a debt off: drawn up, looked at, agreed on.
@Controller
class PlanPage {

    private final ReadingDebt reading;
    private final AgreeingPlan agreeing;
    private final Commands commands;

    PlanPage(ReadingDebt reading, AgreeingPlan agreeing, Commands commands) {
        this.reading = reading;
        this.agreeing = agreeing;
        this.commands = commands;
    }

    @GetMapping("/skulder/skuld/{debt}/plan")
    ModelAndView empty(Actor actor, @PathVariable UUID debt) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var line = card.line(id).orElseThrow(NotFound::new);
        var form = Form.empty();
        if (line.left().isPositive()) {
            form.with("total", line.left());
        }
        return page(card, line, form, Optional.empty());
    }

    private static ModelAndView page(
            DebtCard card, DebtCard.Line line, Form form, Optional<NewPlan> plan) {
        var model = new HashMap<String, Object>();
        model.put("card", card);
        model.put("line", line);
        model.put("form", form);
        plan.ifPresent(p -> {
            switch (DrawingPlan.draw(p.total(), p.monthly(), p.firstDueOn())) {
                case DrawingPlan.Drawn.TooMany many ->
                        form.error("monthly", "debt.plan.tooMany", many.atLeast());
                case DrawingPlan.Drawn.Plan drawn -> {
                    model.put("drawn", drawn);
                    model.put(
                            "fit",
                            PlanFit.of(
                                    line.kind(), card.today(), p.appliedOn(), drawn.lastDueOn()));
                }
            }
        });
        return Pages.render("debt/web/plan", model);
    }

    private static Optional<NewPlan> read(DebtCard card, DebtCard.Line line, Form form) {
        var total = Checked.amount(form, "total");
        var monthly = Checked.amount(form, "monthly");
        var firstDueOn = Checked.day(form, "firstDueOn", card.today());
        if (firstDueOn.isPresent() && firstDueOn.get().isBefore(card.today())) {
            form.error("firstDueOn", "debt.plan.firstDueOn.passed");
        }
        Optional<LocalDate> appliedOn = form.date("appliedOn", card.today());
        if (appliedOn.isPresent() && Checked.allowed(form, "appliedOn", appliedOn.get())) {
            if (appliedOn.get().isAfter(card.today())) {
                form.error("appliedOn", "debt.error.ahead");
            }
        }
        var reason =
                line.plan() == null
                        ? Optional.<String>empty()
                        : form.requiredText(
                                "reason", DebtPage.LONGEST_REASON, "debt.plan.reason.missing");
        if (form.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewPlan(
                        line.id(),
                        total.orElseThrow(),
                        monthly.orElseThrow(),
                        firstDueOn.orElseThrow(),
                        appliedOn.orElse(null),
                        reason.orElse(null)));
    }

    /// Shows what the plan would be; nothing is saved.
    @PostMapping("/skulder/skuld/{debt}/plan/visa")
    ModelAndView look(
            Actor actor,
            @PathVariable UUID debt,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var line = card.line(id).orElseThrow(NotFound::new);
        var form = Form.of(fields);
        return page(card, line, form, read(card, line, form));
    }

    @PostMapping("/skulder/skuld/{debt}/plan")
    ModelAndView agree(
            Actor actor,
            @PathVariable UUID debt,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var line = card.line(id).orElseThrow(NotFound::new);
        var form = Form.of(fields);
        var plan = read(card, line, form);
        if (plan.isEmpty()
                || DrawingPlan.draw(
                                plan.get().total(), plan.get().monthly(), plan.get().firstDueOn())
                        instanceof DrawingPlan.Drawn.TooMany) {
            return page(card, line, form, plan);
        }
        var lapsesAfter =
                commands.once(
                        Action.RECORD_DEBT,
                        form.commandKey(),
                        () -> lapsesAfter(agreeing.agree(actor, plan.get())));
        return Pages.onward(
                card.place(),
                lapsesAfter.isEmpty()
                        ? Notice.success("debt.plan.saved")
                        : Notice.warning("debt.plan.saved.tooLong", LocalDate.parse(lapsesAfter)));
    }

    private static String lapsesAfter(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Agreed agreed ->
                    switch (agreed.fit()) {
                        case PlanFit.Fits fits -> "";
                        case PlanFit.EndsAfterApplicationLapses ends ->
                                ends.lapsesAfter().toString();
                        case PlanFit.LongerThanApplicationWould longer ->
                                longer.lapsesAfter().toString();
                    };
            case Agreement.TooManyInstalments many ->
                    throw new IllegalStateException("a plan found short enough is not");
        };
    }

    @GetMapping("/skulder/skuld/{debt}/plan/{plan}/avsluta")
    ModelAndView back(Actor actor, @PathVariable UUID debt, @PathVariable UUID plan) {
        var matter = reading.matterOf(actor, new DebtId(debt));
        return TakeBack.PLAN.page(reading.card(actor, matter), action(debt, plan), Form.empty());
    }

    @PostMapping("/skulder/skuld/{debt}/plan/{plan}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID debt,
            @PathVariable UUID plan,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = reading.card(actor, reading.matterOf(actor, new DebtId(debt)));
        var form = Form.of(fields);
        var reason =
                form.requiredText(
                        "reason", DebtPage.LONGEST_REASON, "debt.takeBack.reason.missing");
        if (form.hasErrors()) {
            return TakeBack.PLAN.page(card, action(debt, plan), form);
        }
        agreeing.end(actor, new PlanId(plan), reason.orElseThrow());
        return Pages.onward(card.place(), Notice.success("debt.plan.ended"));
    }

    private static String action(UUID debt, UUID plan) {
        return "/skulder/skuld/" + debt + "/plan/" + plan + "/avsluta";
    }
}
