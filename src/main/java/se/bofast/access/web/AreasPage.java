package se.bofast.access.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.access.ManagingAreas;
import se.bofast.access.ManagingAreas.AreaKind;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Utförare och egna grenar: areas of the board with a secrecy of their own.
@Controller
class AreasPage {

    static final String PATH = SettingsPage.PATH + "/omraden";

    private final ManagingAreas areas;

    AreasPage(ManagingAreas areas) {
        this.areas = areas;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return list(actor, Form.empty().with("kind", AreaKind.PROVIDER));
    }

    private ModelAndView list(Actor actor, Form form) {
        return Pages.render("access/web/areas", Map.of("form", form, "areas", areas.all(actor)));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var present = areas.all(actor);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", AreaKind.class);
        var name = form.requiredText("name", 100);
        var unit = form.requiredText("unit", 100);
        var login = form.requiredText("login", 80);
        if (kind.isPresent() && kind.get() == AreaKind.DEFAULT) {
            form.error("kind", "page.error.choice");
        }
        if (name.isPresent()
                && present.stream().anyMatch(a -> a.name().equalsIgnoreCase(name.get()))) {
            form.error("name", "access.areas.name.taken");
        }
        var account = login.flatMap(l -> areas.account(actor, l));
        if (login.isPresent() && account.isEmpty()) {
            form.error("login", "access.areas.login.unknown");
        }
        if (form.hasErrors()) {
            return list(actor, form);
        }
        areas.add(
                actor,
                new ManagingAreas.NewArea(
                        kind.orElseThrow(),
                        name.orElseThrow(),
                        unit.orElseThrow(),
                        account.orElseThrow()));
        return Pages.onward(PATH, Notice.success("access.areas.saved"));
    }
}
