package se.bofast.support.web;

import java.time.Clock;
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
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.PersonRelations;
import se.bofast.support.Assignments;
import se.bofast.support.Choosing;

/// Beginning, handing over and ending an assignment.
@Controller
class AssignmentPage {

    private final Assignments assignments;
    private final Choosing choosing;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    AssignmentPage(
            Assignments assignments,
            Choosing choosing,
            Access access,
            Commands commands,
            Clock clock) {
        this.assignments = assignments;
        this.choosing = choosing;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/uppdrag/nytt")
    ModelAndView empty(Actor actor, @RequestParam(name = "person") UUID person) {
        require(actor, person);
        return startPage(
                person,
                Form.empty()
                        .with("unit", actor.unit().toString())
                        .with("startOn", HouseClock.today(clock)));
    }

    private ModelAndView startPage(UUID person, Form form) {
        return Pages.render(
                "support/web/assignment-start",
                Map.of(
                        "person",
                        person,
                        "form",
                        form,
                        "units",
                        unitChoices(),
                        "colleagues",
                        colleagues()));
    }

    @PostMapping("/uppdrag/nytt")
    ModelAndView start(
            Actor actor,
            @RequestParam(name = "person") UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        require(actor, person);
        var form = Form.of(fields);
        var unit = unit(form);
        var account = colleague(form);
        var on = form.requiredDate("startOn", HouseClock.today(clock));
        var number = form.text("externalNumber", 60);
        if (form.hasErrors() || unit == null || on.isEmpty()) {
            return startPage(person, form);
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () ->
                            done(
                                    assignments.start(
                                            actor,
                                            new PersonId(person),
                                            unit,
                                            account,
                                            number.orElse(null),
                                            on.get())));
        } catch (TurnedDown refused) {
            form.error("unit", refused.key());
            return startPage(person, form);
        }
        return Pages.onward(back(person), Notice.success("support.assignment.started"));
    }

    @GetMapping("/uppdrag/{id}")
    ModelAndView change(Actor actor, @PathVariable UUID id) {
        var found = assignments.see(actor, id);
        var today = HouseClock.today(clock);
        var carrier = found.account() == null ? null : found.account().toString();
        return changePage(
                found,
                Form.empty()
                        .with("unit", found.unit().toString())
                        .with("account", carrier)
                        .with("seen", carrier)
                        .with("fromOn", today),
                Form.empty().with("endOn", today));
    }

    private ModelAndView changePage(Assignments.Assignment found, Form over, Form end) {
        return Pages.render(
                "support/web/assignment",
                Map.of(
                        "assignment", found,
                        "over", over,
                        "end", end,
                        "units", unitChoices(),
                        "colleagues", colleagues()));
    }

    @PostMapping("/uppdrag/{id}/overlamna")
    ModelAndView handOver(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var found = assignments.see(actor, id);
        var form = Form.of(fields);
        var unit = unit(form);
        var account = colleague(form);
        var from = form.requiredDate("fromOn", HouseClock.today(clock));
        var seen = form.uuid("seen").map(EmployeeId::new).orElse(null);
        if (form.hasErrors() || unit == null || from.isEmpty()) {
            return changePage(found, form, Form.empty());
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () -> done(assignments.handOver(actor, id, unit, account, from.get(), seen)));
        } catch (TurnedDown refused) {
            form.error("fromOn", refused.key());
            return changePage(found, form, Form.empty());
        }
        return Pages.onward(
                back(found.person().value()), Notice.success("support.assignment.handedOver"));
    }

    @PostMapping("/uppdrag/{id}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var found = assignments.see(actor, id);
        var form = Form.of(fields);
        var on = form.requiredDate("endOn", HouseClock.today(clock));
        if (on.isEmpty()) {
            return changePage(found, Form.empty(), form);
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () -> done(assignments.end(actor, id, on.get())));
        } catch (TurnedDown refused) {
            form.error("endOn", refused.key());
            return changePage(found, Form.empty(), form);
        }
        return Pages.onward(
                back(found.person().value()), Notice.success("support.assignment.ended"));
    }

    private static String done(Assignments.Result result) {
        return switch (result) {
            case DONE -> result.name();
            case ALREADY_OPEN, NOT_OPEN, BEFORE_IT_BEGAN -> throw new TurnedDown(result);
        };
    }

    private @org.jspecify.annotations.Nullable UnitId unit(Form form) {
        var chosen = form.requiredUuid("unit").map(UnitId::new);
        chosen.filter(id -> choosing.units().stream().noneMatch(u -> u.id().equals(id)))
                .ifPresent(id -> form.error("unit", "page.error.choice"));
        return chosen.orElse(null);
    }

    private @org.jspecify.annotations.Nullable EmployeeId colleague(Form form) {
        var chosen = form.uuid("account").map(EmployeeId::new);
        chosen.filter(id -> choosing.colleagues().stream().noneMatch(c -> c.id().equals(id)))
                .ifPresent(id -> form.error("account", "page.error.choice"));
        return chosen.orElse(null);
    }

    private List<Choice> unitChoices() {
        return choosing.units().stream().map(u -> Choice.of(u.id().toString(), u.name())).toList();
    }

    private List<Choice> colleagues() {
        var choices = new ArrayList<Choice>();
        choosing.colleagues()
                .forEach(c ->
                        choices.add(Choice.of(c.id().toString(), c.name() + ", " + c.unitName())));
        return choices;
    }

    private void require(Actor actor, UUID person) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, person));
    }

    private static String back(UUID person) {
        return "/personer/" + person;
    }
}
