package se.bofast.dwelling.web;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.KeepingLandlords;
import se.bofast.dwelling.Landlord;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords.Naming;
import se.bofast.dwelling.ReadingLandlords;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// One landlord: what is known of it, changed by whoever knows better.
@Controller
class LandlordPage {

    static final String PATH = LandlordsPage.PATH;

    private final ReadingLandlords reading;
    private final KeepingLandlords keeping;
    private final Access access;
    private final Commands commands;
    private final TemplateEngine engine;

    LandlordPage(
            ReadingLandlords reading,
            KeepingLandlords keeping,
            Access access,
            Commands commands,
            TemplateEngine engine) {
        this.reading = reading;
        this.keeping = keeping;
        this.access = access;
        this.commands = commands;
        this.engine = engine;
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "dwelling/web/landlord",
                Map.of("view", reading.whole(actor, new LandlordId(id)), "engine", engine));
    }

    // ---- a new one

    @GetMapping(PATH + "/ny")
    ModelAndView newForm(Actor actor) {
        access.require(actor, Action.CHANGE_LANDLORD);
        return newPage(Form.empty(), null);
    }

    private static ModelAndView newPage(Form form, @Nullable LandlordId taken) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        if (taken != null) {
            model.put("taken", taken);
        }
        return Pages.render("dwelling/web/new-landlord", model);
    }

    @PostMapping(PATH + "/ny")
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_LANDLORD);
        var form = Form.of(fields);
        var details = Fields.details(form);
        if (details.isEmpty()) {
            return newPage(form, null);
        }
        try {
            var id =
                    commands.once(
                            Action.CHANGE_LANDLORD,
                            form.commandKey(),
                            () ->
                                    switch (keeping.add(actor, details.get())) {
                                        case Naming.Named(var added) -> added.toString();
                                        case Naming.NameTaken(var by) -> throw new NameIsTaken(by);
                                        case Naming.ChangedMeanwhile(var now) ->
                                                throw new IllegalStateException("it is new");
                                    });
            return Pages.onward(PATH + "/" + id, Notice.success("dwelling.landlord.added"));
        } catch (NameIsTaken taken) {
            form.error("name", "dwelling.landlord.name.taken");
            return newPage(form, taken.by());
        }
    }

    // ---- change

    @GetMapping(PATH + "/{id}/uppgifter")
    ModelAndView changeForm(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new LandlordId(id));
        return changePage(view, Fields.filled(view.landlord()), null, null);
    }

    private static ModelAndView changePage(
            ReadingLandlords.View view,
            Form form,
            @Nullable LandlordId taken,
            @Nullable Landlord meanwhile) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        if (taken != null) {
            model.put("taken", taken);
        }
        if (meanwhile == null) {
            return Pages.render("dwelling/web/change-landlord", model);
        }
        model.put("meanwhile", meanwhile);
        return Pages.render(HttpStatus.CONFLICT, "dwelling/web/change-landlord", model);
    }

    /// Two who change at once: the second sees what the first wrote beside what they typed
    /// themselves, and what they save then is saved knowingly.
    @PostMapping(PATH + "/{id}/uppgifter")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LandlordId(id));
        var form = Form.of(fields);
        var details = Fields.details(form);
        if (details.isEmpty()) {
            return changePage(view, form, null, null);
        }
        return switch (keeping.change(
                actor, new LandlordId(id), Fields.seen(form), details.get())) {
            case Naming.Named(var same) ->
                    Pages.onward(PATH + "/" + same, Notice.success("dwelling.landlord.changed"));
            case Naming.NameTaken(var by) ->
                    changePage(view, form.error("name", "dwelling.landlord.name.taken"), by, null);
            case Naming.ChangedMeanwhile(var now) ->
                    changePage(view, form.with(Fields.SEEN, now.version()), null, now);
        };
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView close(Actor actor, @PathVariable UUID id) {
        keeping.close(actor, new LandlordId(id));
        return Pages.onward(
                PATH + "/" + id,
                Notice.success("dwelling.landlord.closed").withUndo(PATH + "/" + id + "/oppna"));
    }

    @PostMapping(PATH + "/{id}/oppna")
    ModelAndView reopen(Actor actor, @PathVariable UUID id) {
        return switch (keeping.reopen(actor, new LandlordId(id))) {
            case Naming.Named(var same) ->
                    Pages.onward(PATH + "/" + same, Notice.success("dwelling.landlord.reopened"));
            case Naming.NameTaken(var by) ->
                    Pages.onward(
                            PATH + "/" + by, Notice.warning("dwelling.landlord.name.takenReopen"));
            case Naming.ChangedMeanwhile(var now) ->
                    Pages.onward(
                            PATH + "/" + now.id(), Notice.success("dwelling.landlord.reopened"));
        };
    }
}
