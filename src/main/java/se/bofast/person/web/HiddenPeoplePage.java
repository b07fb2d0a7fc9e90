package se.bofast.person.web;

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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Entrusting;
import se.bofast.access.Units;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.WatchingHidden;

/// Skyddade personer: the days that nobody else sees run, and who is entrusted with whom. Names
/// stand nowhere here; who is entrusted opens the person's own page.
@Controller
class HiddenPeoplePage {

    static final String PATH = "/skyddade";

    /// A usual time to be entrusted.
    private static final int USUAL_DAYS = 90;

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final WatchingHidden watching;
    private final Units units;

    HiddenPeoplePage(
            Access access, Commands commands, Clock clock, WatchingHidden watching, Units units) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.watching = watching;
        this.units = units;
    }

    @GetMapping(PATH)
    ModelAndView all(Actor actor) {
        access.require(actor, Action.SEE_PROTECTED_PERSON);
        return Pages.render(
                "person/web/hidden-people",
                Map.of(
                        "people",
                        watching.all(actor),
                        "watches",
                        access.allows(actor, Action.WATCH_PROTECTED_PEOPLE)));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.SEE_PROTECTED_PERSON);
        return page(
                actor,
                id,
                Form.empty().with("endOn", HouseClock.today(clock).plusDays(USUAL_DAYS)));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView entrust(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.ENTRUST_PROTECTED_PERSON);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var employee = form.requiredUuid("employee", "person.entrust.employee.missing");
        var endOn = form.requiredDate("endOn", today);
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        endOn.filter(day -> day.isBefore(today) || day.isAfter(today.plusDays(Entrusting.DAYS)))
                .ifPresent(day -> form.error("endOn", "person.entrust.endOn.wrong"));
        if (form.hasErrors()) {
            return page(actor, id, form);
        }
        commands.once(
                Action.ENTRUST_PROTECTED_PERSON,
                form.commandKey(),
                () -> {
                    watching.entrust(
                            actor,
                            new PersonId(id),
                            new EmployeeId(employee.orElseThrow()),
                            endOn.orElseThrow(),
                            reason.orElseThrow());
                    return "";
                });
        return Pages.onward(PATH + "/" + id, Notice.success("person.entrust.done"));
    }

    @PostMapping(PATH + "/{id}/avsluta/{employee}")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @PathVariable UUID employee) {
        access.require(actor, Action.ENTRUST_PROTECTED_PERSON);
        watching.withdraw(actor, new PersonId(id), new EmployeeId(employee));
        return Pages.onward(PATH + "/" + id, Notice.success("person.entrust.withdrawn"));
    }

    private ModelAndView page(Actor actor, UUID id, Form form) {
        return Pages.render(
                "person/web/hidden-person",
                Map.of(
                        "one",
                        watching.one(actor, new PersonId(id)),
                        "colleagues",
                        units.colleagues(HouseClock.today(clock)),
                        "mayEntrust",
                        access.allows(actor, Action.ENTRUST_PROTECTED_PERSON),
                        "form",
                        form));
    }
}
