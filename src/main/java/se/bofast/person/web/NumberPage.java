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
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.GivingNumber;
import se.bofast.person.GivingNumber.Given;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;

/// Byta nummer, and give a reserve number to who has none.
@Controller
class NumberPage {

    private static final String ADDRESS = "/personer/{id}/nummer";
    private static final String STRIKE = ADDRESS + "/{row}";

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final ReadingPerson reading;
    private final GivingNumber giving;

    NumberPage(
            Access access,
            Commands commands,
            Clock clock,
            ReadingPerson reading,
            GivingNumber giving) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.reading = reading;
        this.giving = giving;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new PersonId(id));
        return page(
                actor,
                view,
                Form.empty()
                        .with("seen", view.current().id())
                        .with("fromOn", HouseClock.today(clock)));
    }

    @PostMapping(ADDRESS)
    ModelAndView replace(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var person = new PersonId(id);
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var seen = form.requiredUuid("seen");
        var number = Fields.number(form, "number", today);
        if (number.isEmpty() && !form.hasErrors()) {
            form.error("number", "person.renumber.missing");
        }
        var from = form.requiredDate("fromOn", today);
        if (from.isPresent() && from.get().isAfter(today)) {
            form.error("fromOn", "person.renumber.future");
        }
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (form.hasErrors()) {
            return page(actor, reading.toChange(actor, person), form);
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () ->
                            made(
                                    giving.replace(
                                            actor,
                                            person,
                                            seen.orElseThrow(),
                                            number.orElseThrow(),
                                            from.orElseThrow(),
                                            reason.orElseThrow())));
        } catch (Stopped stopped) {
            return page(actor, reading.toChange(actor, person), stopped.tell(form));
        }
        return Pages.onward("/personer/" + id, Notice.success("person.renumber.done"));
    }

    @PostMapping("/personer/{id}/reservnummer")
    ModelAndView reserve(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen").orElseThrow(NotFound::new);
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () -> made(giving.reserve(actor, new PersonId(id), seen)));
        } catch (Stopped stopped) {
            throw stopped.conflict();
        }
        return Pages.onward("/personer/" + id, Notice.success("person.reserve.done"));
    }

    /// An earlier number that never was the person's.
    @GetMapping(STRIKE)
    ModelAndView strikeForm(Actor actor, @PathVariable UUID id, @PathVariable UUID row) {
        var view = reading.toChange(actor, new PersonId(id));
        return strikePage(view, row, Form.empty().with("seen", view.current().id()));
    }

    @PostMapping(STRIKE)
    ModelAndView strike(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            @RequestParam MultiValueMap<String, String> fields) {
        var person = new PersonId(id);
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (form.hasErrors()) {
            return strikePage(reading.toChange(actor, person), row, form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () -> {
                    giving.strike(actor, person, seen.orElseThrow(), row, reason.orElseThrow());
                    return "";
                });
        return Pages.onward("/personer/" + id, Notice.success("person.strike.done"));
    }

    private static ModelAndView strikePage(PersonView view, UUID row, Form form) {
        var number =
                view.earlierNumbers().stream()
                        .filter(one -> one.row().equals(row))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return Pages.render(
                "person/web/number-strike", Map.of("view", view, "number", number, "form", form));
    }

    private static String made(Given given) {
        return switch (given) {
            case Given.Made made -> "";
            case Given.Unchanged unchanged -> throw new Stopped("number", "person.renumber.same");
            case Given.NotBack notBack -> throw new Stopped("number", "person.renumber.notBack");
            case Given.TooEarly early -> throw new Stopped("fromOn", "person.renumber.tooEarly");
            case Given.Taken taken -> throw new Stopped("number", "person.identity.numberTaken");
            case Given.NeverJoined never -> throw new Stopped("", "person.identity.neverJoined");
        };
    }

    private ModelAndView page(Actor actor, PersonView view, Form form) {
        return Pages.render(
                "person/web/number",
                Map.of(
                        "view",
                        view,
                        "form",
                        form,
                        "mayLink",
                        access.allows(actor, Action.DECIDE_LINK)));
    }
}
