package se.bofast.debt.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
import se.bofast.debt.NewPromise;
import se.bofast.debt.PromiseId;
import se.bofast.debt.PromisingRent;
import se.bofast.debt.PromisingRent.Promised;
import se.bofast.debt.ReadingDebt;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Rent the board promises to pay, and that it has been paid.
@Controller
class PromisePage {

    private static final String TAKEN = "TAKEN ";

    private final ReadingDebt reading;
    private final PromisingRent promising;
    private final CreditorFields creditors;
    private final Commands commands;

    PromisePage(
            ReadingDebt reading,
            PromisingRent promising,
            CreditorFields creditors,
            Commands commands) {
        this.reading = reading;
        this.promising = promising;
        this.creditors = creditors;
        this.commands = commands;
    }

    @GetMapping("/skulder/{kind}/{id}/lofte")
    ModelAndView empty(Actor actor, @PathVariable String kind, @PathVariable UUID id) {
        var card = reading.card(actor, new Subject(kind, id));
        var next = YearMonth.from(card.today()).plusMonths(1);
        var form =
                Form.empty()
                        .with("landlord", card.landlord())
                        .with("month", next)
                        .with("months", 1)
                        .with("firstDueOn", next.minusMonths(1).atEndOfMonth());
        return page(card, form);
    }

    private ModelAndView page(DebtCard card, Form form) {
        return Pages.render(
                "debt/web/promise",
                Map.of(
                        "card",
                        card,
                        "form",
                        form,
                        "landlords",
                        creditors.choices(),
                        "months",
                        months(card.today())));
    }

    /// From two months ago, for what was promised before it was recorded, to a year ahead.
    private static List<YearMonth> months(LocalDate today) {
        var months = new ArrayList<YearMonth>();
        for (var n = -2; n <= 12; n++) {
            months.add(YearMonth.from(today).plusMonths(n));
        }
        return months;
    }

    @PostMapping("/skulder/{kind}/{id}/lofte")
    ModelAndView promise(
            Actor actor,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = reading.card(actor, new Subject(kind, id));
        var form = Form.of(fields);
        var creditor = creditors.read(form);
        var reference = form.text("reference", 100);
        var month =
                months(card.today()).stream()
                        .filter(m -> m.toString().equals(form.value("month")))
                        .findFirst();
        if (month.isEmpty()) {
            form.error("month", "page.error.choiceMissing");
        }
        var months = form.requiredWholeNumber("months", 1, NewPromise.MOST_MONTHS);
        var amount = Checked.amount(form, "amount");
        var firstDueOn = Checked.day(form, "firstDueOn", card.today());
        if (month.isPresent()
                && firstDueOn.isPresent()
                && !near(month.get(), YearMonth.from(firstDueOn.get()))) {
            form.error("firstDueOn", "debt.promise.firstDueOn.far");
        }
        if (form.hasErrors()) {
            return page(card, form);
        }
        var made =
                commands.once(
                        Action.RECORD_DEBT,
                        form.commandKey(),
                        () ->
                                written(
                                        promising.promise(
                                                actor,
                                                new NewPromise(
                                                        card.matter(),
                                                        creditor.orElseThrow(),
                                                        reference.orElse(null),
                                                        month.orElseThrow(),
                                                        months.orElseThrow(),
                                                        amount.orElseThrow(),
                                                        firstDueOn.orElseThrow()))));
        if (made.startsWith(TAKEN)) {
            form.error(
                    "month",
                    "debt.promise.taken",
                    YearMonth.parse(made.substring(TAKEN.length())).toString());
            // The refused command has used up its key.
            form.with(Form.COMMAND_KEY, UUID.randomUUID());
            return page(card, form);
        }
        return Pages.onward(
                card.place(), Notice.success("debt.promise.saved", Integer.parseInt(made)));
    }

    /// Rent is paid the month before, or in its own month.
    private static boolean near(YearMonth month, YearMonth due) {
        return !due.isBefore(month.minusMonths(2)) && !due.isAfter(month.plusMonths(1));
    }

    private static String written(Promised promised) {
        return switch (promised) {
            case Promised.Made made -> Integer.toString(made.promises().size());
            case Promised.AlreadyPromised taken -> TAKEN + YearMonth.from(taken.month());
        };
    }

    @GetMapping("/skulder/lofte/{promise}/betald")
    ModelAndView paid(Actor actor, @PathVariable UUID promise) {
        var id = new PromiseId(promise);
        var card = reading.card(actor, reading.matterOf(actor, id));
        return paid(card, id, Form.empty().with("paidOn", card.today()));
    }

    private static ModelAndView paid(DebtCard card, PromiseId id, Form form) {
        return Pages.render(
                "debt/web/promise-paid",
                Map.of("card", card, "promise", line(card, id), "form", form));
    }

    private static DebtCard.PromiseLine line(DebtCard card, PromiseId id) {
        return card.promises().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/skulder/lofte/{promise}/betald")
    ModelAndView pay(
            Actor actor,
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new PromiseId(promise);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var form = Form.of(fields);
        var on = Checked.past(form, "paidOn", card.today());
        if (form.hasErrors()) {
            return paid(card, id, form);
        }
        var alarm =
                commands.once(
                        Action.RECORD_DEBT,
                        form.commandKey(),
                        () -> promising.paid(actor, id, on.orElseThrow()).name());
        return Pages.onward(
                card.place(),
                alarm.equals("PAID_LATE")
                        ? Notice.warning("debt.promise.paidLate")
                        : Notice.success("debt.promise.paid"));
    }

    @GetMapping("/skulder/lofte/{promise}/obetald")
    ModelAndView notPaid(Actor actor, @PathVariable UUID promise) {
        return TakeBack.PROMISE_PAID.page(
                card(actor, promise), "/skulder/lofte/" + promise + "/obetald", Form.empty());
    }

    @PostMapping("/skulder/lofte/{promise}/obetald")
    ModelAndView takePaidBack(
            Actor actor,
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = card(actor, promise);
        var form = Form.of(fields);
        var reason =
                form.requiredText(
                        "reason", DebtPage.LONGEST_REASON, "debt.takeBack.reason.missing");
        if (form.hasErrors()) {
            return TakeBack.PROMISE_PAID.page(card, "/skulder/lofte/" + promise + "/obetald", form);
        }
        promising.notPaid(actor, new PromiseId(promise), reason.orElseThrow());
        return Pages.onward(card.place(), Notice.success("debt.takeBack.done"));
    }

    @GetMapping("/skulder/lofte/{promise}/ta-tillbaka")
    ModelAndView back(Actor actor, @PathVariable UUID promise) {
        return TakeBack.PROMISE.page(
                card(actor, promise), "/skulder/lofte/" + promise + "/ta-tillbaka", Form.empty());
    }

    @PostMapping("/skulder/lofte/{promise}/ta-tillbaka")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = card(actor, promise);
        var form = Form.of(fields);
        var reason =
                form.requiredText(
                        "reason", DebtPage.LONGEST_REASON, "debt.takeBack.reason.missing");
        if (form.hasErrors()) {
            return TakeBack.PROMISE.page(card, "/skulder/lofte/" + promise + "/ta-tillbaka", form);
        }
        promising.withdraw(actor, new PromiseId(promise), reason.orElseThrow());
        return Pages.onward(card.place(), Notice.success("debt.takeBack.done"));
    }

    private DebtCard card(Actor actor, UUID promise) {
        return reading.card(actor, reading.matterOf(actor, new PromiseId(promise)));
    }
}
