package se.bofast.debt.web;

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
import se.bofast.debt.DebtCard;
import se.bofast.debt.DebtId;
import se.bofast.debt.NewPayment;
import se.bofast.debt.Payer;
import se.bofast.debt.PaymentId;
import se.bofast.debt.ReadingDebt;
import se.bofast.debt.RecordingPayment;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// A payment on a debt.
@Controller
class PaymentPage {

    /// The reason kept when a payment is undone from the notice that followed it.
    static final String UNDONE = "UNDONE";

    private final ReadingDebt reading;
    private final RecordingPayment paying;
    private final Commands commands;

    PaymentPage(ReadingDebt reading, RecordingPayment paying, Commands commands) {
        this.reading = reading;
        this.paying = paying;
        this.commands = commands;
    }

    @GetMapping("/skulder/skuld/{debt}/betalning")
    ModelAndView empty(Actor actor, @PathVariable UUID debt) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        return page(
                card, id, Form.empty().with("paidOn", card.today()).with("payer", Payer.TENANT));
    }

    private static ModelAndView page(DebtCard card, DebtId id, Form form) {
        return Pages.render(
                "debt/web/payment",
                Map.of(
                        "card", card,
                        "line", card.line(id).orElseThrow(NotFound::new),
                        "form", form));
    }

    @PostMapping("/skulder/skuld/{debt}/betalning")
    ModelAndView record(
            Actor actor,
            @PathVariable UUID debt,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var form = Form.of(fields);
        var amount = Checked.amount(form, "amount");
        var paidOn = Checked.past(form, "paidOn", card.today());
        var payer = form.requiredChoice("payer", Payer.class);
        if (form.hasErrors()) {
            return page(card, id, form);
        }
        var payment =
                commands.once(
                        Action.RECORD_DEBT,
                        form.commandKey(),
                        () ->
                                paying.record(
                                                actor,
                                                new NewPayment(
                                                        id,
                                                        amount.orElseThrow(),
                                                        paidOn.orElseThrow(),
                                                        payer.orElseThrow()))
                                        .toString());
        return Pages.onward(
                card.place(),
                Notice.success("debt.payment.saved")
                        .withUndo("/skulder/betalning/" + payment + "/angra"));
    }

    @PostMapping("/skulder/betalning/{payment}/angra")
    ModelAndView undo(Actor actor, @PathVariable UUID payment) {
        var id = new PaymentId(payment);
        var matter = reading.matterOf(actor, reading.debtOf(actor, id));
        paying.withdraw(actor, id, UNDONE);
        return Pages.onward(
                "/skulder/" + matter.kind() + "/" + matter.id(),
                Notice.success("debt.payment.undone"));
    }

    @GetMapping("/skulder/betalning/{payment}/ta-tillbaka")
    ModelAndView back(Actor actor, @PathVariable UUID payment) {
        return TakeBack.PAYMENT.page(card(actor, payment), action(payment), Form.empty());
    }

    @PostMapping("/skulder/betalning/{payment}/ta-tillbaka")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable UUID payment,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = card(actor, payment);
        var form = Form.of(fields);
        var reason =
                form.requiredText(
                        "reason", DebtPage.LONGEST_REASON, "debt.takeBack.reason.missing");
        if (form.hasErrors()) {
            return TakeBack.PAYMENT.page(card, action(payment), form);
        }
        paying.withdraw(actor, new PaymentId(payment), reason.orElseThrow());
        return Pages.onward(card.place(), Notice.success("debt.takeBack.done"));
    }

    private DebtCard card(Actor actor, UUID payment) {
        var debt = reading.debtOf(actor, new PaymentId(payment));
        return reading.card(actor, reading.matterOf(actor, debt));
    }

    private static String action(UUID payment) {
        return "/skulder/betalning/" + payment + "/ta-tillbaka";
    }
}
