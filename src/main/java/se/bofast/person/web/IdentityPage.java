package se.bofast.person.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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
import se.bofast.kernel.PersonId;
import se.bofast.kernel.ReserveNumber;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.CorrectingIdentity;
import se.bofast.person.Correction;
import se.bofast.person.IdentityFact.Identity;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;
import se.bofast.person.Sex;

/// Rätta personuppgifter.
@Controller
class IdentityPage {

    private static final String ADDRESS = "/personer/{id}/uppgifter";

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final ReadingPerson reading;
    private final CorrectingIdentity correcting;

    IdentityPage(
            Access access,
            Commands commands,
            Clock clock,
            ReadingPerson reading,
            CorrectingIdentity correcting) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.reading = reading;
        this.correcting = correcting;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new PersonId(id));
        var identity = view.current().identity();
        var number = identity.number();
        return page(
                view,
                Form.empty()
                        .with("seen", view.current().id())
                        .with("given", identity.given())
                        .with("family", identity.family())
                        .with("number", number == null ? null : number.written())
                        .with("birthOn", identity.birthOn())
                        .with("sex", identity.sex()));
    }

    @PostMapping(ADDRESS)
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var person = new PersonId(id);
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var seen = form.requiredUuid("seen");
        var given = form.text("given", Fields.NAME);
        var family = form.text("family", Fields.NAME);
        var number = Fields.anyNumber(form, "number", today);
        var birthOn = Fields.birthOn(form, today);
        var sex = form.choice("sex", Sex.class);
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        var view = reading.toChange(actor, person);
        var was = view.current().identity().number();
        if (!number.equals(Optional.ofNullable(was))) {
            // The board gives reserve numbers itself, so none of them is mistyped.
            if (number.orElse(null) instanceof ReserveNumber) {
                form.error("number", "person.number.notReserve");
            } else if (number.isPresent() && was instanceof ReserveNumber) {
                form.error("number", "person.identity.reserveStays");
            }
        }
        if (form.hasErrors()) {
            return page(view, form);
        }
        var identity =
                new Identity(
                        given.orElse(""),
                        family.orElse(""),
                        birthOn.or(() -> Fields.dayIn(number)).orElse(null),
                        sex.orElse(null),
                        number.orElse(null),
                        view.current().identity().protection());
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () ->
                            switch (correcting.correct(
                                    actor,
                                    person,
                                    seen.orElseThrow(),
                                    identity,
                                    reason.orElseThrow())) {
                                case Correction.Made made -> "";
                                case Correction.Unchanged unchanged ->
                                        throw new Stopped("", "person.identity.unchanged");
                                case Correction.NumberTaken taken ->
                                        throw new Stopped("number", "person.identity.numberTaken");
                                case Correction.NeverJoined never ->
                                        throw new Stopped("", "person.identity.neverJoined");
                            });
        } catch (Stopped stopped) {
            return page(reading.toChange(actor, person), stopped.tell(form));
        }
        return Pages.onward("/personer/" + id, Notice.success("person.identity.done"));
    }

    private static ModelAndView page(PersonView view, Form form) {
        return Pages.render("person/web/identity", Map.of("view", view, "form", form));
    }
}
