package se.bofast.support.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Units;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.support.Appointment;
import se.bofast.support.Appointments;
import se.bofast.support.Choosing;
import se.bofast.support.MakingSlots;
import se.bofast.support.MatterBook;
import se.bofast.support.Matters;
import se.bofast.support.Slot;
import se.bofast.support.SlotLists;

/// Times: who comes when, and who came.
@Controller
class SlotPage {

    private static final int USUAL_MINUTES = 45;
    private static final int OFFERED = 20;

    /// Languages one most often books an interpreter for (ISO 639-1).
    private static final List<String> INTERPRETED =
            List.of(
                    "ar", "so", "ti", "fa", "ku", "uk", "ru", "pl", "es", "en", "fi", "tr", "bs",
                    "ro", "am", "th", "vi", "zh", "fr");

    private final SlotLists lists;
    private final MakingSlots making;
    private final Appointments appointments;
    private final MatterBook matters;
    private final Choosing choosing;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    SlotPage(
            SlotLists lists,
            MakingSlots making,
            Appointments appointments,
            MatterBook matters,
            Choosing choosing,
            Access access,
            Commands commands,
            Clock clock) {
        this.lists = lists;
        this.making = making;
        this.appointments = appointments;
        this.matters = matters;
        this.choosing = choosing;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/tider")
    ModelAndView week(
            Actor actor,
            @RequestParam(name = "vecka", required = false) Optional<LocalDate> day,
            @RequestParam(name = "visa", defaultValue = "enhet") String whose) {
        return Pages.render(
                "support/web/slots",
                Map.of(
                        "week",
                        lists.week(
                                actor,
                                day.orElseGet(() -> HouseClock.today(clock)),
                                whose.equals("mina"))));
    }

    @GetMapping("/tider/nya")
    ModelAndView empty(Actor actor) {
        access.require(actor, Action.MANAGE_SLOTS);
        return page(
                actor,
                Form.empty()
                        .with("adviser", actor.id().toString())
                        .with("unit", actor.unit().toString())
                        .with("minutes", USUAL_MINUTES)
                        .with("inARow", 1)
                        .with("weeks", 1));
    }

    private ModelAndView page(Actor actor, Form form) {
        return Pages.render(
                "support/web/slots-new",
                Map.of(
                        "form",
                        form,
                        "units",
                        reachable(actor).stream()
                                .map(u -> Choice.of(u.id().toString(), u.name()))
                                .toList(),
                        "colleagues",
                        colleagues(),
                        "languages",
                        INTERPRETED));
    }

    private List<Units.Unit> reachable(Actor actor) {
        var all = access.require(actor, Action.MANAGE_SLOTS) == Scope.BOARD;
        return choosing.units().stream()
                .filter(u -> all || actor.units().contains(u.id()))
                .toList();
    }

    private List<Choice> colleagues() {
        var choices = new ArrayList<Choice>();
        choosing.colleagues()
                .forEach(c ->
                        choices.add(Choice.of(c.id().toString(), c.name() + ", " + c.unitName())));
        return choices;
    }

    @PostMapping("/tider/nya")
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.MANAGE_SLOTS);
        var form = Form.of(fields);
        var wish = read(actor, form);
        if (form.hasErrors() || wish.isEmpty()) {
            return page(actor, form);
        }
        String made;
        try {
            made =
                    commands.once(
                            Action.MANAGE_SLOTS,
                            form.commandKey(),
                            () ->
                                    switch (making.make(actor, wish.get())) {
                                        case MakingSlots.Made.Done done ->
                                                done.made() + ":" + done.left();
                                        case MakingSlots.Made.Refused refused ->
                                                throw new TurnedDown(refused.reason());
                                    });
        } catch (TurnedDown refused) {
            form.error(
                    switch (refused.key().substring(refused.key().lastIndexOf('.') + 1)) {
                        case "PLACE_TELLS" -> "place";
                        case "PAST_MIDNIGHT" -> "inARow";
                        default -> "firstOn";
                    },
                    refused.key());
            return page(actor, form);
        }
        var counts = made.split(":", 2);
        return Pages.onward(
                "/tider?vecka=" + wish.get().firstOn(),
                Notice.success(
                        "support.slots.made",
                        Integer.parseInt(counts[0]),
                        Integer.parseInt(counts[1])));
    }

    private Optional<MakingSlots.NewSlots> read(Actor actor, Form form) {
        var today = HouseClock.today(clock);
        var adviser = form.requiredUuid("adviser").map(EmployeeId::new);
        var unit = form.requiredUuid("unit").map(UnitId::new);
        adviser.filter(id -> choosing.colleagues().stream().noneMatch(c -> c.id().equals(id)))
                .ifPresent(id -> form.error("adviser", "page.error.choice"));
        unit.filter(id -> reachable(actor).stream().noneMatch(u -> u.id().equals(id)))
                .ifPresent(id -> form.error("unit", "page.error.choice"));
        var on = form.requiredDate("firstOn", today);
        var at = form.requiredTime("at");
        var minutes = form.requiredWholeNumber("minutes", 10, 240);
        var row = form.requiredWholeNumber("inARow", 1, MakingSlots.MOST_IN_A_ROW);
        var weeks = form.requiredWholeNumber("weeks", 1, MakingSlots.MOST_WEEKS);
        var place = form.requiredText("place", 120, "support.slots.place.missing");
        var language = form.text("language", 2).filter(INTERPRETED::contains);
        if (form.hasErrors()
                || adviser.isEmpty()
                || unit.isEmpty()
                || on.isEmpty()
                || at.isEmpty()
                || minutes.isEmpty()
                || row.isEmpty()
                || weeks.isEmpty()
                || place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MakingSlots.NewSlots(
                        adviser.get(),
                        unit.get(),
                        on.get(),
                        at.get(),
                        Duration.ofMinutes(minutes.get()),
                        row.get(),
                        weeks.get(),
                        place.get(),
                        language.orElse(null)));
    }

    @PostMapping("/tider/{id}/ta-bort")
    ModelAndView withdraw(
            Actor actor, @PathVariable UUID id, @RequestParam(name = "vecka") LocalDate week) {
        var gone = making.withdraw(actor, new Slot.SlotId(id));
        return Pages.onward(
                "/tider?vecka=" + week,
                gone
                        ? Notice.info("support.slots.withdrawn")
                        : Notice.warning("support.slots.taken"));
    }

    /// One press, with an undo: the person came, or did not.
    @PostMapping("/bokningar/{id}/{how}")
    ModelAndView mark(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String how,
            @RequestParam(name = "vecka", required = false) Optional<LocalDate> week,
            @RequestParam(name = "arende", required = false) Optional<UUID> matter) {
        var appointment = new Appointment.AppointmentId(id);
        var result =
                switch (how) {
                    case "kom" -> appointments.mark(actor, appointment, true);
                    case "kom-inte" -> appointments.mark(actor, appointment, false);
                    case "angra" -> appointments.undo(actor, appointment);
                    case "avboka" -> appointments.cancel(actor, appointment);
                    default -> throw new NotFound();
                };
        var back =
                matter.map(m -> matters.get(m).href())
                        .orElseGet(() -> "/tider" + week.map(w -> "?vecka=" + w).orElse(""));
        return Pages.onward(back, notice(result, how, id, week, matter));
    }

    private static Notice notice(
            Appointments.Marking result,
            String how,
            UUID id,
            Optional<LocalDate> week,
            Optional<UUID> matter) {
        var undo =
                "/bokningar/"
                        + id
                        + "/angra"
                        + matter.map(m -> "?arende=" + m)
                                .orElseGet(() -> week.map(w -> "?vecka=" + w).orElse(""));
        return switch (result) {
            case DONE ->
                    switch (how) {
                        case "kom" -> Notice.success("support.marked.came").withUndo(undo);
                        case "kom-inte" ->
                                Notice.success("support.marked.didNotCome").withUndo(undo);
                        case "angra" -> Notice.info("support.marked.undone");
                        default -> Notice.info("support.marked.cancelled");
                    };
            case NOT_YET -> Notice.warning("support.marked.notYet");
            case NOT_OPEN -> Notice.warning("support.marked.notOpen");
        };
    }

    /// A time agreed on the phone or at the desk.
    @GetMapping("/tider/boka")
    ModelAndView bookForm(Actor actor, @RequestParam(name = "arende") UUID id) {
        return bookPage(actor, matters.forWork(actor, id), Form.empty());
    }

    private ModelAndView bookPage(Actor actor, Matters.Matter matter, Form form) {
        var person = matter.person();
        if (person == null) {
            throw new NotFound();
        }
        return Pages.render(
                "support/web/book",
                Map.of(
                        "matter",
                        matter,
                        "form",
                        form,
                        "slots",
                        appointments.nextFreeSlots(actor, person, OFFERED, HouseClock.today(clock)),
                        "mayMake",
                        access.allows(actor, Action.MANAGE_SLOTS)));
    }

    @PostMapping("/tider/boka")
    ModelAndView book(
            Actor actor,
            @RequestParam(name = "arende") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var matter = matters.forWork(actor, id);
        var form = Form.of(fields);
        var slot = form.requiredUuid("slot", "support.book.slot.missing");
        var person = matter.person();
        if (form.hasErrors() || slot.isEmpty() || person == null) {
            return bookPage(actor, matter, form);
        }
        try {
            commands.once(
                    Action.LOG_CONTACT,
                    form.commandKey(),
                    () ->
                            switch (appointments.book(
                                    actor, matter.subject(), person, new Slot.SlotId(slot.get()))) {
                                case Appointments.Proposal.Proposed done ->
                                        done.id().value().toString();
                                case Appointments.Proposal.Refused refused ->
                                        throw new TurnedDown(refused.reason());
                            });
        } catch (TurnedDown refused) {
            form.error("slot", refused.key());
            return bookPage(actor, matter, form);
        }
        return Pages.onward(matter.href(), Notice.success("support.book.saved"));
    }
}
