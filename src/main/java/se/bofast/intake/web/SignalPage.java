package se.bofast.intake.web;

import java.time.Clock;
import java.time.LocalDate;
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
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.AnsweringMatchQuestion;
import se.bofast.intake.CorrectingSignal;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalViews;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// One signal: what it states and whom it is about, with its receipt.
@Controller
class SignalPage {

    private static final String PATH = "/signaler/{id}";

    private final Access access;
    private final SignalViews views;
    private final CorrectingSignal correcting;
    private final AnsweringMatchQuestion answering;
    private final Commands commands;
    private final Clock clock;

    SignalPage(
            Access access,
            SignalViews views,
            CorrectingSignal correcting,
            AnsweringMatchQuestion answering,
            Commands commands,
            Clock clock) {
        this.access = access;
        this.views = views;
        this.correcting = correcting;
        this.answering = answering;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Form.empty());
    }

    private ModelAndView page(Actor actor, UUID id, Form form) {
        return Pages.render(
                "intake/web/signal",
                Map.of("view", views.whole(actor, new SignalId(id)), "form", form));
    }

    @GetMapping(PATH + "/ratta")
    ModelAndView askCorrection(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "slag") FactKind kind,
            @RequestParam(name = "nr", required = false) Optional<Integer> ordinal) {
        var view = views.whole(actor, new SignalId(id));
        var number = ordinal.orElse(1);
        var form = Form.empty();
        view.signal().facts().stream()
                .filter(stated -> stated.kind() == kind && stated.ordinal() == number)
                .findFirst()
                .ifPresent(stated -> filled(form, stated.fact()));
        return correction(view, form, kind, number);
    }

    private static void filled(Form form, Fact fact) {
        form.with(
                "value",
                switch (fact) {
                    case Fact.OnDay day -> day.on();
                    case Fact.OfAmount amount -> amount.amount();
                    case Fact.YesNo answer -> answer.yes();
                    case Fact.OfNumber number -> number.number();
                    case Fact.OfCode code -> code.code();
                });
    }

    private static ModelAndView correction(
            SignalViews.View view, Form form, FactKind kind, int ordinal) {
        if (!view.mayCorrect() || view.withdrawnAt() != null) {
            throw new NotFound();
        }
        return Pages.render(
                "intake/web/correct",
                Map.of("view", view, "form", form, "kind", kind, "ordinal", ordinal));
    }

    @PostMapping(PATH + "/ratta")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "slag") FactKind kind,
            @RequestParam(name = "nr") int ordinal,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var takenBack = form.check("takenBack");
        var fact = takenBack ? Optional.<Fact>empty() : value(form, kind, HouseClock.today(clock));
        var reason = form.requiredText("reason", 500, "intake.correct.reason.missing");
        if (form.hasErrors() || reason.isEmpty() || !takenBack && fact.isEmpty()) {
            return correction(views.whole(actor, new SignalId(id)), form, kind, ordinal);
        }
        commands.once(
                Action.CORRECT_SIGNAL,
                form.commandKey(),
                () -> {
                    correcting.correct(
                            actor,
                            new SignalId(id),
                            kind,
                            ordinal,
                            fact.orElse(null),
                            reason.get());
                    return id.toString();
                });
        return Pages.onward("/signaler/" + id, Notice.success("intake.correct.done"));
    }

    private static Optional<Fact> value(Form form, FactKind kind, LocalDate today) {
        return switch (kind.type()) {
            case DATE ->
                    form.requiredDate("value", today)
                            .flatMap(day -> {
                                if (day.isBefore(Fact.EARLIEST) || day.isAfter(Fact.LATEST)) {
                                    form.error("value", "intake.form.dayOutside");
                                    return Optional.empty();
                                }
                                return Optional.of(Fact.on(kind, day));
                            });
            case MONEY ->
                    form.requiredMoney("value")
                            .flatMap(amount -> {
                                if (!amount.isPositive()) {
                                    form.error("value", "intake.form.amountPositive");
                                    return Optional.empty();
                                }
                                return Optional.of(Fact.amount(kind, amount));
                            });
            case YES_NO -> form.requiredYesNo("value").map(yes -> Fact.yesNo(kind, yes));
            case NUMBER ->
                    form.requiredWholeNumber("value", 0, 10_000)
                            .map(number -> Fact.number(kind, number));
            case CODE -> throw new NotFound();
        };
    }

    /// Somebody has found out who lives at the address.
    @PostMapping(PATH + "/vem")
    ModelAndView who(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var name = form.requiredText("name", 200, "intake.who.name.missing");
        var number =
                form.requiredText("number", 20, "intake.who.number.missing")
                        .flatMap(text -> {
                            var read = IdentityNumber.read(text, HouseClock.today(clock));
                            if (read.isEmpty()) {
                                form.error("number", "intake.form.number.wrong");
                            }
                            return read;
                        });
        if (form.hasErrors() || name.isEmpty() || number.isEmpty()) {
            return page(actor, id, form);
        }
        commands.once(
                Action.ANSWER_MATCH_QUESTION,
                form.commandKey(),
                () -> {
                    answering.answer(
                            actor,
                            new SignalId(id),
                            new AnsweringMatchQuestion.Answer.TheOneWith(number.get(), name.get()));
                    return id.toString();
                });
        // Whom it is about may be somebody the one who found it out may not see.
        return access.allows(actor, Action.SEE_SIGNAL, new Subject("signal", id))
                ? Pages.onward("/signaler/" + id, Notice.success("intake.question.chosen"))
                : Pages.onward("/inkorg", Notice.success("intake.form.handedIn"));
    }
}
