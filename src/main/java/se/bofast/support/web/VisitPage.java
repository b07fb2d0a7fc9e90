package se.bofast.support.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.support.Choosing;
import se.bofast.support.MatterBook;
import se.bofast.support.Matters;
import se.bofast.support.SafeVisits;
import se.bofast.support.Visit;
import se.bofast.support.VisitNote;

/// Planning a home visit one comes back from.
@Controller
class VisitPage {

    private static final int USUAL_MINUTES = 90;
    private static final int USUAL_NOTE_DAYS = 90;

    private final SafeVisits visits;
    private final MatterBook matters;
    private final Choosing choosing;
    private final Commands commands;
    private final Clock clock;

    VisitPage(
            SafeVisits visits,
            MatterBook matters,
            Choosing choosing,
            Commands commands,
            Clock clock) {
        this.visits = visits;
        this.matters = matters;
        this.choosing = choosing;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/hembesok/nytt")
    ModelAndView empty(Actor actor, @RequestParam(name = "arende") UUID id) {
        var matter = matters.forWork(actor, id);
        return page(
                matter,
                Form.empty()
                        .with("who", actor.id().toString())
                        .with("startOn", HouseClock.today(clock))
                        .with("minutes", USUAL_MINUTES));
    }

    private ModelAndView page(Matters.Matter matter, Form form) {
        return Pages.render(
                "support/web/visit",
                Map.of("matter", matter, "form", form, "colleagues", colleagues()));
    }

    @PostMapping("/hembesok/nytt")
    ModelAndView save(
            Actor actor,
            @RequestParam(name = "arende") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var matter = matters.forWork(actor, id);
        var today = HouseClock.today(clock);
        var form = Form.of(fields);
        var who = colleague(form, "who", true);
        var with = colleague(form, "with", false);
        var to = colleague(form, "checkInTo", true);
        var on = form.requiredDate("startOn", today);
        var time = form.requiredTime("startTime");
        var minutes = form.requiredWholeNumber("minutes", 15, (int) SafeVisits.LONGEST.toMinutes());
        if (form.hasErrors()
                || who == null
                || to == null
                || on.isEmpty()
                || time.isEmpty()
                || minutes.isEmpty()) {
            return page(matter, form);
        }
        var plan =
                new SafeVisits.Plan(
                        who,
                        with,
                        form.check("withLandlord"),
                        Moments.at(on.get(), time.get()),
                        Duration.ofMinutes(minutes.get()),
                        to);
        try {
            commands.once(
                    Action.LOG_CONTACT,
                    form.commandKey(),
                    () ->
                            switch (visits.plan(actor, matter.subject(), plan)) {
                                case SafeVisits.Planned.Done done -> done.id().value().toString();
                                case SafeVisits.Planned.Refused refused ->
                                        throw new TurnedDown(refused.reason());
                            });
        } catch (TurnedDown refused) {
            form.error(field(refused.key()), refused.key());
            return page(matter, form);
        }
        return Pages.onward(matter.href(), Notice.success("support.visit.saved"));
    }

    private static String field(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "NEEDS_TWO" -> "with";
            case "SOMEBODY_ELSE_MUST_WAIT" -> "checkInTo";
            case "CHECK_IN_TOO_LATE" -> "minutes";
            default -> "withLandlord";
        };
    }

    private @org.jspecify.annotations.Nullable EmployeeId colleague(
            Form form, String field, boolean required) {
        var chosen = required ? form.requiredUuid(field) : form.uuid(field);
        if (chosen.isEmpty()) {
            return null;
        }
        var id = new EmployeeId(chosen.get());
        if (choosing.colleagues().stream().noneMatch(c -> c.id().equals(id))) {
            form.error(field, "page.error.choice");
        }
        return id;
    }

    private List<Choice> colleagues() {
        var choices = new ArrayList<Choice>();
        choosing.colleagues()
                .forEach(c ->
                        choices.add(Choice.of(c.id().toString(), c.name() + ", " + c.unitName())));
        return choices;
    }

    @PostMapping("/hembesok/{id}/klart")
    ModelAndView checkIn(Actor actor, @PathVariable UUID id) {
        var subject = visits.checkIn(actor, new Visit.VisitId(id));
        return Pages.onward(
                matters.get(subject.id()).href(), Notice.success("support.visit.checkedIn"));
    }

    @PostMapping("/hembesok/{id}/installt")
    ModelAndView cancel(Actor actor, @PathVariable UUID id) {
        var subject = visits.cancel(actor, new Visit.VisitId(id));
        return Pages.onward(
                matters.get(subject.id()).href(), Notice.info("support.visit.cancelled"));
    }

    @GetMapping("/hembesok/notering")
    ModelAndView noteForm(Actor actor, @RequestParam(name = "arende") UUID id) {
        var matter = matters.forWork(actor, id);
        return notePage(
                matter,
                Form.empty().with("untilOn", HouseClock.today(clock).plusDays(USUAL_NOTE_DAYS)));
    }

    private static ModelAndView notePage(Matters.Matter matter, Form form) {
        if (matter.person() == null) {
            throw new NotFound();
        }
        return Pages.render("support/web/visit-note", Map.of("matter", matter, "form", form));
    }

    @PostMapping("/hembesok/notering")
    ModelAndView saveNote(
            Actor actor,
            @RequestParam(name = "arende") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var matter = matters.forWork(actor, id);
        var today = HouseClock.today(clock);
        var form = Form.of(fields);
        var note = form.requiredText("note", 500, "support.visitNote.missing");
        var until = form.requiredDate("untilOn", today);
        until.filter(day ->
                        day.isBefore(today) || day.isAfter(today.plusDays(SafeVisits.NOTE_DAYS)))
                .ifPresent(day ->
                        form.error(
                                "untilOn",
                                "support.visitNote.outside",
                                today.plusDays(SafeVisits.NOTE_DAYS)));
        if (form.hasErrors() || note.isEmpty() || until.isEmpty()) {
            return notePage(matter, form);
        }
        commands.once(
                Action.LOG_CONTACT,
                form.commandKey(),
                () ->
                        visits.note(
                                        actor,
                                        matter.subject(),
                                        note.get(),
                                        form.check("twoPeople"),
                                        until.get())
                                .value()
                                .toString());
        return Pages.onward(matter.href(), Notice.success("support.visitNote.saved"));
    }

    @PostMapping("/hembesok/notering/{note}/avsluta")
    ModelAndView endNote(
            Actor actor, @PathVariable UUID note, @RequestParam(name = "arende") UUID id) {
        var matter = matters.forWork(actor, id);
        visits.endNote(actor, matter.subject(), new VisitNote.VisitNoteId(note));
        return Pages.onward(matter.href(), Notice.info("support.visitNote.ended"));
    }
}
