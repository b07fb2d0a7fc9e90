package se.bofast.access.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.ManagingUnits;
import se.bofast.kernel.UnitId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Enheter.
@Controller
class UnitsPage {

    static final String PATH = SettingsPage.PATH + "/enheter";

    private final ManagingUnits units;
    private final Commands commands;

    UnitsPage(ManagingUnits units, Commands commands) {
        this.units = units;
        this.commands = commands;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return list(actor, Form.empty());
    }

    private ModelAndView list(Actor actor, Form form) {
        return Pages.render("access/web/units", Map.of("form", form, "units", units.all(actor)));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var name = form.requiredText("name", 100);
        var kind = form.requiredChoice("kind", UnitKind.class);
        if (form.hasErrors()) {
            return list(actor, form);
        }
        commands.once(
                Action.MANAGE_BOARD,
                form.commandKey(),
                () -> units.add(actor, kind.orElseThrow(), name.orElseThrow()).toString());
        return Pages.onward(PATH, Notice.success("access.units.saved"));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView unit(Actor actor, @PathVariable UUID id) {
        var unit = units.find(actor, new UnitId(id));
        return Pages.render(
                "access/web/unit",
                Map.of(
                        "unit",
                        unit,
                        "form",
                        Form.empty().with("name", unit.name()).with("seen", unit.name())));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView rename(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var unit = units.find(actor, new UnitId(id));
        var name = form.requiredText("name", 100);
        if (name.isEmpty()) {
            return Pages.render("access/web/unit", Map.of("unit", unit, "form", form));
        }
        if (!units.rename(actor, unit.id(), form.value("seen"), name.get())) {
            var now = units.find(actor, unit.id());
            form.with("seen", now.name()).formError("access.units.meanwhile", now.name());
            return Pages.render(
                    HttpStatus.CONFLICT, "access/web/unit", Map.of("unit", now, "form", form));
        }
        return Pages.onward(PATH, Notice.success("access.units.renamed"));
    }

    @PostMapping(PATH + "/{id}/stang")
    ModelAndView close(Actor actor, @PathVariable UUID id) {
        units.close(actor, new UnitId(id));
        return Pages.onward(PATH, Notice.success("access.units.closed"));
    }
}
