package se.bofast.debt.web;

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
import se.bofast.access.Subject;
import se.bofast.debt.DebtCard;
import se.bofast.debt.NewReferral;
import se.bofast.debt.ReadingDebt;
import se.bofast.debt.ReferralId;
import se.bofast.debt.ReferringToDebtAdvice;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// A referral to budget and debt advice, and what came of it.
@Controller
class ReferralPage {

    private final ReadingDebt reading;
    private final ReferringToDebtAdvice referring;
    private final Commands commands;
    private final Clock clock;

    ReferralPage(
            ReadingDebt reading, ReferringToDebtAdvice referring, Commands commands, Clock clock) {
        this.reading = reading;
        this.referring = referring;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/skulder/{kind}/{id}/radgivning")
    ModelAndView empty(Actor actor, @PathVariable String kind, @PathVariable UUID id) {
        var card = reading.card(actor, new Subject(kind, id));
        return page(card, Form.empty().with("referredOn", card.today()));
    }

    private ModelAndView page(DebtCard card, Form form) {
        return Pages.render(
                "debt/web/referral",
                Map.of(
                        "card",
                        card,
                        "form",
                        form,
                        "advisers",
                        referring.advisers(HouseClock.today(clock)).stream()
                                .map(a -> Choice.of(a.id().value().toString(), a.name()))
                                .toList()));
    }

    @PostMapping("/skulder/{kind}/{id}/radgivning")
    ModelAndView refer(
            Actor actor,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = reading.card(actor, new Subject(kind, id));
        var form = Form.of(fields);
        var referredOn = Checked.past(form, "referredOn", card.today());
        var agreed = form.requiredYesNo("agreed");
        var adviser = form.uuid("adviser").map(EmployeeId::new);
        var note = form.text("note", 2000);
        if (adviser.isPresent()
                && referring.advisers(card.today()).stream()
                        .noneMatch(a -> a.id().equals(adviser.get()))) {
            form.error("adviser", "page.error.choice");
        }
        if (agreed.isPresent() && !agreed.get() && adviser.isPresent()) {
            form.error("adviser", "debt.referral.adviserWithoutYes");
        }
        if (form.hasErrors()) {
            return page(card, form);
        }
        commands.once(
                Action.RECORD_DEBT,
                form.commandKey(),
                () ->
                        referring
                                .refer(
                                        actor,
                                        new NewReferral(
                                                card.matter(),
                                                referredOn.orElseThrow(),
                                                agreed.orElseThrow(),
                                                adviser.orElse(null),
                                                note.orElse(null)))
                                .toString());
        return Pages.onward(card.place(), Notice.success("debt.referral.saved"));
    }

    @GetMapping("/skulder/radgivning/{referral}/svar")
    ModelAndView result(Actor actor, @PathVariable UUID referral) {
        var card = card(actor, referral);
        var line = line(card, referral);
        var form =
                Form.empty()
                        .with("answer", line.answer())
                        .with("outcome", line.outcome())
                        .with("on", card.today());
        return result(card, line, form);
    }

    private static ModelAndView result(DebtCard card, DebtCard.ReferralLine line, Form form) {
        return Pages.render(
                "debt/web/referral-result", Map.of("card", card, "referral", line, "form", form));
    }

    @PostMapping("/skulder/radgivning/{referral}/svar")
    ModelAndView record(
            Actor actor,
            @PathVariable UUID referral,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = card(actor, referral);
        var line = line(card, referral);
        var form = Form.of(fields);
        var answer = form.requiredChoice("answer", ReferringToDebtAdvice.Answer.class);
        var outcome = form.choice("outcome", ReferringToDebtAdvice.Outcome.class);
        var on = Checked.past(form, "on", card.today());
        if (on.isPresent() && on.get().isBefore(line.referredOn())) {
            form.error("on", "debt.referral.beforeReferred");
        }
        if (form.hasErrors()) {
            return result(card, line, form);
        }
        commands.once(
                Action.RECORD_DEBT,
                form.commandKey(),
                () -> {
                    var id = new ReferralId(referral);
                    if (answer.orElseThrow() != line.answer()) {
                        referring.answer(actor, id, answer.get(), on.orElseThrow());
                    }
                    if (outcome.isPresent() && outcome.get() != line.outcome()) {
                        referring.outcome(actor, id, outcome.get(), on.orElseThrow());
                    }
                    return "";
                });
        return Pages.onward(card.place(), Notice.success("debt.referral.answered"));
    }

    private DebtCard card(Actor actor, UUID referral) {
        return reading.card(actor, referring.matterOf(actor, new ReferralId(referral)));
    }

    private static DebtCard.ReferralLine line(DebtCard card, UUID referral) {
        return card.referrals().stream()
                .filter(r -> r.id().value().equals(referral))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
