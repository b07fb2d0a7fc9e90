package se.bofast.prevention.web;

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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.TakingPart;
import se.bofast.prevention.TakingPart.Candidate;
import se.bofast.prevention.TakingPart.PartKind;
import se.bofast.prevention.TakingPart.Result;

/// Medverkande: who takes part in a case beside the unit that leads it.
@Controller
class TakingPartPage {

    private final TakingPart taking;
    private final Access access;

    TakingPartPage(TakingPart taking, Access access) {
        this.taking = taking;
        this.access = access;
    }

    @GetMapping("/arenden/{id}/medverkande")
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        return form(actor, id, Form.empty());
    }

    private ModelAndView form(Actor actor, UUID id, Form form) {
        access.require(actor, Action.WORK_ON_CASE, new CaseId(id).subject());
        var candidates = taking.candidates(actor);
        return Pages.render(
                "prevention/web/parts",
                Map.of(
                        "form",
                        form,
                        "base",
                        "/arenden/" + id,
                        "units",
                        choices(candidates, PartKind.UNIT),
                        "teams",
                        choices(candidates, PartKind.TEAM),
                        "colleagues",
                        choices(candidates, PartKind.COLLEAGUE)));
    }

    private static List<Choice> choices(List<Candidate> candidates, PartKind kind) {
        return candidates.stream()
                .filter(c -> c.kind() == kind)
                .map(c -> Choice.of(c.id().toString(), c.name()))
                .toList();
    }

    @PostMapping("/arenden/{id}/medverkande")
    ModelAndView ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.WORK_ON_CASE, new CaseId(id).subject());
        var form = Form.of(fields);
        var candidates = taking.candidates(actor);
        var asked = new ArrayList<Candidate>();
        add(asked, candidates, form, "unit", PartKind.UNIT);
        add(asked, candidates, form, "team", PartKind.TEAM);
        add(asked, candidates, form, "colleague", PartKind.COLLEAGUE);
        var reason = form.requiredText("reason", 300, "prevention.parts.reason.missing");
        if (asked.isEmpty() && !form.hasErrors()) {
            form.error("unit", "prevention.parts.whom");
        }
        if (form.hasErrors()) {
            return form(actor, id, form);
        }
        var added = 0;
        for (var who : asked) {
            if (taking.ask(actor, new CaseId(id), who.kind(), who.id(), reason.orElseThrow())
                    == Result.DONE) {
                added++;
            }
        }
        return Pages.onward(
                "/arenden/" + id,
                added == 0
                        ? Notice.info("prevention.parts.already")
                        : Notice.success("prevention.parts.added", added));
    }

    private static void add(
            List<Candidate> asked,
            List<Candidate> candidates,
            Form form,
            String name,
            PartKind kind) {
        var chosen = form.uuid(name);
        if (chosen.isEmpty()) {
            return;
        }
        candidates.stream()
                .filter(c -> c.kind() == kind && c.id().equals(chosen.get()))
                .findFirst()
                .ifPresentOrElse(asked::add, () -> form.error(name, "page.error.choice"));
    }

    @PostMapping("/arenden/{id}/medverkande/{part}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID id, @PathVariable UUID part) {
        taking.end(actor, new CaseId(id), part);
        return Pages.onward("/arenden/" + id, Notice.success("prevention.parts.ended"));
    }
}
