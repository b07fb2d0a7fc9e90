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
import se.bofast.kernel.Money;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.EntryId;
import se.bofast.tenancy.EntryKind;
import se.bofast.tenancy.LeaseId;
import se.bofast.tenancy.LeaseView;
import se.bofast.tenancy.RaisingArrears;
import se.bofast.tenancy.ReadingLeases;
import se.bofast.tenancy.RecordingRent;

/// The rent ledger of a lease: what is to be paid, what was paid, and what was entered wrongly.
@Controller
class RentPage {

    private static final Money MOST = Money.kronor(1_000_000);

    private final ReadingLeases reading;
    private final RecordingRent recording;
    private final RaisingArrears raising;
    private final Commands commands;
    private final Clock clock;

    RentPage(
            ReadingLeases reading,
            RecordingRent recording,
            RaisingArrears raising,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.recording = recording;
        this.raising = raising;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/hyresavtal/{lease}/hyra")
    ModelAndView rent(Actor actor, @PathVariable UUID lease) {
        var view = reading.toRecordRent(actor, new LeaseId(lease));
        return rentPage(
                view,
                Form.empty()
                        .with(
                                "from",
                                view.rents().isEmpty()
                                        ? view.lease().terms().startOn()
                                        : HouseClock.today(clock).plusMonths(1).withDayOfMonth(1)));
    }

    private static ModelAndView rentPage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/rent", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/hyra")
    ModelAndView setRent(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toRecordRent(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var from = TermsFields.required(form, "from", HouseClock.today(clock));
        var rent = form.requiredMoney("rent").filter(amount -> amount(form, "rent", amount, true));
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        if (form.hasErrors()) {
            return rentPage(view, form);
        }
        commands.once(
                Action.RECORD_RENT,
                form.commandKey(),
                () -> {
                    recording.setRent(
                            actor,
                            view.lease().id(),
                            from.orElseThrow(),
                            rent.orElseThrow(),
                            reason.orElseThrow());
                    return "";
                });
        return Pages.onward(view.place(), Notice.success("tenancy.rent.saved"));
    }

    @GetMapping("/hyresavtal/{lease}/betalning")
    ModelAndView payment(Actor actor, @PathVariable UUID lease) {
        var view = reading.toRecordRent(actor, new LeaseId(lease));
        var oldest = view.ledger().oldestUnpaid();
        return paymentPage(
                view,
                Form.empty()
                        .with("kind", EntryKind.PAID_BY_TENANT)
                        .with("on", HouseClock.today(clock))
                        .with("amount", oldest == null ? null : oldest.left()));
    }

    private static ModelAndView paymentPage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/payment", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/betalning")
    ModelAndView enter(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toRecordRent(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", EntryKind.class);
        var on = TermsFields.requiredPast(form, "on", HouseClock.today(clock));
        var amount =
                form.requiredMoney("amount").filter(each -> amount(form, "amount", each, false));
        var reference = form.text("reference", 60);
        var note = form.text("note", 300);
        if (kind.filter(EntryKind.CREDIT::equals).isPresent() && note.isEmpty()) {
            form.error("note", "tenancy.payment.creditNote");
        }
        if (form.hasErrors()) {
            return paymentPage(view, form);
        }
        commands.once(
                Action.RECORD_RENT,
                form.commandKey(),
                () ->
                        recording
                                .enter(
                                        actor,
                                        view.lease().id(),
                                        kind.orElseThrow(),
                                        on.orElseThrow(),
                                        amount.orElseThrow(),
                                        reference.orElse(null),
                                        note.orElse(null))
                                .toString());
        return Pages.onward(view.place(), Notice.success("tenancy.payment.saved"));
    }

    @GetMapping("/hyresavtal/poster/{entry}/ta-tillbaka")
    ModelAndView back(Actor actor, @PathVariable UUID entry) {
        return backPage(actor, entry, Form.empty());
    }

    private ModelAndView backPage(Actor actor, UUID entry, Form form) {
        var view = reading.toRecordRent(actor, recording.leaseOf(actor, new EntryId(entry)));
        return Pages.render(
                "tenancy/web/payment-back", Map.of("view", view, "entry", entry, "form", form));
    }

    @PostMapping("/hyresavtal/poster/{entry}/ta-tillbaka")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID entry,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        if (form.hasErrors()) {
            return backPage(actor, entry, form);
        }
        var lease = recording.withdraw(actor, new EntryId(entry), reason.orElseThrow());
        return Pages.onward("/hyresavtal/" + lease, Notice.success("tenancy.payment.takenBack"));
    }

    /// An arrear more than a week old goes the way any landlord's does.
    @PostMapping("/hyresavtal/{lease}/signal")
    ModelAndView raise(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var raised = new RaisingArrears.Raised[1];
        commands.once(
                Action.REGISTER_SIGNAL,
                Form.of(fields).commandKey(),
                () -> {
                    raised[0] = raising.raise(actor, new LeaseId(lease));
                    return "";
                });
        return Pages.onward(
                "/hyresavtal/" + lease,
                raised[0] == RaisingArrears.Raised.NOTHING_OLD_ENOUGH
                        ? Notice.warning("tenancy.signal.nothing")
                        : Notice.success("tenancy.signal.raised"));
    }

    private static boolean amount(Form form, String field, Money amount, boolean orZero) {
        if (amount.compareTo(MOST) > 0 || !(orZero ? amount.ore() >= 0 : amount.isPositive())) {
            form.error(field, "tenancy.error.amountOutside");
            return false;
        }
        return true;
    }
}
