package se.bofast.count.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import se.bofast.page.Address;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Pages;
import se.bofast.page.Words;
import tools.jackson.databind.json.JsonMapper;

/// Flödet: how people move along the housing chain, as a sentence, a picture and tables.
@Controller
class FlowPage {

    static final String PATH = CountPage.PATH + "/flode";
    private static final int LONGEST_YEARS = 20;
    private static final List<String> PARAMETERS = List.of("from", "to", "unit", "group");

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
        var now = flow.of(actor, selection);
        var before = form.check("compare") ? flow.of(actor, selection.yearBefore()) : null;
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("selection", selection);
        model.put("groups", Choice.all(Flow.Group.class, words));
        model.put("units", counting.units());
        model.put("compared", before != null);
        model.put("hidden", now.hidden());
        model.put("sentence", sentence(words, now));
        model.put("figures", figures(words, now, before));
        model.put("stocks", stocks(words, now));
        model.put("moves", moves(words, form, now, results.drills(actor)));
        model.put("lengths", lengths(words, now));
        model.put("chart", chart(words, now));
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

    private static String number(Words words, @Nullable Integer number) {
        return number == null ? words.t("count.round.hidden") : words.number(number);
    }

    private static String sentence(Words words, Flow now) {
        return words.t(
                "count.flow.sentence",
                number(words, now.moves(Step.Way.FORWARD)),
                number(words, now.moves(Step.Way.BACK)));
    }

    private static List<CountTableRows.Row> figures(Words words, Flow now, @Nullable Flow before) {
        var rows = new ArrayList<CountTableRows.Row>();
        for (var way : Step.Way.values()) {
            rows.add(row(words, words.label(way), now, before, one -> one.moves(way)));
        }
        rows.add(row(words, words.t("count.flow.shelter.users"), now, before, Flow::shelterUsers));
        rows.add(
                row(words, words.t("count.flow.shelter.nights"), now, before, Flow::shelterNights));
        rows.add(
                row(
                        words,
                        words.t("count.flow.takeovers"),
                        now,
                        before,
                        one -> ends(one, "TAKEN_OVER")));
        rows.add(
                row(words, words.t("count.flow.ends.rent"), now, before, one -> ends(one, "RENT")));
        rows.add(
                row(
                        words,
                        words.t("count.flow.ends.disturbance"),
                        now,
                        before,
                        one -> ends(one, "DISTURBANCE")));
        rows.add(
                row(
                        words,
                        words.t("count.flow.ends.time"),
                        now,
                        before,
                        one -> ends(one, "TIME_OUT")));
        rows.add(
                row(
                        words,
                        words.t("count.flow.ends.moved"),
                        now,
                        before,
                        one -> ends(one, "MOVED")));
        rows.add(
                row(words, words.t("count.flow.ends.died"), now, before, one -> ends(one, "DIED")));
        rows.add(
                row(
                        words,
                        words.t("count.flow.ends.other"),
                        now,
                        before,
                        one -> {
                            var other = ends(one, "OTHER");
                            var unknown = ends(one, "UNKNOWN");
                            return other == null || unknown == null
                                    ? null
                                    : Integer.valueOf(other + unknown);
                        }));
        rows.add(row(words, words.t("count.flow.apartments"), now, before, Flow::apartments));
        rows.add(row(words, words.t("count.flow.vacant"), now, before, Flow::vacantDays));
        return rows;
    }

    private static @Nullable Integer ends(Flow flow, String cause) {
        return flow.leaseEnds().containsKey(cause)
                ? flow.leaseEnds().get(cause)
                : Integer.valueOf(0);
    }

    private static CountTableRows.Row row(
            Words words,
            String name,
            Flow now,
            @Nullable Flow before,
            Function<Flow, @Nullable Integer> part) {
        return new CountTableRows.Row(
                name,
                before == null
                        ? List.of(number(words, part.apply(now)))
                        : List.of(
                                number(words, part.apply(now)), number(words, part.apply(before))));
    }

    private static List<CountTableRows.Row> stocks(Words words, Flow now) {
        return now.stocks().stream()
                .map(stock ->
                        new CountTableRows.Row(
                                words.label(stock.step()),
                                List.of(number(words, stock.first()), number(words, stock.last()))))
                .toList();
    }

    private static List<CountTableRows.Move> moves(
            Words words, Form form, Flow now, boolean drills) {
        return now.moves().stream()
                .map(move -> {
                    var address = Address.of(PATH + "/personer");
                    for (var name : PARAMETERS) {
                        var value = form.value(name);
                        address = value.isBlank() ? address : address.with(name, value);
                    }
                    return new CountTableRows.Move(
                            step(words, move.from()),
                            step(words, move.to()),
                            words.label(move.way()),
                            number(words, move.people()),
                            drills
                                    ? address.with("step", code(move.from()))
                                            .with("next", code(move.to()))
                                            .toString()
                                    : "");
                })
                .toList();
    }

    private static String code(@Nullable Step step) {
        return step == null ? "OUTSIDE" : step.name();
    }

    private static String step(Words words, @Nullable Step step) {
        return step == null ? words.t("count.flow.outside") : words.label(step);
    }

    private static List<CountTableRows.Row> lengths(Words words, Flow now) {
        return now.lengths().stream()
                .map(length ->
                        new CountTableRows.Row(
                                words.label(length.step()),
                                List.of(
                                        number(words, length.stays()),
                                        number(words, length.ended()),
                                        nights(words, length, length.quarter()),
                                        nights(words, length, length.median()),
                                        nights(words, length, length.threeQuarters()))))
                .toList();
    }

    private static String nights(Words words, Flow.Length length, @Nullable Integer nights) {
        if (length.stays() == null) {
            return words.t("count.round.hidden");
        }
        return nights == null ? words.t("count.flow.notYet") : words.number(nights);
    }

    /// What the script draws: the same moves, from a step at the left to one at the right.
    private static String chart(Words words, Flow now) {
        var links = new ArrayList<Map<String, Object>>();
        var names = new LinkedHashMap<String, String>();
        for (var move : now.moves()) {
            var people = move.people();
            if (people == null) {
                continue;
            }
            var from = "< " + code(move.from());
            var to = "> " + code(move.to());
            names.put(from, step(words, move.from()));
            names.put(to, step(words, move.to()));
            links.add(Map.of("source", from, "target", to, "value", people));
        }
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "language",
                                words.language(),
                                "sankey",
                                true,
                                "nodes",
                                names.entrySet().stream()
                                        .map(node ->
                                                Map.of(
                                                        "name", node.getKey(),
                                                        "label", node.getValue()))
                                        .toList(),
                                "links",
                                links));
    }

    /// Who made a move; each look is on record.
    @GetMapping(PATH + "/personer")
    ModelAndView people(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.DRILL_STATISTICS);
        var words = frames.words(request);
        var form = Form.of(query);
        var selection = selection(form);
        var from = step(form.value("step"));
        var to = step(form.value("next"));
        return Pages.render(
                "count/web/flow-people",
                Map.of(
                        "from", step(words, from),
                        "to", step(words, to),
                        "rows", flow.behind(actor, selection, from, to)));
    }

    private static @Nullable Step step(String code) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(code))
                .findFirst()
                .orElse(null);
    }
}
