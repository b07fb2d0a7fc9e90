package se.bofast.count.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import se.bofast.count.ClosingCount;
import se.bofast.count.CountRound;
import se.bofast.count.CountRounds;
import se.bofast.count.Counting;
import se.bofast.count.OpeningCount;
import se.bofast.count.Population;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Mätning: the rounds, a new one, one's progress, what is decided, the freeze and the publication.
@Controller
class CountRoundsPage {

    static final String PATH = "/matning";
    private static final int LONGEST = 200;
    private static final int OLDEST = 130;

    private final CountRounds rounds;
    private final OpeningCount opening;
    private final ClosingCount closing;
    private final Counting counting;
    private final Commands commands;
    private final Access access;
    private final Clock clock;

    CountRoundsPage(
            CountRounds rounds,
            OpeningCount opening,
            ClosingCount closing,
            Counting counting,
            Commands commands,
            Access access,
            Clock clock) {
        this.rounds = rounds;
        this.opening = opening;
        this.closing = closing;
        this.counting = counting;
        this.commands = commands;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView all(Actor actor) {
        return Pages.render(
                "count/web/rounds",
                Map.of(
                        "rounds", rounds.all(actor),
                        "waiting", rounds.waiting(actor),
                        "leads", access.allows(actor, Action.LEAD_COUNT),
                        "sees", access.allows(actor, Action.SEE_STATISTICS)));
    }

    @GetMapping(PATH + "/ny")
    ModelAndView empty(Actor actor) {
        access.require(actor, Action.LEAD_COUNT);
        return asked(actor, Form.empty().with("ageFrom", Population.ADULTS.ageFrom()));
    }

    private ModelAndView asked(Actor actor, Form form) {
        return Pages.render(
                "count/web/round-new",
                Map.of(
                        "form", form,
                        "units", counting.units(),
                        "rounds", rounds.all(actor).stream().filter(CountRound::frozen).toList()));
    }

    @PostMapping(PATH + "/ny")
    ModelAndView open(Actor actor, @RequestParam MultiValueMap<String, String> parameters) {
        access.require(actor, Action.LEAD_COUNT);
        var form = Form.of(parameters);
        var today = HouseClock.today(clock);
        var name = form.requiredText("name", LONGEST, "count.round.name.missing");
        var start = form.requiredDate("start", today);
        var end = form.date("end", today).or(() -> start);
        var due = form.requiredDate("due", today);
        var from = form.requiredWholeNumber("ageFrom", 0, OLDEST);
        var below = form.wholeNumber("ageBelow", 1, OLDEST);
        var before = form.uuid("before");
        var units = form.uuids("units");
        if (units.isEmpty()) {
            form.error("units", "count.round.units.missing");
        }
        if (start.isPresent() && end.isPresent()) {
            if (end.get().isBefore(start.get())) {
                form.error("end", "count.filter.order");
            } else if (!end.get().isBefore(start.get().plusDays(OpeningCount.LONGEST_WINDOW))) {
                form.error("end", "count.round.window.long");
            }
            if (due.isPresent() && due.get().isBefore(start.get())) {
                form.error("due", "count.round.due.early");
            }
        }
        if (from.isPresent() && below.isPresent() && below.get() <= from.get()) {
            form.error("ageBelow", "count.round.ages.order");
        }
        if (form.hasErrors()) {
            return asked(actor, form);
        }
        var asked =
                new OpeningCount.New(
                        name.orElseThrow(),
                        start.orElseThrow(),
                        end.orElseThrow(),
                        due.orElseThrow(),
                        new Population(
                                from.orElseThrow(), below.orElse(Population.ADULTS.ageBelow())),
                        before.orElse(null),
                        units);
        var id =
                commands.once(
                        Action.LEAD_COUNT,
                        form.commandKey(),
                        () -> opening.open(actor, asked).toString());
        return Pages.onward(PATH + "/" + id, Notice.success("count.round.opened"));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView round(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        return shown(actor, id, Form.empty());
    }

    private ModelAndView shown(Actor actor, UUID id, Form form) {
        var round = rounds.round(actor, id);
        var model = new HashMap<String, Object>();
        model.put("round", round);
        model.put("progress", rounds.progress(actor, id));
        model.put("conflicts", closing.conflicts(actor, id));
        model.put("form", form);
        model.put("sees", access.allows(actor, Action.SEE_STATISTICS));
        model.put("today", LocalDate.ofInstant(clock.instant(), HouseClock.ZONE));
        return Pages.render("count/web/round", model);
    }

    @PostMapping(PATH + "/{id}/fyll")
    ModelAndView fill(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        return Pages.onward(
                PATH + "/" + id, Notice.success("count.round.filled", opening.fill(actor, id)));
    }

    @PostMapping(PATH + "/{id}/paminn")
    ModelAndView remind(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters) {
        access.require(actor, Action.LEAD_COUNT);
        var unit = Form.of(parameters).uuid("unit").orElseThrow(NotFound::new);
        opening.remind(actor, id, unit);
        return Pages.onward(PATH + "/" + id, Notice.success("count.round.reminded"));
    }

    @PostMapping(PATH + "/{id}/avgor")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters) {
        access.require(actor, Action.LEAD_COUNT);
        var form = Form.of(parameters);
        var report = form.requiredUuid("report", "count.round.conflict.which");
        var reason = form.requiredText("reason", LONGEST, "count.round.conflict.why");
        if (form.hasErrors()) {
            return shown(actor, id, form);
        }
        closing.decide(actor, id, report.orElseThrow(), reason.orElseThrow());
        return Pages.onward(PATH + "/" + id, Notice.success("count.round.decided"));
    }

    @PostMapping(PATH + "/{id}/frys")
    ModelAndView freeze(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        return Pages.onward(
                PATH + "/" + id,
                switch (closing.freeze(actor, id)) {
                    case DONE -> Notice.success("count.round.frozen");
                    case CONFLICTS_LEFT -> Notice.warning("count.round.conflicts.left");
                });
    }

    @PostMapping(PATH + "/{id}/publicera")
    ModelAndView publish(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        closing.publish(actor, id);
        return Pages.onward(PATH + "/" + id, Notice.success("count.round.published"));
    }
}
