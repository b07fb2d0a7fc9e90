package se.bofast.debt.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import se.bofast.debt.AmountSource;
import se.bofast.debt.DebtCard;
import se.bofast.debt.DebtId;
import se.bofast.debt.DebtKind;
import se.bofast.debt.NewDebt;
import se.bofast.debt.ReadingDebt;
import se.bofast.debt.RecordingDebt;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// What is owed in a matter: the page, a new debt, a new amount. The guard stands in the use cases,
/// which every endpoint asks first.
@Controller
class DebtPage {

    static final int LONGEST_REASON = 500;

    private final ReadingDebt reading;
    private final RecordingDebt recording;
    private final CreditorFields creditors;
    private final Commands commands;
    private final Clock clock;

    DebtPage(
            ReadingDebt reading,
            RecordingDebt recording,
            CreditorFields creditors,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.recording = recording;
        this.creditors = creditors;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/skulder/{kind}/{id}")
    ModelAndView show(Actor actor, @PathVariable String kind, @PathVariable UUID id) {
        return Pages.render(
                "debt/web/debts", Map.of("card", reading.card(actor, new Subject(kind, id))));
    }

    @GetMapping("/skulder/{kind}/{id}/ny")
    ModelAndView newDebt(Actor actor, @PathVariable String kind, @PathVariable UUID id) {
        var card = reading.card(actor, new Subject(kind, id));
        var form =
                Form.empty()
                        .with("kind", DebtKind.RENT)
                        .with("landlord", card.landlord())
                        .with("asOf", card.today())
                        .with("source", AmountSource.LANDLORD);
        return newDebt(card, form);
    }

    private ModelAndView newDebt(DebtCard card, Form form) {
        return Pages.render(
                "debt/web/new-debt",
                Map.of("card", card, "form", form, "landlords", creditors.choices()));
    }

    @PostMapping("/skulder/{kind}/{id}/ny")
    ModelAndView record(
            Actor actor,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var card = reading.card(actor, new Subject(kind, id));
        var today = HouseClock.today(clock);
        var form = Form.of(fields);
        var what = form.requiredChoice("kind", DebtKind.class);
        var creditor = creditors.read(form);
        var reference = form.text("reference", 100);
        var arisenOn = Checked.past(form, "arisenOn", today);
        var amount = Checked.amount(form, "amount");
        var asOf = Checked.past(form, "asOf", today);
        var source = form.requiredChoice("source", AmountSource.class);
        var reason = form.requiredText("reason", LONGEST_REASON, "debt.reason.missing");
        if (arisenOn.isPresent() && asOf.isPresent() && asOf.get().isBefore(arisenOn.get())) {
            form.error("asOf", "debt.new.asOfBeforeArisen");
        }
        if (form.hasErrors()) {
            return newDebt(card, form);
        }
        commands.once(
                Action.RECORD_DEBT,
                form.commandKey(),
                () ->
                        recording
                                .record(
                                        actor,
                                        new NewDebt(
                                                card.matter(),
                                                creditor.orElseThrow(),
                                                what.orElseThrow(),
                                                reference.orElse(null),
                                                arisenOn.orElseThrow(),
                                                asOf.orElseThrow(),
                                                amount.orElseThrow(),
                                                source.orElseThrow(),
                                                reason.orElseThrow()))
                                .toString());
        return Pages.onward(card.place(), Notice.success("debt.new.saved"));
    }

    @GetMapping("/skulder/skuld/{debt}/belopp")
    ModelAndView newAmount(Actor actor, @PathVariable UUID debt) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        return amount(
                card,
                id,
                Form.empty().with("asOf", card.today()).with("source", AmountSource.LANDLORD));
    }

    private static ModelAndView amount(DebtCard card, DebtId id, Form form) {
        return Pages.render(
                "debt/web/amount",
                Map.of(
                        "card", card,
                        "line", card.line(id).orElseThrow(NotFound::new),
                        "form", form));
    }

    @PostMapping("/skulder/skuld/{debt}/belopp")
    ModelAndView recordAmount(
            Actor actor,
            @PathVariable UUID debt,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var form = Form.of(fields);
        var amount = Checked.amountOrZero(form, "amount");
        var asOf = Checked.past(form, "asOf", HouseClock.today(clock));
        var source = form.requiredChoice("source", AmountSource.class);
        var reason = form.requiredText("reason", LONGEST_REASON, "debt.reason.missing");
        if (form.hasErrors()) {
            return amount(card, id, form);
        }
        commands.once(
                Action.RECORD_DEBT,
                form.commandKey(),
                () -> {
                    recording.amount(
                            actor,
                            id,
                            asOf.orElseThrow(),
                            amount.orElseThrow(),
                            source.orElseThrow(),
                            reason.orElseThrow());
                    return "";
                });
        return Pages.onward(card.place(), Notice.success("debt.amount.saved"));
    }

    @GetMapping("/skulder/skuld/{debt}/belopp/{day}/ta-tillbaka")
    ModelAndView amountBack(
            Actor actor,
            @PathVariable UUID debt,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        var matter = reading.matterOf(actor, new DebtId(debt));
        return TakeBack.AMOUNT.page(
                reading.card(actor, matter),
                "/skulder/skuld/" + debt + "/belopp/" + day + "/ta-tillbaka",
                Form.empty());
    }

    @PostMapping("/skulder/skuld/{debt}/belopp/{day}/ta-tillbaka")
    ModelAndView takeAmountBack(
            Actor actor,
            @PathVariable UUID debt,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var form = Form.of(fields);
        var reason = form.requiredText("reason", LONGEST_REASON, "debt.takeBack.reason.missing");
        var done =
                form.hasErrors()
                        ? RecordingDebt.TakingBack.IS_THE_ONLY_ONE
                        : recording.takeAmountBack(actor, id, day, reason.orElseThrow());
        if (done == RecordingDebt.TakingBack.DONE) {
            return Pages.onward(card.place(), Notice.success("debt.takeBack.done"));
        }
        if (!form.hasErrors()) {
            form.formError("debt.amount.onlyOne");
        }
        return TakeBack.AMOUNT.page(
                card, "/skulder/skuld/" + debt + "/belopp/" + day + "/ta-tillbaka", form);
    }

    @GetMapping("/skulder/skuld/{debt}/ta-tillbaka")
    ModelAndView debtBack(Actor actor, @PathVariable UUID debt) {
        var matter = reading.matterOf(actor, new DebtId(debt));
        return TakeBack.DEBT.page(
                reading.card(actor, matter),
                "/skulder/skuld/" + debt + "/ta-tillbaka",
                Form.empty());
    }

    @PostMapping("/skulder/skuld/{debt}/ta-tillbaka")
    ModelAndView takeDebtBack(
            Actor actor,
            @PathVariable UUID debt,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new DebtId(debt);
        var card = reading.card(actor, reading.matterOf(actor, id));
        var form = Form.of(fields);
        var reason = form.requiredText("reason", LONGEST_REASON, "debt.takeBack.reason.missing");
        if (form.hasErrors()) {
            return TakeBack.DEBT.page(card, "/skulder/skuld/" + debt + "/ta-tillbaka", form);
        }
        recording.withdraw(actor, id, reason.orElseThrow());
        return Pages.onward(card.place(), Notice.success("debt.takeBack.done"));
    }
}
