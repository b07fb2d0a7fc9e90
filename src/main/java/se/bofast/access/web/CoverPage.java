package se.bofast.access.web;

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
import se.bofast.access.ManagingCover;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Ersättare: who stands in for whom, and when.
@Controller
class CoverPage {

    static final String PATH = SettingsPage.PATH + "/ersattare";

    private final ManagingCover covers;
    private final Commands commands;
    private final Clock clock;

    CoverPage(ManagingCover covers, Commands commands, Clock clock) {
        this.covers = covers;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return page(
                actor,
                Form.empty()
                        .with("employee", actor.id().value())
                        .with("startOn", HouseClock.today(clock))
                        .with("away", true));
    }

    private ModelAndView page(Actor actor, Form form) {
        return Pages.render(
                "access/web/cover",
                Map.of(
                        "form", form,
                        "covers", covers.all(actor),
                        "employees", DelegationPage.choices(covers.arrangeable(actor)),
                        "standIns", DelegationPage.choices(covers.standIns(actor))));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var employee = form.requiredUuid("employee");
        var standIn = form.requiredUuid("standIn");
        var start = form.requiredDate("startOn", today);
        var end = form.requiredDate("endOn", today);
        if (employee.isPresent() && employee.equals(standIn)) {
            form.error("standIn", "access.cover.oneself");
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            form.error("endOn", "access.period.backward");
        }
        if (form.hasErrors()) {
            return page(actor, form);
        }
        commands.once(
                Action.MANAGE_COVER,
                form.commandKey(),
                () ->
                        covers.add(
                                        actor,
                                        new ManagingCover.NewCover(
                                                new EmployeeId(employee.orElseThrow()),
                                                new EmployeeId(standIn.orElseThrow()),
                                                start.orElseThrow(),
                                                end.orElseThrow(),
                                                form.check("away")))
                                .toString());
        return Pages.onward(PATH, Notice.success("access.cover.saved"));
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        covers.end(actor, id);
        return Pages.onward(PATH, Notice.success("access.cover.ended"));
    }
}
