package se.bofast.prevention.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.access.Units;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.UnitId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseViews;
import se.bofast.prevention.OpeningInEmergency;
import se.bofast.prevention.ProposingClose;
import se.bofast.prevention.WorkingOnCase;
import se.bofast.prevention.WorkingOnCase.Holder;
import se.bofast.prevention.WorkingOnCase.Saving;

/// An ärende: its clock first, then what has happened and what to do.
@Controller
class CasePage {

    private final CaseViews views;
    private final WorkingOnCase working;
    private final Commands commands;
    private final Clock clock;
    private final TemplateEngine engine;
    private final ProposingClose proposing;
    private final OpeningInEmergency emergency;
    private final Access access;

    CasePage(
            CaseViews views,
            WorkingOnCase working,
            Commands commands,
            Clock clock,
            TemplateEngine engine,
            ProposingClose proposing,
            OpeningInEmergency emergency,
            Access access) {
        this.views = views;
        this.working = working;
        this.commands = commands;
        this.clock = clock;
        this.engine = engine;
        this.proposing = proposing;
        this.emergency = emergency;
        this.access = access;
    }

    @GetMapping("/arenden/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var view = views.whole(actor, new CaseId(id));
        return Pages.render(
                "prevention/web/case",
                Map.of(
                        "view",
                        view,
                        "engine",
                        engine,
                        "seesPerson",
                        seesPerson(actor, view),
                        "openUntil",
                        emergency.until(actor, new CaseId(id)),
                        "maySeeLog",
                        access.allows(actor, Action.SEE_WHO_HAS_SEEN, new CaseId(id).subject())));
    }

    private static boolean seesPerson(Actor actor, CaseViews.CaseView view) {
        var person = view.person();
        return person != null
                && allowed(actor, Action.SEE_PERSON)
                && (!person.isProtected() || allowed(actor, Action.SEE_PROTECTED_PERSON));
    }

    private static boolean allowed(Actor actor, Action action) {
        return Permissions.of(actor.roles(), action) != Scope.NONE;
    }

    @GetMapping("/arenden/{id}/uppgift")
    ModelAndView factForm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "slag", required = false) Optional<FactKind> kind) {
        access.require(actor, Action.WORK_ON_CASE, new CaseId(id).subject());
        var view = views.whole(actor, new CaseId(id));
        var form = Form.empty();
        kind.ifPresent(k -> form.with("kind", k));
        return factForm(view, form);
    }

    private ModelAndView factForm(CaseViews.CaseView view, Form form) {
        return Pages.render(
                "prevention/web/fact",
                Map.of("view", view, "form", form, "kinds", CaseViews.RECORDABLE));
    }

    /// First which fact, then its value: one page, two steps, works without script.
    @PostMapping("/arenden/{id}/uppgift")
    ModelAndView recordFact(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.WORK_ON_CASE, new CaseId(id).subject());
        var today = HouseClock.today(clock);
        var form = Form.of(fields);
        var caseId = new CaseId(id);
        var kind = form.requiredChoice("kind", FactKind.class, "prevention.fact.kindMissing");
        if (form.hasErrors() || fields.getFirst("value") == null) {
            return factForm(views.whole(actor, caseId), form);
        }
        var fact = kind.flatMap(k -> value(form, k, today));
        var reason = form.requiredText("reason", 500, "prevention.fact.reasonMissing");
        if (form.hasErrors() || fact.isEmpty() || reason.isEmpty()) {
            return factForm(views.whole(actor, caseId), form);
        }
        var signal = form.uuid("signal").map(se.bofast.intake.SignalId::new).orElse(null);
        var moved =
                commands.once(
                        Action.WORK_ON_CASE,
                        form.commandKey(),
                        () ->
                                Integer.toString(
                                        working.record(
                                                        actor,
                                                        caseId,
                                                        signal,
                                                        fact.get(),
                                                        reason.get())
                                                .size()));
        return Pages.onward(
                "/arenden/" + id,
                Notice.success("prevention.fact.recorded", Integer.parseInt(moved)));
    }

    private static Optional<Fact> value(Form form, FactKind kind, java.time.LocalDate today) {
        return switch (kind.type()) {
            case DATE ->
                    form.requiredDate("value", today)
                            .flatMap(day -> {
                                if (day.isBefore(Fact.EARLIEST) || day.isAfter(Fact.LATEST)) {
                                    form.error("value", "prevention.fact.dayOutside");
                                    return Optional.empty();
                                }
                                return Optional.of(Fact.on(kind, day));
                            });
            case MONEY -> form.requiredMoney("value").map(m -> Fact.amount(kind, m));
            case YES_NO -> form.requiredYesNo("value").map(y -> Fact.yesNo(kind, y));
            case NUMBER ->
                    form.requiredWholeNumber("value", 0, 10_000).map(n -> Fact.number(kind, n));
            case CODE ->
                    form.requiredText("value", 40)
                            .filter(t -> t.matches("[A-Z][A-Z0-9_]*"))
                            .map(t -> Fact.code(kind, t));
        };
    }

    @PostMapping("/arenden/{id}/uppgift/ta-tillbaka")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.WORK_ON_CASE, new CaseId(id).subject());
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", FactKind.class);
        var ordinal = form.requiredWholeNumber("ordinal", 1, 1000);
        if (kind.isEmpty() || ordinal.isEmpty()) {
            throw new Conflict("prevention.fact.gone");
        }
        var signal = form.uuid("signal").map(se.bofast.intake.SignalId::new).orElse(null);
        working.correct(
                actor, new CaseId(id), signal, kind.get(), ordinal.get(), null, "TAKEN_BACK");
        return Pages.onward("/arenden/" + id, Notice.success("prevention.fact.takenBack"));
    }

    @GetMapping("/arenden/{id}/fordela")
    ModelAndView assignForm(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.ASSIGN_CASE, new CaseId(id).subject());
        var view = views.whole(actor, new CaseId(id));
        var form =
                seen(
                        view,
                        Form.empty()
                                .with("unit", view.details().unit())
                                .with("responsible", view.details().responsible()));
        return assignForm(view, form, false);
    }

    private static Form seen(CaseViews.CaseView view, Form form) {
        return form.with("seenUnit", view.details().unit())
                .with("seenResponsible", view.details().responsible());
    }

    /// @param meanwhile whether a colleague has given it to someone since
    private ModelAndView assignForm(CaseViews.CaseView view, Form form, boolean meanwhile) {
        var model =
                Map.of(
                        "meanwhile",
                        meanwhile,
                        "view",
                        view,
                        "form",
                        form,
                        "units",
                        views.units().stream()
                                .map(u -> Choice.of(u.id().toString(), u.name()))
                                .toList(),
                        "colleagues",
                        colleagues(views.colleagues()));
        return meanwhile
                ? Pages.render(HttpStatus.CONFLICT, "prevention/web/assign", model)
                : Pages.render("prevention/web/assign", model);
    }

    private static List<Choice> colleagues(List<Units.Colleague> all) {
        var choices = new ArrayList<Choice>();
        all.forEach(c -> choices.add(Choice.of(c.id().toString(), c.name() + ", " + c.unitName())));
        return choices;
    }

    @PostMapping("/arenden/{id}/fordela")
    ModelAndView assign(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var caseId = new CaseId(id);
        access.require(actor, Action.ASSIGN_CASE, caseId.subject());
        var form = Form.of(fields);
        var unit = form.requiredUuid("unit").map(UnitId::new);
        var responsible = form.uuid("responsible").map(EmployeeId::new);
        if (unit.isPresent() && views.units().stream().noneMatch(u -> u.id().equals(unit.get()))) {
            form.error("unit", "page.error.choice");
        }
        if (responsible.isPresent()
                && views.colleagues().stream().noneMatch(c -> c.id().equals(responsible.get()))) {
            form.error("responsible", "page.error.choice");
        }
        if (form.hasErrors() || unit.isEmpty()) {
            return assignForm(views.whole(actor, caseId), form, false);
        }
        // A form without it was open before the house was upgraded: then they look once more.
        var seen =
                form.uuid("seenUnit")
                        .map(UnitId::new)
                        .map(before ->
                                new Holder(
                                        before,
                                        form.uuid("seenResponsible")
                                                .map(EmployeeId::new)
                                                .orElse(null)));
        var saving =
                seen.map(before ->
                                working.assign(
                                        actor,
                                        caseId,
                                        before,
                                        new Holder(unit.get(), responsible.orElse(null))))
                        .orElse(Saving.CHANGED_MEANWHILE);
        return switch (saving) {
            case SAVED -> Pages.onward("/arenden/" + id, Notice.success("prevention.assign.done"));
            case CHANGED_MEANWHILE -> {
                var now = views.whole(actor, caseId);
                yield assignForm(now, seen(now, form), true);
            }
        };
    }

    @PostMapping("/arenden/{id}/nummer")
    ModelAndView number(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var number = form.text("externalNumber", 60);
        var saving =
                working.number(
                        actor,
                        new CaseId(id),
                        form.text("seenNumber", 60).orElse(null),
                        number.orElse(null));
        return Pages.onward(
                "/arenden/" + id,
                switch (saving) {
                    case SAVED -> Notice.success("prevention.number.saved");
                    case CHANGED_MEANWHILE ->
                            number.map(mine -> Notice.warning("prevention.number.meanwhile", mine))
                                    .orElseGet(() ->
                                            Notice.warning("prevention.number.meanwhileEmpty"));
                });
    }

    @PostMapping("/arenden/{id}/behall")
    ModelAndView keepOpen(Actor actor, @PathVariable UUID id) {
        proposing.keepOpen(actor, new CaseId(id));
        return Pages.onward("/arenden/" + id, Notice.success("prevention.proposal.kept"));
    }
}
