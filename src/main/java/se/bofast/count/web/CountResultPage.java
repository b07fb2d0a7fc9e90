package se.bofast.count.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.count.ClosingCount;
import se.bofast.count.CountResults;
import se.bofast.count.CountRounds;
import se.bofast.count.Definition;
import se.bofast.count.OpeningCount;
import se.bofast.count.Verdict;
import se.bofast.count.Why;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Address;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Pages;
import se.bofast.page.Words;

/// What a round, or the register on any day, comes to: three definitions side by side and why they
/// differ.
@Controller
class CountResultPage {

    private static final String ROUND = CountRoundsPage.PATH + "/{id}";

    private final CountResults results;
    private final CountRounds rounds;
    private final ClosingCount closing;
    private final Access access;
    private final Frames frames;
    private final Clock clock;

    CountResultPage(
            CountResults results,
            CountRounds rounds,
            ClosingCount closing,
            Access access,
            Frames frames,
            Clock clock) {
        this.results = results;
        this.rounds = rounds;
        this.closing = closing;
        this.access = access;
        this.frames = frames;
        this.clock = clock;
    }

    /// The register on any day, as it is known now or as it was known then.
    @GetMapping(CountRoundsPage.PATH + "/dag")
    ModelAndView day(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_STATISTICS);
        var form = Form.of(query);
        var today = HouseClock.today(clock);
        var day = form.date("day", today).orElse(today);
        var known = form.date("known", today);
        var result =
                results.day(
                        actor,
                        day,
                        known.map(on ->
                                        on.atTime(LocalTime.MAX)
                                                .atZone(HouseClock.ZONE)
                                                .toInstant())
                                .orElse(null));
        var model = model(frames.words(request), result, "");
        model.put("form", form);
        model.put("day", day);
        return Pages.render("count/web/day", model);
    }

    /// What the figures of a count mean, and by which version they are counted.
    @GetMapping(CountRoundsPage.PATH + "/definition")
    ModelAndView definition(Actor actor) {
        access.require(actor, Action.SEE_STATISTICS);
        return Pages.render(
                "count/web/definition", Map.of("version", String.valueOf(OpeningCount.VERSION)));
    }

    @GetMapping(ROUND + "/resultat")
    ModelAndView result(Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        access.require(actor, Action.SEE_STATISTICS);
        var words = frames.words(request);
        var round = rounds.round(actor, id);
        var drills = results.drills(actor);
        var model =
                model(
                        words,
                        results.round(actor, id),
                        drills ? CountRoundsPage.PATH + "/" + id + "/personer" : "");
        var changes = new ArrayList<CountResults.Change>();
        for (var definition : Definition.values()) {
            var change = results.change(actor, id, definition);
            if (change != null) {
                changes.add(change);
            }
        }
        model.put("round", round);
        model.put("changes", CountTableRows.changes(words, round, changes));
        model.put("holds", round.frozen() && closing.holds(actor, id));
        model.put("published", false);
        return Pages.render("count/web/result", model);
    }

    @GetMapping(ROUND + "/publicerat")
    ModelAndView published(Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        access.require(actor, Action.SEE_STATISTICS);
        var model = model(frames.words(request), results.published(actor, id), "");
        model.put("round", rounds.round(actor, id));
        model.put("changes", List.of());
        model.put("holds", closing.holds(actor, id));
        model.put("published", true);
        return Pages.render("count/web/result", model);
    }

    private static Map<String, Object> model(
            Words words, CountResults.Result result, String people) {
        var model = new HashMap<String, Object>();
        model.put("totals", CountTableRows.totals(words, result.table()));
        model.put(
                "categories",
                Arrays.stream(Definition.values())
                        .map(definition ->
                                CountTableRows.categories(words, result.table(), definition))
                        .toList());
        model.put("tables", CountTableRows.of(words, result));
        model.put(
                "beside", result.beside().stream().map(one -> beside(words, one, people)).toList());
        model.put("hidden", result.table().anyHidden());
        return model;
    }

    private static CountTableRows.Beside beside(
            Words words, CountResults.Beside one, String people) {
        var cells =
                Arrays.stream(Definition.values())
                        .map(definition ->
                                CountTableRows.verdict(
                                        words, definition, verdict(one.verdicts(), definition)))
                        .toList();
        var city = verdict(one.verdicts(), Definition.CITY);
        var number = one.people();
        return new CountTableRows.Beside(
                cells,
                number == null ? words.t("count.round.hidden") : words.number(number),
                people.isEmpty() ? "" : address(people, Definition.CITY, city));
    }

    private static String address(String people, Definition definition, Verdict verdict) {
        var address =
                Address.of(people)
                        .with("definition", definition.name())
                        .with("why", verdict.why().name());
        var category = verdict.category();
        return (category == null ? address : address.with("category", category)).toString();
    }

    private static Verdict verdict(Map<Definition, Verdict> verdicts, Definition definition) {
        return java.util.Objects.requireNonNull(verdicts.get(definition));
    }

    /// The people behind a number. Each look is on record.
    @GetMapping(ROUND + "/personer")
    ModelAndView people(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.DRILL_STATISTICS);
        var form = Form.of(query);
        var words = frames.words(request);
        var definition = form.choice("definition", Definition.class).orElse(Definition.CITY);
        var why = form.choice("why", Why.class).orElse(Why.IN);
        var category = form.text("category", 20).orElse(null);
        var round = rounds.round(actor, id);
        var forms = results.forms(actor);
        var rows =
                results.behind(actor, id, definition, why, category).stream()
                        .map(one -> {
                            var person = one.person();
                            var housing = one.form();
                            var age = one.age();
                            return new CountTableRows.Behind(
                                    person == null ? "" : person.toString(),
                                    housing == null
                                            ? words.t("count.round.noForm")
                                            : forms.getOrDefault(
                                                    housing, words.t("count.round.noForm")),
                                    words.label(one.sex()),
                                    age == null ? "" : words.number(age),
                                    Arrays.stream(Definition.values())
                                            .map(d ->
                                                    CountTableRows.verdict(
                                                            words, d, verdict(one.verdicts(), d)))
                                            .toList());
                        })
                        .toList();
        return Pages.render(
                "count/web/people",
                Map.of(
                        "round",
                        round,
                        "of",
                        CountTableRows.verdict(words, definition, new Verdict(category, why)),
                        "rows",
                        rows));
    }
}
