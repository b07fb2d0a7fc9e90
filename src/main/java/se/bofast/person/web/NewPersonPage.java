package se.bofast.person.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonSearch;
import se.bofast.person.PersonSearch.Answer;
import se.bofast.person.PersonSearch.Match;
import se.bofast.person.Protection;
import se.bofast.person.Sex;

/// Registrera en person. Somebody who is known already is shown instead of made twice.
@Controller
class NewPersonPage {

    private static final String ADDRESS = "/personer/ny";

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final People people;
    private final PersonSearch search;

    NewPersonPage(
            Access access, Commands commands, Clock clock, People people, PersonSearch search) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.people = people;
        this.search = search;
    }

    @GetMapping(ADDRESS)
    ModelAndView empty(Actor actor) {
        access.require(actor, Action.CHANGE_PERSON);
        return page(
                Form.empty().with("protection", Protection.NONE).with("language", "sv"), List.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView register(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var given = form.text("given", Fields.NAME);
        var family = form.text("family", Fields.NAME);
        var number = Fields.number(form, "number", today);
        var birthOn = Fields.birthOn(form, today);
        var sex = form.choice("sex", Sex.class);
        var protection = form.requiredChoice("protection", Protection.class);
        var home = Fields.address(form);
        var language = Fields.language(form);
        var unknown = form.check("unknown");
        var reserve = form.check("reserve");
        if (!form.hasErrors()) {
            var named = given.isPresent() || family.isPresent();
            if (unknown && (named || number.isPresent())) {
                form.error("unknown", "person.new.unknown.known");
            } else if (!unknown && !named && number.isEmpty()) {
                form.error("family", "person.new.nobody");
            }
            if (reserve && number.isPresent()) {
                form.error("reserve", "person.new.reserve.hasNumber");
            }
        }
        if (form.hasErrors()) {
            return page(form, List.of());
        }
        var known =
                number.isPresent()
                        ? search.search(actor, number.get().digits())
                        : unknown
                                ? new Answer.NoWords()
                                : search.search(actor, given.orElse("") + " " + family.orElse(""));
        if (known instanceof Answer.Found found && !found.people().isEmpty()) {
            if (number.isPresent()) {
                return page(form.error("number", "person.new.known"), found.people());
            }
            if (!form.check("nobodyElse")) {
                return page(form.error("nobodyElse", "person.new.alike"), found.people());
            }
        }
        var person =
                new NewPerson(
                        given.orElse(""),
                        family.orElse(""),
                        birthOn.orElse(null),
                        sex.orElse(null),
                        number.orElse(null),
                        protection.orElse(Protection.NONE),
                        home,
                        language.orElse("sv"),
                        form.check("interpreter"));
        var id =
                new PersonId(
                        UUID.fromString(
                                commands.once(
                                        Action.CHANGE_PERSON,
                                        form.commandKey(),
                                        () ->
                                                people.register(actor, person, unknown, reserve)
                                                        .toString())));
        return sees(actor, id)
                ? Pages.onward("/personer/" + id, Notice.success("person.new.done"))
                : Pages.onward(SearchPage.PEOPLE, Notice.success("person.new.done.hidden"));
    }

    private boolean sees(Actor actor, PersonId id) {
        return access.allows(
                actor, Action.SEE_PERSON, new Subject(PersonRelations.KIND, id.value()));
    }

    /// @param known people who may be the same
    private static ModelAndView page(Form form, List<Match> known) {
        var model = new HashMap<String, Object>(Map.of("form", form, "known", known));
        return Pages.render("person/web/new", model);
    }
}
