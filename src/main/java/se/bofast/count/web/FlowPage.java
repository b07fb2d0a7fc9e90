package se.bofast.count.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.count.CountResults;
import se.bofast.count.Counting;
import se.bofast.count.CountingFlow;
import se.bofast.count.Flow;
import se.bofast.count.Step;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Pages;
import se.bofast.page.Words;

/// Flödet: how people move along the housing chain, as a sentence, a picture and tables.
@Controller
class FlowPage {

    static final String PATH = CountPage.PATH + "/flode";
    private static final int LONGEST_YEARS = 20;

    private final CountingFlow flow;
    private final CountResults results;
    private final Counting counting;
    private final Access access;
    private final Frames frames;
    private final Clock clock;

    FlowPage(
            CountingFlow flow,
            CountResults results,
            Counting counting,
            Access access,
            Frames frames,
            Clock clock) {
        this.flow = flow;
        this.results = results;
        this.counting = counting;
        this.access = access;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_STATISTICS);
        var words = frames.words(request);
        var form = Form.of(query);
        var selection = selection(form);
        var earlier = earlier(form, selection);
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("selection", selection);
        model.put("groups", Choice.all(Flow.Group.class, words));
        model.put("units", counting.units());
        model.put(
                "tables",
                new FlowTables(
                        words,
                        form,
                        flow.of(actor, selection),
                        earlier == null ? null : flow.of(actor, earlier),
                        results.drills(actor)));
        return Pages.render("count/web/flow", model);
    }

    private Flow.Selection selection(Form form) {
        var today = HouseClock.today(clock);
        var from = form.date("from", today).orElse(today.withDayOfYear(1));
        var to = form.date("to", today).orElse(today);
        if (to.isBefore(from)) {
            form.error("to", "count.filter.order");
            from = today.withDayOfYear(1);
            to = today;
        } else if (from.plusYears(LONGEST_YEARS).isBefore(to)) {
            form.error("from", "count.filter.long");
            from = today.withDayOfYear(1);
            to = today;
        }
        return new Flow.Selection(
                from,
                to,
                form.uuid("unit").orElse(null),
                form.choice("group", Flow.Group.class).orElse(Flow.Group.EVERYBODY));
    }

    /// What it is held against: as long from a day of one's own, or a year earlier.
    private Flow.@Nullable Selection earlier(Form form, Flow.Selection selection) {
        var own = form.date("other", HouseClock.today(clock));
        if (own.isPresent()) {
            return selection.beginning(own.get());
        }
        return form.check("compare") ? selection.yearBefore() : null;
    }

    /// Who is behind a number; each look is on record.
    @GetMapping(PATH + "/personer")
    ModelAndView people(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.DRILL_STATISTICS);
        var words = frames.words(request);
        var form = Form.of(query);
        var selection = selection(form);
        var number = number(form);
        return Pages.render(
                "count/web/flow-people",
                Map.of(
                        "title", title(words, number),
                        "selection", selection,
                        "column", column(words, number),
                        "rows", flow.behind(actor, selection, number)));
    }

    private static Flow.Behind number(Form form) {
        var living = step(form.value("living"));
        if (living != null) {
            return new Flow.Behind.Living(living);
        }
        if (form.check("shelter")) {
            return new Flow.Behind.InShelter();
        }
        return form.choice("lease", Flow.LeaseEnd.class)
                .<Flow.Behind>map(Flow.Behind.LeaseEnded::new)
                .orElseGet(() ->
                        new Flow.Behind.Moved(step(form.value("step")), step(form.value("next"))));
    }

    private static String title(Words words, Flow.Behind number) {
        return switch (number) {
            case Flow.Behind.Moved moved ->
                    words.t(
                            "count.flow.people",
                            FlowTables.step(words, moved.from()),
                            FlowTables.step(words, moved.to()));
            case Flow.Behind.Living living ->
                    words.t("count.flow.people.living", words.label(living.step()));
            case Flow.Behind.InShelter _ -> words.t("count.flow.shelter.users");
            case Flow.Behind.LeaseEnded ended -> words.label(ended.cause());
        };
    }

    /// What the day beside somebody is.
    private static String column(Words words, Flow.Behind number) {
        return switch (number) {
            case Flow.Behind.Moved _ -> words.t("count.day.day");
            case Flow.Behind.Living _ -> words.t("count.flow.people.since");
            case Flow.Behind.InShelter _ -> words.t("count.flow.people.lastNight");
            case Flow.Behind.LeaseEnded _ -> words.t("count.flow.people.leaseEnd");
        };
    }

    private static @Nullable Step step(String code) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(code))
                .findFirst()
                .orElse(null);
    }
}
