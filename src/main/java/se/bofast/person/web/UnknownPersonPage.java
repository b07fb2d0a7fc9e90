package se.bofast.person.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.NewPerson;
import se.bofast.person.People;

/// Registrera en okänd person: also for who works outdoors and at night, and may change nobody.
@Controller
class UnknownPersonPage {

    private static final String ADDRESS = "/personer/okand";

    private final Access access;
    private final Commands commands;
    private final People people;

    UnknownPersonPage(Access access, Commands commands, People people) {
        this.access = access;
        this.commands = commands;
        this.people = people;
    }

    @GetMapping(ADDRESS)
    ModelAndView empty(Actor actor) {
        access.require(actor, Action.REGISTER_UNKNOWN_PERSON);
        return Pages.render("person/web/unknown", Map.of("form", Form.empty()));
    }

    @PostMapping(ADDRESS)
    ModelAndView register(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REGISTER_UNKNOWN_PERSON);
        var form = Form.of(fields);
        var reserve = form.check("reserve");
        var id =
                UUID.fromString(
                        commands.once(
                                Action.REGISTER_UNKNOWN_PERSON,
                                form.commandKey(),
                                () ->
                                        people.register(
                                                        actor,
                                                        NewPerson.of("", "", null),
                                                        true,
                                                        reserve)
                                                .toString()));
        return Pages.onward("/personer/" + id, Notice.success("person.new.done"));
    }
}
