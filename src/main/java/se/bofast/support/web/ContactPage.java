package se.bofast.support.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.MatterBook;
import se.bofast.support.Matters;
import se.bofast.support.NewContact;

/// Writing a contact down in less than a minute, on a telephone.
@Controller
class ContactPage {

    /// The outcomes one presses without looking for them; the others stand below.
    static final List<Contact.Outcome> USUAL =
            List.of(
                    Contact.Outcome.PERSONAL_CONTACT,
                    Contact.Outcome.NO_ANSWER,
                    Contact.Outcome.LEFT_MESSAGE);

    static final List<Contact.Outcome> OTHERS =
            List.of(
                    Contact.Outcome.SENT,
                    Contact.Outcome.RETURNED,
                    Contact.Outcome.REFUSED,
                    Contact.Outcome.INFORMATION_GIVEN);

    private final LoggingContact logging;
    private final MatterBook matters;
    private final Commands commands;
    private final Clock clock;

    ContactPage(LoggingContact logging, MatterBook matters, Commands commands, Clock clock) {
        this.logging = logging;
        this.matters = matters;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/kontakter/ny")
    ModelAndView empty(
            Actor actor,
            @RequestParam(name = "arende") UUID id,
            @RequestParam(name = "hur", required = false) Optional<Contact.By> by) {
        var matter = matters.forWork(actor, id);
        var now = clock.instant();
        return page(
                matter,
                Form.empty()
                        .with("with", Contact.With.TENANT)
                        .with("by", by.orElse(Contact.By.PHONE))
                        .with("happenedOn", HouseClock.today(clock))
                        .with("happenedTime", Moments.time(now)));
    }

    private ModelAndView page(Matters.Matter matter, Form form) {
        return Pages.render(
                "support/web/contact",
                Map.of("matter", matter, "form", form, "usual", USUAL, "others", OTHERS));
    }

    @PostMapping("/kontakter/ny")
    ModelAndView save(
            Actor actor,
            @RequestParam(name = "arende") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var matter = matters.forWork(actor, id);
        var form = Form.of(fields);
        var contact = read(form);
        if (form.hasErrors() || contact.isEmpty()) {
            return page(matter, form);
        }
        try {
            commands.once(
                    Action.LOG_CONTACT,
                    form.commandKey(),
                    () ->
                            switch (logging.log(actor, matter.subject(), contact.get())) {
                                case LoggingContact.Written.Done done ->
                                        done.id().value().toString();
                                case LoggingContact.Written.Refused refused ->
                                        throw new TurnedDown(refused.reason());
                            });
        } catch (TurnedDown refused) {
            form.error(field(refused.reason()), refused.key());
            return page(matter, form);
        }
        return Pages.onward(matter.href(), Notice.success("support.contact.saved"));
    }

    private static String field(Enum<?> refused) {
        return refused instanceof LoggingContact.Reason reason
                ? switch (reason) {
                    case IN_THE_FUTURE -> "happenedOn";
                    case NO_CONSENT, NOBODY_TO_ASK -> "withLandlord";
                    case NO_GROUND_TO_TELL, TELLING_UNSAID -> "told";
                    case TELLING_NOT_WRITTEN -> "note";
                }
                : "";
    }

    private Optional<NewContact> read(Form form) {
        var today = HouseClock.today(clock);
        var with = form.requiredChoice("with", Contact.With.class);
        var by = form.requiredChoice("by", Contact.By.class);
        var other = form.choice("otherOutcome", Contact.Outcome.class);
        var outcome =
                other.isPresent()
                        ? other
                        : form.requiredChoice(
                                "outcome",
                                Contact.Outcome.class,
                                "support.contact.outcome.missing");
        var on = form.requiredDate("happenedOn", today);
        var time = form.requiredTime("happenedTime");
        var nextOn = form.date("nextTryOn", today);
        var nextBy = form.choice("nextTryBy", Contact.By.class);
        if (nextBy.isPresent() && nextOn.isEmpty() && form.error("nextTryOn").isEmpty()) {
            form.error("nextTryOn", "support.contact.nextTryOn.missing");
        }
        nextOn.filter(day -> day.isBefore(today))
                .ifPresent(day -> form.error("nextTryOn", "support.contact.nextTryOn.past"));
        var note = form.text("note", 4000);
        if (form.hasErrors()
                || with.isEmpty()
                || by.isEmpty()
                || outcome.isEmpty()
                || on.isEmpty()
                || time.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewContact(
                        with.get(),
                        by.get(),
                        outcome.get(),
                        form.check("withLandlord"),
                        Moments.at(on.get(), time.get()),
                        note.orElse(null),
                        form.choice("told", Contact.Told.class).orElse(null),
                        form.choices("advice", Contact.Advice.class),
                        nextOn.orElse(null),
                        nextBy.orElse(null)));
    }

    /// The note as plain text: a script copies it, without script one copies it by hand.
    @GetMapping("/kontakter/{id}/anteckning")
    ModelAndView note(Actor actor, @PathVariable UUID id) {
        return Pages.render("support/web/contact-note", Map.of("note", logging.note(actor, id)));
    }

    @PostMapping("/kontakter/{id}/akten")
    ModelAndView toFile(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "yes") String done) {
        var filed = !done.equals("no");
        var subject = logging.toFile(actor, new Contact.ContactId(id), filed);
        var href = matters.get(subject.id()).href();
        return Pages.onward(
                href,
                filed
                        ? Notice.success("support.note.filed")
                                .withUndo("/kontakter/" + id + "/akten?done=no")
                        : Notice.info("support.note.unfiled"));
    }

    @GetMapping("/kontakter/{id}/ta-tillbaka")
    ModelAndView withdrawForm(Actor actor, @PathVariable UUID id) {
        return withdrawPage(logging.note(actor, id), Form.empty());
    }

    private static ModelAndView withdrawPage(LoggingContact.Note note, Form form) {
        var model = new HashMap<String, Object>();
        model.put("note", note);
        model.put("form", form);
        return Pages.render("support/web/contact-withdraw", model);
    }

    @PostMapping("/kontakter/{id}/ta-tillbaka")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var note = logging.note(actor, id);
        var form = Form.of(fields);
        var reason = form.requiredText("reason", 500, "support.withdraw.reason.missing");
        if (reason.isEmpty()) {
            return withdrawPage(note, form);
        }
        if (note.contact().withdrawnReason() != null) {
            throw new Conflict("support.withdraw.already");
        }
        logging.withdraw(actor, note.contact().id(), reason.get());
        return Pages.onward(note.matter().href(), Notice.success("support.withdraw.done"));
    }
}
