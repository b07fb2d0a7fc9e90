package se.bofast.dwelling.web;

import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.KeepingLandlords;
import se.bofast.dwelling.LandlordContact;
import se.bofast.dwelling.LandlordContact.ContactId;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.ReadingLandlords;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Whom one talks to at a landlord.
@Controller
class LandlordContactPage {

    private static final String PATH = LandlordsPage.PATH + "/{id}/kontakt";

    private final ReadingLandlords reading;
    private final KeepingLandlords keeping;
    private final Commands commands;

    LandlordContactPage(ReadingLandlords reading, KeepingLandlords keeping, Commands commands) {
        this.reading = reading;
        this.keeping = keeping;
        this.commands = commands;
    }

    @GetMapping(PATH)
    ModelAndView newForm(Actor actor, @PathVariable UUID id) {
        return page(reading.toChange(actor, new LandlordId(id)), Form.empty(), null, null);
    }

    private static ModelAndView page(
            ReadingLandlords.View view,
            Form form,
            @Nullable LandlordContact contact,
            @Nullable LandlordContact meanwhile) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        if (contact != null) {
            model.put("contact", contact);
        }
        if (meanwhile == null) {
            return Pages.render("dwelling/web/contact", model);
        }
        model.put("meanwhile", meanwhile);
        return Pages.render(HttpStatus.CONFLICT, "dwelling/web/contact", model);
    }

    @PostMapping(PATH)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var landlord = new LandlordId(id);
        var view = reading.toChange(actor, landlord);
        var form = Form.of(fields);
        var reached = Fields.reached(form);
        if (reached.isEmpty()) {
            return page(view, form, null, null);
        }
        commands.once(
                Action.CHANGE_LANDLORD,
                form.commandKey(),
                () -> keeping.addContact(actor, landlord, reached.get()).value().toString());
        return back(id, Notice.success("dwelling.contact.added"));
    }

    @GetMapping(PATH + "/{contact}")
    ModelAndView changeForm(Actor actor, @PathVariable UUID id, @PathVariable UUID contact) {
        var view = reading.toChange(actor, new LandlordId(id));
        var found = view.contact(contact);
        return page(view, Fields.filled(found), found, null);
    }

    @PostMapping(PATH + "/{contact}")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID contact,
            @RequestParam MultiValueMap<String, String> fields) {
        var landlord = new LandlordId(id);
        var view = reading.toChange(actor, landlord);
        var found = view.contact(contact);
        var form = Form.of(fields);
        var reached = Fields.reached(form);
        if (reached.isEmpty()) {
            return page(view, form, found, null);
        }
        return switch (keeping.changeContact(
                actor, landlord, found.id(), Fields.seen(form), reached.get())) {
            case KeepingLandlords.Changing.Done() ->
                    back(id, Notice.success("dwelling.contact.changed"));
            case KeepingLandlords.Changing.ChangedMeanwhile(var now) ->
                    page(view, form.with(Fields.SEEN, now.version()), found, now);
        };
    }

    @PostMapping(PATH + "/{contact}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID id, @PathVariable UUID contact) {
        keeping.endContact(actor, new LandlordId(id), new ContactId(contact));
        return back(
                id,
                Notice.success("dwelling.contact.ended")
                        .withUndo(
                                LandlordsPage.PATH
                                        + "/"
                                        + id
                                        + "/kontakt/"
                                        + contact
                                        + "/ateruppta"));
    }

    @PostMapping(PATH + "/{contact}/ateruppta")
    ModelAndView resume(Actor actor, @PathVariable UUID id, @PathVariable UUID contact) {
        keeping.resumeContact(actor, new LandlordId(id), new ContactId(contact));
        return back(id, Notice.success("dwelling.contact.resumed"));
    }

    private static ModelAndView back(UUID id, Notice notice) {
        return Pages.onward(LandlordsPage.PATH + "/" + id, notice);
    }
}
