package se.bofast.access.web;

import java.time.Clock;
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
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.DelegatedDecision;
import se.bofast.access.ManagingDelegation;
import se.bofast.access.Units;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Delegationsordning: who may decide what for the board.
@Controller
class DelegationPage {

    static final String PATH = SettingsPage.PATH + "/delegation";

    private final ManagingDelegation delegation;
    private final Units units;
    private final Commands commands;
    private final Clock clock;

    DelegationPage(ManagingDelegation delegation, Units units, Commands commands, Clock clock) {
        this.delegation = delegation;
        this.units = units;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return page(actor, Form.empty().with("startOn", HouseClock.today(clock)));
    }

    private ModelAndView page(Actor actor, Form form) {
        var all = delegation.all(actor);
        return Pages.render(
                "access/web/delegation",
                Map.of("form", form, "delegations", all, "colleagues", colleagues(units, clock)));
    }

    /// Everyone at work today, to choose from.
    static List<Choice> colleagues(Units units, Clock clock) {
        return choices(units.colleagues(HouseClock.today(clock)));
    }

    static List<Choice> choices(List<Units.Colleague> colleagues) {
        return colleagues.stream()
                .map(c -> Choice.of(c.id().toString(), c.name() + ", " + c.unitName()))
                .toList();
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var employee = form.requiredUuid("employee");
        var decision = form.requiredChoice("decision", DelegatedDecision.class);
        var point = form.requiredText("point", 60);
        var upTo = form.money("upTo");
        upTo.filter(amount -> !amount.isPositive())
                .ifPresent(amount -> form.error("upTo", "access.delegation.positive"));
        var start = form.requiredDate("startOn", today);
        var end = form.date("endOn", today);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            form.error("endOn", "access.period.backward");
        }
        if (form.hasErrors()) {
            return page(actor, form);
        }
        commands.once(
                Action.MANAGE_DELEGATION,
                form.commandKey(),
                () ->
                        delegation
                                .add(
                                        actor,
                                        new ManagingDelegation.NewDelegation(
                                                new EmployeeId(employee.orElseThrow()),
                                                decision.orElseThrow(),
                                                point.orElseThrow(),
                                                upTo.orElse(null),
                                                start.orElseThrow(),
                                                end.orElse(null)))
                                .toString());
        return Pages.onward(PATH, Notice.success("access.delegation.saved"));
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        delegation.end(actor, id, HouseClock.today(clock));
        return Pages.onward(PATH, Notice.success("access.delegation.ended"));
    }
}
