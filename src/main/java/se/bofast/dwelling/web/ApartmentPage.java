package se.bofast.dwelling.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.LocalDate;
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
import se.bofast.dwelling.Agreements;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentEnd;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.dwelling.KeepingApartments.Ending;
import se.bofast.dwelling.KeepingApartments.Keeping;
import se.bofast.dwelling.Landlords;
import se.bofast.dwelling.ReadingApartments;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// One apartment: what is known of it, what the board pays, from when to when it is held.
@Controller
class ApartmentPage {

    private static final String PATH = ApartmentsPage.PATH;
    private static final String ONE = PATH + "/{id}";

    private final ReadingApartments reading;
    private final KeepingApartments keeping;
    private final Landlords landlords;
    private final Agreements agreements;
    private final Access access;
    private final Commands commands;
    private final TemplateEngine engine;
    private final Clock clock;

    ApartmentPage(
            ReadingApartments reading,
            KeepingApartments keeping,
            Landlords landlords,
            Agreements agreements,
            Access access,
            Commands commands,
            TemplateEngine engine,
            Clock clock) {
        this.reading = reading;
        this.keeping = keeping;
        this.landlords = landlords;
        this.agreements = agreements;
        this.access = access;
        this.commands = commands;
        this.engine = engine;
        this.clock = clock;
    }

    private LocalDate today() {
        return HouseClock.today(clock);
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "dwelling/web/apartment",
                Map.of("view", reading.whole(actor, new ApartmentId(id)), "engine", engine));
    }

    // ---- a new one

    @GetMapping(PATH + "/ny")
    ModelAndView newForm(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var asked = Form.of(query);
        return form(
                Form.empty()
                        .with("agreement", asked.uuid("avtal").orElse(null))
                        .with("landlord", asked.uuid("vard").orElse(null)),
                null,
                null,
                null);
    }

    private ModelAndView form(
            Form form,
            @Nullable Apartment apartment,
            @Nullable ApartmentId taken,
            @Nullable Apartment meanwhile) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("landlords", ApartmentsPage.landlordChoices(landlords));
        model.put("agreements", ApartmentsPage.agreementChoices(agreements.all()));
        if (apartment != null) {
            model.put("apartment", apartment);
        }
        if (taken != null) {
            model.put("taken", taken);
        }
        if (meanwhile == null) {
            return Pages.render("dwelling/web/apartment-form", model);
        }
        model.put("meanwhile", meanwhile);
        return Pages.render(HttpStatus.CONFLICT, "dwelling/web/apartment-form", model);
    }

    private ModelAndView refused(Form form, @Nullable Apartment apartment, Keeping why) {
        return switch (why) {
            case Keeping.NumberTaken(var by) ->
                    form(
                            form.error("number", "dwelling.apartment.number.taken"),
                            apartment,
                            by,
                            null);
            case Keeping.AlreadyHeld(var by) ->
                    form(form.error("street", "dwelling.apartment.held"), apartment, by, null);
            case Keeping.ChangedMeanwhile(var now) ->
                    form(form.with(Fields.SEEN, now.version()), apartment, null, now);
            case Keeping.Kept kept -> throw new IllegalStateException("not refused");
        };
    }

    @PostMapping(PATH + "/ny")
    ModelAndView register(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var form = Form.of(fields);
        var written = ApartmentFields.read(form, today(), agreements.all());
        if (written.isEmpty()) {
            return form(form, null, null, null);
        }
        var w = written.get();
        try {
            var id =
                    commands.once(
                            Action.CHANGE_APARTMENT,
                            form.commandKey(),
                            () -> {
                                var kept =
                                        keeping.register(
                                                actor,
                                                w.place(),
                                                w.details(),
                                                w.startOn(),
                                                w.rent());
                                if (kept instanceof Keeping.Kept(var added)) {
                                    return added.toString();
                                }
                                throw new RefusedApartment(kept);
                            });
            return Pages.onward(PATH + "/" + id, Notice.success("dwelling.apartment.added"));
        } catch (RefusedApartment refused) {
            return refused(form, null, refused.why());
        }
    }

    // ---- change

    @GetMapping(ONE + "/andra")
    ModelAndView changeForm(Actor actor, @PathVariable UUID id) {
        var apartment = reading.toChange(actor, new ApartmentId(id)).apartment();
        return form(ApartmentFields.filled(apartment), apartment, null, null);
    }

    @PostMapping(ONE + "/andra")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var apartment = reading.toChange(actor, new ApartmentId(id)).apartment();
        var form = Form.of(fields);
        var written = ApartmentFields.read(form, today(), agreements.all());
        if (written.isEmpty()) {
            return form(form, apartment, null, null);
        }
        var w = written.get();
        var kept =
                keeping.change(
                        actor,
                        apartment.id(),
                        Fields.seen(form),
                        w.place(),
                        w.details(),
                        w.startOn());
        return kept instanceof Keeping.Kept
                ? back(id, Notice.success("dwelling.apartment.changed"))
                : refused(form, apartment, kept);
    }

    // ---- the rent

    @GetMapping(ONE + "/hyra")
    ModelAndView rentForm(Actor actor, @PathVariable UUID id) {
        return page(
                "dwelling/web/rent", reading.toChange(actor, new ApartmentId(id)), Form.empty());
    }

    @PostMapping(ONE + "/hyra")
    ModelAndView setRent(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        form.requiredMoney("rent");
        var rent = ApartmentFields.rent(form);
        var startOn = form.requiredDate("startOn", today());
        if (startOn.filter(day -> day.isBefore(view.apartment().startOn())).isPresent()) {
            form.error("startOn", "dwelling.rent.before", view.apartment().startOn());
        }
        var reason = form.requiredText("reason", 200, "dwelling.rent.reason.missing");
        if (form.hasErrors() || rent == null || startOn.isEmpty() || reason.isEmpty()) {
            return page("dwelling/web/rent", view, form);
        }
        commands.once(
                Action.CHANGE_APARTMENT,
                form.commandKey(),
                () -> {
                    keeping.setRent(
                            actor, view.apartment().id(), startOn.get(), rent, reason.get());
                    return id.toString();
                });
        return back(id, Notice.success("dwelling.rent.saved"));
    }

    // ---- the end

    @GetMapping(ONE + "/avsluta")
    ModelAndView endForm(Actor actor, @PathVariable UUID id) {
        return page("dwelling/web/end", reading.toChange(actor, new ApartmentId(id)), Form.empty());
    }

    @PostMapping(ONE + "/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var endOn = form.requiredDate("endOn", today());
        var cause = form.requiredChoice("cause", ApartmentEnd.class, "dwelling.end.cause.missing");
        if (form.hasErrors() || endOn.isEmpty() || cause.isEmpty()) {
            return page("dwelling/web/end", view, form);
        }
        return switch (keeping.end(actor, view.apartment().id(), endOn.get(), cause.get())) {
            case Ending.Ended() ->
                    back(
                            id,
                            Notice.success("dwelling.end.saved")
                                    .withUndo(PATH + "/" + id + "/ateruppta"));
            case Ending.BeforeItBegan(var startOn) ->
                    page(
                            "dwelling/web/end",
                            view,
                            form.error("endOn", "dwelling.end.before", startOn));
            case Ending.EndedBefore(var before) ->
                    back(id, Notice.warning("dwelling.end.already", before));
        };
    }

    @PostMapping(ONE + "/ateruppta")
    ModelAndView resume(Actor actor, @PathVariable UUID id) {
        return switch (keeping.resume(actor, new ApartmentId(id))) {
            case Keeping.Kept kept -> back(id, Notice.success("dwelling.end.resumed"));
            case Keeping.NumberTaken(var by) ->
                    back(by.value(), Notice.warning("dwelling.end.numberTaken"));
            case Keeping.AlreadyHeld(var by) ->
                    back(by.value(), Notice.warning("dwelling.end.alreadyHeld"));
            case Keeping.ChangedMeanwhile(var now) ->
                    back(now.id().value(), Notice.success("dwelling.end.resumed"));
        };
    }

    private static ModelAndView page(String template, ReadingApartments.View view, Form form) {
        return Pages.render(template, Map.of("view", view, "form", form));
    }

    private static ModelAndView back(UUID id, Notice notice) {
        return Pages.onward(PATH + "/" + id, notice);
    }
}
