package se.bofast.intake.web;

import java.util.HashMap;
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
import se.bofast.intake.SettingRouting;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Which unit gets signals about people not known before.
@Controller
class RoutingPage {

    static final String PATH = "/installningar/fordelning";

    private final SettingRouting routing;
    private final Commands commands;

    RoutingPage(SettingRouting routing, Commands commands) {
        this.routing = routing;
        this.commands = commands;
    }

    /// The rules; with a kind in the address also which of them would take such a signal.
    @GetMapping(PATH)
    ModelAndView rules(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        return page(actor, Form.of(query), Form.empty());
    }

    private ModelAndView page(Actor actor, Form trying, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", routing.view(actor));
        model.put("form", form);
        model.put("trying", trying);
        trying.choice("kind", SignalKind.class)
                .ifPresent(kind ->
                        model.put(
                                "tried",
                                routing.tried(
                                        actor,
                                        kind,
                                        trying.check("children"),
                                        trying.wholeNumber("age", 0, 120).orElse(null),
                                        trying.text("postalCode", 10).orElse(null))));
        return Pages.render("intake/web/routing", model);
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var name = form.requiredText("name", 80, "intake.rule.name.missing");
        var unit = form.requiredUuid("unit", "intake.rule.unit.missing").map(UnitId::new);
        var from = form.wholeNumber("ageFrom", 0, 120);
        var to = form.wholeNumber("ageTo", 0, 120);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            form.error("ageTo", "intake.rule.age.backward");
        }
        var prefix = form.text("postalPrefix", 6).map(text -> text.replace(" ", ""));
        if (prefix.filter(text -> !text.matches("\\d{1,5}")).isPresent()) {
            form.error("postalPrefix", "intake.rule.postal.wrong");
        }
        var kind = form.choice("signalKind", SignalKind.class);
        var children = form.yesNo("withChildren");
        var responsible = form.uuid("responsible").map(EmployeeId::new);
        if (form.hasErrors() || name.isEmpty() || unit.isEmpty()) {
            return page(actor, Form.empty(), form);
        }
        commands.once(
                Action.MANAGE_ROUTING,
                form.commandKey(),
                () ->
                        routing.add(
                                        actor,
                                        new SettingRouting.NewRule(
                                                name.get(),
                                                kind.orElse(null),
                                                children.orElse(null),
                                                from.orElse(null),
                                                to.orElse(null),
                                                prefix.orElse(null),
                                                unit.get(),
                                                responsible.orElse(null)))
                                .toString());
        return Pages.onward(PATH, Notice.success("intake.rule.added"));
    }

    @PostMapping(PATH + "/{id}/flytta")
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        routing.move(actor, id, Form.of(fields).has("to", "earlier"));
        return Pages.onward(PATH);
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        routing.end(actor, id);
        return Pages.onward(PATH, Notice.success("intake.rule.ended"));
    }
}
