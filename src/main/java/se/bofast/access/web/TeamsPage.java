package se.bofast.access.web;

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
import se.bofast.access.ManagingTeams;
import se.bofast.kernel.EmployeeId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Team: colleagues of several units who work on the same cases.
@Controller
class TeamsPage {

    static final String PATH = SettingsPage.PATH + "/team";

    private final ManagingTeams teams;
    private final Commands commands;

    TeamsPage(ManagingTeams teams, Commands commands) {
        this.teams = teams;
        this.commands = commands;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return list(actor, Form.empty());
    }

    private ModelAndView list(Actor actor, Form form) {
        return Pages.render("access/web/teams", Map.of("form", form, "teams", teams.all(actor)));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        teams.all(actor);
        var form = Form.of(fields);
        var name = form.requiredText("name", 100);
        if (name.isEmpty()) {
            return list(actor, form);
        }
        var id =
                commands.once(
                        Action.MANAGE_BOARD,
                        form.commandKey(),
                        () -> teams.add(actor, name.get()).toString());
        return Pages.onward(PATH + "/" + id, Notice.success("access.teams.saved"));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView team(Actor actor, @PathVariable UUID id) {
        return team(actor, id, Form.empty());
    }

    private ModelAndView team(Actor actor, UUID id, Form form) {
        return Pages.render(
                "access/web/team",
                Map.of(
                        "team",
                        teams.find(actor, id),
                        "members",
                        teams.members(actor, id),
                        "form",
                        form,
                        "colleagues",
                        DelegationPage.choices(teams.colleagues(actor))));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView join(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var members = teams.members(actor, id);
        var employee = form.requiredUuid("employee").map(EmployeeId::new);
        if (employee.isPresent()
                && members.stream().anyMatch(m -> m.employee().equals(employee.get()))) {
            form.error("employee", "access.teams.alreadyMember");
        }
        if (form.hasErrors()) {
            return team(actor, id, form);
        }
        teams.join(actor, id, employee.orElseThrow());
        return Pages.onward(PATH + "/" + id, Notice.success("access.teams.joined"));
    }

    @PostMapping(PATH + "/{id}/medlemmar/{member}/avsluta")
    ModelAndView leave(Actor actor, @PathVariable UUID id, @PathVariable UUID member) {
        teams.leave(actor, id, member);
        return Pages.onward(PATH + "/" + id, Notice.success("access.teams.left"));
    }

    @PostMapping(PATH + "/{id}/stang")
    ModelAndView close(Actor actor, @PathVariable UUID id) {
        teams.close(actor, id);
        return Pages.onward(PATH, Notice.success("access.teams.closed"));
    }
}
