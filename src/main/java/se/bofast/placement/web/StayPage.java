package se.bofast.placement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.placement.HousingForms;
import se.bofast.placement.KeepingStays;
import se.bofast.placement.KeepingStays.MakingRoom;
import se.bofast.placement.Recorded;
import se.bofast.placement.StayFact;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayId;

/// Boende: where a person lives and has lived, and what is written about it.
@Controller
class StayPage {

    private final KeepingStays keeping;
    private final HousingForms forms;
    private final Units units;
    private final Commands commands;
    private final Frames frames;
    private final Clock clock;

    StayPage(
            KeepingStays keeping,
            HousingForms forms,
            Units units,
            Commands commands,
            Frames frames,
            Clock clock) {
        this.keeping = keeping;
        this.forms = forms;
        this.units = units;
        this.commands = commands;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/personer/{person}/boende")
    ModelAndView show(Actor actor, @PathVariable UUID person) {
        var model = new HashMap<String, Object>();
        model.put("view", keeping.see(actor, new PersonId(person)));
        model.put("unitNames", units.names());
        return Pages.render("placement/web/stays", model);
    }

    // ---- register

    @GetMapping("/personer/{person}/boende/ny")
    ModelAndView registerForm(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @RequestParam(name = "fran", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    Optional<LocalDate> from,
            @RequestParam(name = "till", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    Optional<LocalDate> to) {
        var view = keeping.toRecord(actor, new PersonId(person));
        return registerPage(
                request,
                view,
                Form.empty()
                        .with("kind", Fields.Kind.HOME)
                        .with("startOn", from.orElse(null))
                        .with("endOn", to.orElse(null)),
                null);
    }

    @PostMapping("/personer/{person}/boende/ny")
    ModelAndView register(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var form = Form.of(fields);
        var stay =
                Fields.read(
                        form,
                        view.person(),
                        forms.all(),
                        units.all(),
                        keeping.apartments(view.today()),
                        view.today());
        if (stay.isEmpty()) {
            return registerPage(request, view, form, null);
        }
        var room = form.choice("room", MakingRoom.class).orElse(MakingRoom.NONE);
        return done(
                person,
                "placement.stay.registered",
                () ->
                        commands.once(
                                Action.RECORD_STAY,
                                form.commandKey(),
                                () -> TurnedDown.orId(keeping.register(actor, stay.get(), room))),
                why -> {
                    Fields.tell(form, why, view.forms(), frames.words(request));
                    return registerPage(request, view, form, Fields.overlaps(why));
                });
    }

    private ModelAndView registerPage(
            HttpServletRequest request,
            KeepingStays.View view,
            Form form,
            Recorded.@Nullable Overlaps overlaps) {
        var words = frames.words(request);
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        model.put("forms", Fields.forms(forms.usedOn(view.today()), words));
        model.put("units", Fields.units(units.all()));
        model.put("apartments", Fields.apartments(keeping.apartments(view.today())));
        if (overlaps != null) {
            model.put("overlaps", overlaps);
        }
        return Pages.render("placement/web/stay-new", model);
    }

    @PostMapping("/personer/{person}/boende/vet-inte")
    ModelAndView notKnown(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var from = form.requiredDate("startOn", today);
        var to = form.requiredDate("endOn", today);
        if (from.isEmpty() || to.isEmpty()) {
            throw new NotFound();
        }
        return done(
                person,
                "placement.gap.answered",
                () ->
                        commands.once(
                                Action.RECORD_STAY,
                                form.commandKey(),
                                () ->
                                        TurnedDown.orId(
                                                keeping.notKnown(
                                                        actor,
                                                        new PersonId(person),
                                                        from.get(),
                                                        to.get()))),
                why -> Pages.onward(back(person), Notice.warning("placement.gap.answeredBefore")));
    }

    // ---- end

    @GetMapping("/personer/{person}/boende/{stay}/avsluta")
    ModelAndView endForm(Actor actor, @PathVariable UUID person, @PathVariable UUID stay) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        return endPage(view, fact, Form.empty().with("seen", fact.fact()));
    }

    @PostMapping("/personer/{person}/boende/{stay}/avsluta")
    ModelAndView end(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var last = form.requiredDate("endOn", view.today(), "placement.stay.endOn.missing");
        var cause = form.requiredChoice("cause", EndCause.class, "placement.stay.cause.missing");
        if (form.hasErrors()) {
            return endPage(view, fact, form);
        }
        return done(
                person,
                "placement.stay.ended",
                () ->
                        commands.once(
                                Action.RECORD_STAY,
                                form.commandKey(),
                                () ->
                                        TurnedDown.orId(
                                                keeping.end(
                                                        actor,
                                                        fact.stay(),
                                                        seen.orElseThrow(),
                                                        last.orElseThrow(),
                                                        cause.orElseThrow()))),
                why -> {
                    Fields.tell(form, why, view.forms(), frames.words(request));
                    return endPage(view, fact, form);
                });
    }

    private static ModelAndView endPage(KeepingStays.View view, StayFact fact, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("fact", fact);
        model.put("form", form);
        return Pages.render("placement/web/stay-end", model);
    }

    // ---- correct

    @GetMapping("/personer/{person}/boende/{stay}/ratta")
    ModelAndView correctForm(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @PathVariable UUID stay) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        return correctPage(request, view, fact, Fields.filled(fact));
    }

    @PostMapping("/personer/{person}/boende/{stay}/ratta")
    ModelAndView correct(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var held = new java.util.ArrayList<>(keeping.apartments(view.today()));
        if (fact.dwelling() != null) {
            held.add(new KeepingStays.Held(fact.dwelling(), "", ""));
        }
        var instead =
                Fields.read(form, view.person(), forms.all(), units.all(), held, view.today());
        var reason = form.requiredText("reason", Fields.REASON, "placement.stay.reason.missing");
        if (form.hasErrors() || instead.isEmpty()) {
            return correctPage(request, view, fact, form);
        }
        return done(
                person,
                "placement.stay.corrected",
                () ->
                        commands.once(
                                Action.RECORD_STAY,
                                form.commandKey(),
                                () ->
                                        TurnedDown.orId(
                                                keeping.correct(
                                                        actor,
                                                        fact.stay(),
                                                        seen.orElseThrow(),
                                                        instead.get(),
                                                        reason.orElseThrow()))),
                why -> {
                    Fields.tell(form, why, view.forms(), frames.words(request));
                    return correctPage(request, view, fact, form);
                });
    }

    private ModelAndView correctPage(
            HttpServletRequest request, KeepingStays.View view, StayFact fact, Form form) {
        var words = frames.words(request);
        var apartments =
                new java.util.ArrayList<>(Fields.apartments(keeping.apartments(view.today())));
        if (fact.dwelling() != null
                && apartments.stream()
                        .noneMatch(a -> a.value().equals(fact.dwelling().toString()))) {
            apartments.add(
                    se.bofast.page.Choice.of(
                            fact.dwelling().toString(),
                            view.dwellings().getOrDefault(fact.dwelling(), "")));
        }
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("fact", fact);
        model.put("form", form);
        model.put("forms", Fields.forms(forms.all(), words));
        model.put("units", Fields.units(units.all()));
        model.put("apartments", apartments);
        return Pages.render("placement/web/stay-correct", model);
    }

    // ---- withdraw

    @GetMapping("/personer/{person}/boende/{stay}/ta-bort")
    ModelAndView withdrawForm(Actor actor, @PathVariable UUID person, @PathVariable UUID stay) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        return withdrawPage(view, fact, Form.empty().with("seen", fact.fact()));
    }

    @PostMapping("/personer/{person}/boende/{stay}/ta-bort")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var fact = fact(view, stay);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var reason = form.requiredText("reason", Fields.REASON, "placement.stay.reason.missing");
        if (form.hasErrors()) {
            return withdrawPage(view, fact, form);
        }
        commands.once(
                Action.RECORD_STAY,
                form.commandKey(),
                () ->
                        TurnedDown.orId(
                                keeping.withdraw(
                                        actor,
                                        fact.stay(),
                                        seen.orElseThrow(),
                                        reason.orElseThrow())));
        return Pages.onward(back(person), Notice.success("placement.stay.withdrawn"));
    }

    private static ModelAndView withdrawPage(KeepingStays.View view, StayFact fact, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("fact", fact);
        model.put("form", form);
        return Pages.render("placement/web/stay-withdraw", model);
    }

    // ---- together

    private static ModelAndView done(
            UUID person,
            String notice,
            Supplier<String> work,
            java.util.function.Function<Recorded, ModelAndView> refused) {
        try {
            work.get();
        } catch (TurnedDown turnedDown) {
            return refused.apply(turnedDown.why());
        }
        return Pages.onward(back(person), Notice.success(notice));
    }

    /// @throws NotFound if the person has no such stay, or it was withdrawn
    private static StayFact fact(KeepingStays.View view, UUID stay) {
        return view.timeline().stays().stream()
                .filter(fact -> fact.stay().equals(new StayId(stay)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static String back(UUID person) {
        return "/personer/" + person + "/boende";
    }
}
