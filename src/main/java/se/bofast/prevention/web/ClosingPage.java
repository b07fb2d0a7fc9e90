package se.bofast.prevention.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
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
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseViews;
import se.bofast.prevention.Closing;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.LostHome;

/// Avsluta: how it ended; and, when the home is lost, what remains to be done.
@Controller
class ClosingPage {

    private final Access access;
    private final CaseViews views;
    private final ClosingCase closing;
    private final Commands commands;
    private final Clock clock;

    ClosingPage(
            Access access, CaseViews views, ClosingCase closing, Commands commands, Clock clock) {
        this.access = access;
        this.views = views;
        this.closing = closing;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/arenden/{id}/avsluta")
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.CLOSE_CASE, new CaseId(id).subject());
        return page(
                views.whole(actor, new CaseId(id)),
                Form.empty().with("decidedOn", HouseClock.today(clock)));
    }

    private static ModelAndView page(CaseViews.CaseView view, Form form) {
        return Pages.render("prevention/web/closing", Map.of("view", view, "form", form));
    }

    @PostMapping("/arenden/{id}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CLOSE_CASE, new CaseId(id).subject());
        var form = Form.of(fields);
        var caseId = new CaseId(id);
        var today = HouseClock.today(clock);
        var outcome =
                form.requiredChoice(
                        "outcome", Closing.Outcome.class, "prevention.closing.outcome.missing");
        var decidedOn = form.requiredDate("decidedOn", today);
        var executedOn = form.date("executedOn", today);
        var present = form.yesNo("boardPresent");
        var childPresent = form.yesNo("childPresent");
        var children = new ArrayList<Closing.TouchedChild>();
        for (var stay : Closing.ChildStay.values()) {
            var count = form.wholeNumber("children-" + stay.name(), 0, 20).orElse(0);
            for (var i = 0; i < count; i++) {
                children.add(new Closing.TouchedChild(stay, childPresent.orElse(null)));
            }
        }
        var note = form.text("note", 2000);
        if (form.hasErrors()) {
            return page(views.whole(actor, caseId), form);
        }
        var ended =
                new Closing.Ended(
                        outcome.orElseThrow(),
                        decidedOn.orElseThrow(),
                        executedOn.orElse(null),
                        present.orElse(null),
                        children,
                        note.orElse(null));
        var result =
                commands.once(
                        Action.CLOSE_CASE,
                        form.commandKey(),
                        () -> told(closing.end(actor, caseId, ended)));
        if (result.startsWith("refused:")) {
            refuse(form, Closing.Hindrance.valueOf(result.substring("refused:".length())));
            return page(views.whole(actor, caseId), form);
        }
        return Pages.onward(
                "/arenden/" + id,
                result.equals("lost")
                        ? Notice.warning("prevention.closing.homeLost")
                        : Notice.success("prevention.closing.closed"));
    }

    private static void refuse(Form form, Closing.Hindrance reason) {
        var key = "prevention.Hindrance." + reason.name();
        switch (reason) {
            case OUTCOME_IN_FUTURE -> form.error("decidedOn", key);
            case EXECUTED_BEFORE_DECIDED, EXECUTED_MISSING -> form.error("executedOn", key);
            case NO_INQUIRY_DECISION, STEPS_LEFT, ALREADY_CLOSED -> form.formError(key);
        }
        form.with(Form.COMMAND_KEY, UUID.randomUUID());
    }

    private static String told(Closing closing) {
        return switch (closing) {
            case Closing.Closed closed -> "closed";
            case Closing.HomeLost lost -> "lost";
            case Closing.Refused refused -> "refused:" + refused.reason().name();
        };
    }

    @PostMapping("/arenden/{id}/steg")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var step = form.requiredChoice("step", LostHome.Step.class);
        var notNeeded = form.check("notNeeded");
        var doneOn =
                notNeeded
                        ? java.util.Optional.<java.time.LocalDate>empty()
                        : form.date("doneOn", today);
        var note = form.text("note", 500);
        if (step.isEmpty() || form.hasErrors() || notNeeded && note.isEmpty()) {
            throw new Conflict("prevention.step.reasonMissing");
        }
        closing.step(
                actor,
                new CaseId(id),
                step.get(),
                notNeeded ? null : doneOn.orElse(today),
                notNeeded,
                note.orElse(null));
        return Pages.onward("/arenden/" + id, Notice.success("prevention.step.saved"));
    }

    @PostMapping("/arenden/{id}/stang")
    ModelAndView close(Actor actor, @PathVariable UUID id) {
        return switch (closing.close(actor, new CaseId(id))) {
            case Closing.Closed closed ->
                    Pages.onward("/arenden/" + id, Notice.success("prevention.closing.closed"));
            case Closing.HomeLost lost -> Pages.onward("/arenden/" + id);
            case Closing.Refused refused ->
                    Pages.onward(
                            "/arenden/" + id,
                            Notice.warning("prevention.Hindrance." + refused.reason().name()));
        };
    }

    @PostMapping("/arenden/{id}/oppna")
    ModelAndView reopen(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var reason = Form.of(fields).requiredText("reason", 300);
        if (reason.isEmpty()) {
            throw new Conflict("prevention.decision.reason.missing");
        }
        closing.reopen(actor, new CaseId(id), reason.get());
        return Pages.onward("/arenden/" + id, Notice.success("prevention.closing.reopened"));
    }
}
