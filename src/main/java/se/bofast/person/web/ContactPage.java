package se.bofast.person.web;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
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
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.ChangingLanguage;
import se.bofast.person.ChangingLanguage.Spoken;
import se.bofast.person.ContactWay.ContactWayId;
import se.bofast.person.ContactWay.WayKind;
import se.bofast.person.ContactWays;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;

/// Telefon, e-post, språk och tolk.
@Controller
class ContactPage {

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()/-]{5,30}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Access access;
    private final Commands commands;
    private final ReadingPerson reading;
    private final ContactWays ways;
    private final ChangingLanguage languages;

    ContactPage(
            Access access,
            Commands commands,
            ReadingPerson reading,
            ContactWays ways,
            ChangingLanguage languages) {
        this.access = access;
        this.commands = commands;
        this.reading = reading;
        this.ways = ways;
        this.languages = languages;
    }

    @GetMapping("/personer/{id}/kontaktvag")
    ModelAndView wayForm(Actor actor, @PathVariable UUID id) {
        return wayPage(
                reading.toChange(actor, new PersonId(id)),
                Form.empty().with("kind", WayKind.PHONE));
    }

    @PostMapping("/personer/{id}/kontaktvag")
    ModelAndView addWay(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var person = new PersonId(id);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", WayKind.class);
        var value = form.requiredText("value", 200, "person.way.missing");
        var given = form.requiredYesNo("given");
        if (kind.isPresent() && value.isPresent()) {
            switch (kind.get()) {
                case PHONE -> {
                    if (!PHONE.matcher(value.get()).matches()) {
                        form.error("value", "person.way.phoneWrong");
                    }
                }
                case EMAIL -> {
                    if (!EMAIL.matcher(value.get()).matches()) {
                        form.error("value", "person.way.emailWrong");
                    }
                }
            }
        }
        if (form.hasErrors()) {
            return wayPage(reading.toChange(actor, person), form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () ->
                        ways.add(
                                        actor,
                                        person,
                                        kind.orElseThrow(),
                                        value.orElseThrow(),
                                        given.orElseThrow())
                                .value()
                                .toString());
        return Pages.onward("/personer/" + id, Notice.success("person.way.added"));
    }

    @PostMapping("/personer/{id}/kontaktvag/{way}/avsluta")
    ModelAndView endWay(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID way,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        commands.once(
                Action.CHANGE_PERSON,
                Form.of(fields).commandKey(),
                () -> {
                    ways.end(actor, new PersonId(id), new ContactWayId(way));
                    return "";
                });
        return Pages.onward("/personer/" + id, Notice.success("person.way.ended"));
    }

    @GetMapping("/personer/{id}/sprak")
    ModelAndView languageForm(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new PersonId(id));
        var form = seen(view, Form.empty().with("language", view.spoken().language()));
        return languagePage(
                view, view.spoken().interpreter() ? form.with("interpreter", true) : form, false);
    }

    @PostMapping("/personer/{id}/sprak")
    ModelAndView changeLanguage(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var person = new PersonId(id);
        var form = Form.of(fields);
        var language = Fields.language(form);
        if (form.hasErrors()) {
            return languagePage(reading.toChange(actor, person), form, false);
        }
        var seen =
                new Spoken(
                        form.text("seenLanguage", 2).orElse(""),
                        "yes".equals(form.value("seenInterpreter")));
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () -> {
                        var meanwhile =
                                languages.change(
                                        actor,
                                        person,
                                        seen,
                                        new Spoken(
                                                language.orElseThrow(), form.check("interpreter")));
                        if (meanwhile.isPresent()) {
                            throw new Stopped("", "person.language.meanwhile.title");
                        }
                        return "";
                    });
        } catch (Stopped stopped) {
            var now = reading.toChange(actor, person);
            return languagePage(now, seen(now, form), true);
        }
        return Pages.onward("/personer/" + id, Notice.success("person.language.done"));
    }

    private static ModelAndView wayPage(PersonView view, Form form) {
        return Pages.render("person/web/way", Map.of("view", view, "form", form));
    }

    private static Form seen(PersonView view, Form form) {
        return form.with("seenLanguage", view.spoken().language())
                .with("seenInterpreter", view.spoken().interpreter());
    }

    /// @param meanwhile whether a colleague has changed it since
    private static ModelAndView languagePage(PersonView view, Form form, boolean meanwhile) {
        var model = Map.of("view", view, "form", form, "meanwhile", meanwhile);
        return meanwhile
                ? Pages.render(HttpStatus.CONFLICT, "person/web/language", model)
                : Pages.render("person/web/language", model);
    }
}
