package se.bofast.placement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.PersonId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.Words;
import se.bofast.person.People;
import se.bofast.person.PersonName;
import se.bofast.placement.HousingChain.Whose;
import se.bofast.placement.HousingForms;
import se.bofast.placement.KeepingStays;
import se.bofast.placement.MovingHousehold;
import se.bofast.placement.MovingHousehold.Moved;
import se.bofast.placement.MovingHousehold.Mover;
import se.bofast.placement.StayFact.EndCause;

/// Flytta: a person, or a household, to another home in one step.
@Controller
class MovePage {

    /// Undoes the command: nobody has moved.
    private static final class NobodyMoved extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Moved why;

        NobodyMoved(Moved why) {
            super("refused", null, false, false);
            this.why = why;
        }
    }

    /// Whose people the board showed from which the card is moved, so that one comes back to it.
    private static final String FROM_CHAIN = "kedjan";

    private final KeepingStays keeping;
    private final MovingHousehold moving;
    private final HousingForms forms;
    private final People people;
    private final Commands commands;
    private final Frames frames;

    MovePage(
            KeepingStays keeping,
            MovingHousehold moving,
            HousingForms forms,
            People people,
            Commands commands,
            Frames frames) {
        this.keeping = keeping;
        this.moving = moving;
        this.forms = forms;
        this.people = people;
        this.commands = commands;
        this.frames = frames;
    }

    @GetMapping("/personer/{person}/boende/flytta")
    ModelAndView form(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @RequestParam(name = FROM_CHAIN, required = false) Optional<String> fromChain) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var movers = moving.movers(actor, view.person(), view.today());
        var fields = new org.springframework.util.LinkedMultiValueMap<String, String>();
        movers.stream()
                .filter(Mover::usual)
                .forEach(mover -> fields.add("who", mover.person().toString()));
        var form = Form.of(fields);
        // On the board one moves who has moved today.
        whose(fromChain)
                .ifPresent(whose -> form.with(FROM_CHAIN, whose).with("startOn", view.today()));
        return page(request, view, movers, form);
    }

    @PostMapping("/personer/{person}/boende/flytta")
    ModelAndView move(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = keeping.toRecord(actor, new PersonId(person));
        var movers = moving.movers(actor, view.person(), view.today());
        var form = Form.of(fields);
        var who = new HashSet<PersonId>();
        form.uuids("who").forEach(id -> who.add(new PersonId(id)));
        if (who.isEmpty()) {
            form.error("who", "placement.move.nobody");
        }
        var chosen = Fields.chosenForm(form, forms.all());
        var held = keeping.apartments(view.today());
        var dwelling = form.uuid("dwelling").map(DwellingId::new);
        dwelling.filter(id -> held.stream().noneMatch(h -> h.dwelling().equals(id)))
                .ifPresent(id -> form.error("dwelling", "page.error.choice"));
        var place = form.text("place", Fields.PLACE);
        var on = form.requiredDate("startOn", view.today(), "placement.move.on.missing");
        var expected = form.date("expectedEndOn", view.today());
        var cause = form.requiredChoice("cause", EndCause.class, "placement.stay.cause.missing");
        if (form.hasErrors()) {
            return page(request, view, movers, form);
        }
        var move =
                new MovingHousehold.Move(
                        chosen.orElseThrow(),
                        dwelling.orElse(null),
                        place.orElse(null),
                        on.orElseThrow(),
                        expected.orElse(null),
                        cause.orElseThrow());
        try {
            commands.once(
                    Action.RECORD_STAY,
                    form.commandKey(),
                    () ->
                            switch (moving.move(actor, view.person(), who, move)) {
                                case Moved.Done(var id, var count) -> id.toString();
                                case Moved.Stopped stopped -> throw new NobodyMoved(stopped);
                                case Moved.Nobody nobody -> throw new NobodyMoved(nobody);
                            });
        } catch (NobodyMoved refused) {
            if (refused.why instanceof Moved.Stopped(var stopped, var why)) {
                var words = frames.words(request);
                Fields.tell(form, why, view.forms(), words);
                form.formError(
                        "placement.move.stopped",
                        Objects.requireNonNull(names(movers).get(stopped), "a name").shown(words));
            }
            return page(request, view, movers, form);
        }
        return Pages.onward(
                whose(Optional.of(form.value(FROM_CHAIN)))
                        .map(whose -> ChainPage.PATH + "?whose=" + whose)
                        .orElse(StayPage.back(person)),
                Notice.success("placement.move.done", who.size()));
    }

    private static Optional<Whose> whose(Optional<String> said) {
        return Stream.of(Whose.values())
                .filter(each -> said.filter(each.name()::equals).isPresent())
                .findFirst();
    }

    private Map<PersonId, PersonName> names(List<Mover> movers) {
        return people.names(movers.stream().map(Mover::person).toList());
    }

    private ModelAndView page(
            HttpServletRequest request, KeepingStays.View view, List<Mover> movers, Form form) {
        var words = frames.words(request);
        var names = names(movers);
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        model.put("who", movers.stream().map(mover -> choice(mover, names, view, words)).toList());
        model.put("forms", Fields.forms(forms.usedOn(view.today()), words));
        model.put("apartments", Fields.apartments(keeping.apartments(view.today())));
        return Pages.render("placement/web/move", model);
    }

    private static Choice choice(
            Mover mover, Map<PersonId, PersonName> names, KeepingStays.View view, Words words) {
        var choice =
                Choice.of(
                        mover.person().toString(),
                        Objects.requireNonNull(names.get(mover.person()), "a name").shown(words));
        if (mover.alternating()) {
            return choice.withHint(words.t("placement.move.alternating"));
        }
        var home = mover.home();
        return home == null
                ? choice.withHint(words.t("placement.move.noHome"))
                : choice.withHint(
                        words.t(
                                "placement.move.livesNow",
                                Objects.requireNonNull(view.forms().get(home.form()), "a form")
                                        .name(words.locale())));
    }
}
