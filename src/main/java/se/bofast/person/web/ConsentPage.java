package se.bofast.person.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.Consent;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.Counterpart.CounterpartKind;
import se.bofast.person.CounterpartSource;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosure.Ground;
import se.bofast.person.Disclosure.RefusalReason;
import se.bofast.person.Disclosures;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;

/// Samtycken, och vad som har lämnats ut till vem.
@Controller
class ConsentPage {

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final ReadingPerson reading;
    private final Consents consents;
    private final Disclosures disclosures;
    private final ObjectProvider<CounterpartSource> sources;

    ConsentPage(
            Access access,
            Commands commands,
            Clock clock,
            ReadingPerson reading,
            Consents consents,
            Disclosures disclosures,
            ObjectProvider<CounterpartSource> sources) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.reading = reading;
        this.consents = consents;
        this.disclosures = disclosures;
        this.sources = sources;
    }

    // ---- consents

    @GetMapping("/personer/{id}/samtycke")
    ModelAndView consentForm(Actor actor, @PathVariable UUID id) {
        return consentPage(
                actor,
                reading.toChange(actor, new PersonId(id)),
                Form.empty().with("givenOn", HouseClock.today(clock)));
    }

    @PostMapping("/personer/{id}/samtycke")
    ModelAndView give(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var person = new PersonId(id);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var scope = form.requiredChoice("scope", ConsentScope.class, "person.consent.scopeMissing");
        var to = counterpart(actor, form);
        var how = form.requiredChoice("form", ConsentForm.class, "person.consent.formMissing");
        var givenOn = form.requiredDate("givenOn", today, "person.consent.givenMissing");
        if (givenOn.isPresent() && givenOn.get().isAfter(today)) {
            form.error("givenOn", "person.consent.givenLater");
        }
        var untilOn = form.date("untilOn", today);
        if (untilOn.isPresent() && givenOn.isPresent() && untilOn.get().isBefore(givenOn.get())) {
            form.error("untilOn", "person.consent.endsBefore");
        }
        if (form.hasErrors()) {
            return consentPage(actor, reading.toChange(actor, person), form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () ->
                        consents.give(
                                        actor,
                                        person,
                                        scope.orElseThrow(),
                                        to.orElseThrow(),
                                        how.orElseThrow(),
                                        givenOn.orElseThrow(),
                                        untilOn.orElse(null))
                                .value()
                                .toString());
        return Pages.onward("/personer/" + id, Notice.success("person.consent.given"));
    }

    @GetMapping("/personer/{id}/samtycke/{consent}/aterkalla")
    ModelAndView withdrawForm(Actor actor, @PathVariable UUID id, @PathVariable UUID consent) {
        var view = reading.toChange(actor, new PersonId(id));
        return withdrawPage(
                view, consent(view, consent), Form.empty().with("on", HouseClock.today(clock)));
    }

    @PostMapping("/personer/{id}/samtycke/{consent}/aterkalla")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID consent,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new PersonId(id));
        var found = consent(view, consent);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var on = form.requiredDate("on", today, "person.consent.withdrawMissing");
        if (on.isPresent() && on.get().isBefore(found.givenOn())) {
            form.error("on", "person.consent.withdrawBefore");
        }
        if (on.isPresent() && on.get().isAfter(today)) {
            form.error("on", "person.consent.withdrawLater");
        }
        if (form.hasErrors()) {
            return withdrawPage(view, found, form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () -> {
                    consents.withdraw(actor, view.id(), found.id(), on.orElseThrow());
                    return "";
                });
        return Pages.onward("/personer/" + id, Notice.success("person.consent.withdrawn"));
    }

    private static Consent consent(PersonView view, UUID id) {
        return view.consents().stream()
                .filter(consent -> consent.id().value().equals(id) && consent.withdrawnOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    // ---- disclosures

    @GetMapping("/personer/{id}/utlamnat")
    ModelAndView disclosureForm(Actor actor, @PathVariable UUID id) {
        return disclosurePage(actor, reading.toChange(actor, new PersonId(id)), Form.empty());
    }

    @PostMapping("/personer/{id}/utlamnat")
    ModelAndView disclose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var person = new PersonId(id);
        var matter = new Subject(PersonRelations.KIND, id);
        access.require(actor, Action.CHANGE_PERSON, matter);
        var form = Form.of(fields);
        var to = counterpart(actor, form);
        var ground = form.requiredChoice("ground", Ground.class, "person.disclosure.groundMissing");
        var scope = form.choice("scope", ConsentScope.class);
        var content = form.requiredText("content", 2000, "person.disclosure.contentMissing");
        var note = form.text("note", 2000);
        if (form.hasErrors()) {
            return disclosurePage(actor, reading.toChange(actor, person), form);
        }
        var intended =
                new Disclosure.Intended(
                        person,
                        matter,
                        to.orElseThrow(),
                        ground.orElseThrow(),
                        scope.orElse(null),
                        content.orElseThrow(),
                        note.orElse(null));
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () ->
                            switch (disclosures.record(actor, intended)) {
                                case Disclosure.Telling.Recorded(var made) ->
                                        made.value().toString();
                                case Disclosure.Telling.Refused(var reason) ->
                                        throw new Stopped(
                                                field(reason), "person.disclosure.refused", reason);
                            });
        } catch (Stopped stopped) {
            return disclosurePage(actor, reading.toChange(actor, person), stopped.tell(form));
        }
        return Pages.onward("/personer/" + id, Notice.success("person.disclosure.done"));
    }

    private static String field(RefusalReason reason) {
        return switch (reason) {
            case CONSENT_MISSING -> "scope";
            case PERSON_MISSING, NAMES_SOMEBODY -> "ground";
            case DUTY_NOT_NAMED, NECESSITY_NOT_WRITTEN -> "note";
        };
    }

    // ---- parts

    /// One from the register, or one that is typed.
    private Optional<Counterpart> counterpart(Actor actor, Form form) {
        var chosen = form.uuid("register");
        if (chosen.isPresent()) {
            var found =
                    registers(actor).stream()
                            .filter(one -> chosen.get().equals(one.id()))
                            .findFirst();
            if (found.isEmpty()) {
                form.error("register", "page.error.choice");
            }
            return found;
        }
        var kind =
                form.requiredChoice(
                        "toKind", CounterpartKind.class, "person.counterpart.kindMissing");
        var name = form.requiredText("toName", 200, "person.counterpart.nameMissing");
        return kind.isPresent() && name.isPresent()
                ? Optional.of(new Counterpart(kind.get(), null, name.get()))
                : Optional.empty();
    }

    private List<Counterpart> registers(Actor actor) {
        return sources.orderedStream()
                .flatMap(source -> source.counterparts(actor).stream())
                .filter(one -> one.id() != null)
                .toList();
    }

    private List<Choice> choices(Actor actor) {
        return registers(actor).stream()
                .map(one -> Choice.of(String.valueOf(one.id()), one.name()))
                .toList();
    }

    private ModelAndView consentPage(Actor actor, PersonView view, Form form) {
        return Pages.render(
                "person/web/consent",
                Map.of("view", view, "form", form, "registers", choices(actor)));
    }

    private static ModelAndView withdrawPage(PersonView view, Consent consent, Form form) {
        return Pages.render(
                "person/web/withdraw", Map.of("view", view, "consent", consent, "form", form));
    }

    private ModelAndView disclosurePage(Actor actor, PersonView view, Form form) {
        return Pages.render(
                "person/web/disclosure",
                Map.of("view", view, "form", form, "registers", choices(actor)));
    }
}
