package se.bofast.count.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.bofast.count.CountRounds;
import se.bofast.count.CountSplit;
import se.bofast.count.ReportingPeople;
import se.bofast.count.ReportingPeople.Answer;
import se.bofast.count.ReportingPeople.Line;
import se.bofast.count.ReportingPeople.State;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.Words;

/// A unit's list in a round: forty people answered for in minutes, and who is missing added.
@Controller
class CountReportPage {

    private static final String PATH = CountRoundsPage.PATH + "/{id}/enhet/{unit}";
    private static final int LONGEST = 100;
    private static final int OLDEST = 130;
    private static final int FAMILY = 30;

    private final ReportingPeople reporting;
    private final CountRounds rounds;
    private final Commands commands;
    private final Access access;
    private final Frames frames;
    private final Clock clock;

    CountReportPage(
            ReportingPeople reporting,
            CountRounds rounds,
            Commands commands,
            Access access,
            Frames frames,
            Clock clock) {
        this.reporting = reporting;
        this.rounds = rounds;
        this.commands = commands;
        this.access = access;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID unit) {
        access.require(actor, Action.REPORT_COUNT);
        var list = reporting.list(actor, id, unit);
        var form = Form.empty();
        for (var line : list.lines()) {
            form = form.with("said-" + line.report(), said(line));
            form = form.with("leaving-" + line.report(), yesNo(line.leaving()));
            form = form.with("brief-" + line.report(), yesNo(line.brief()));
        }
        var words = frames.words(request);
        var said = new ArrayList<>(forms(words));
        said.add(new Choice(State.NOT_HOMELESS.name(), words.label(State.NOT_HOMELESS), null));
        said.add(new Choice(State.NOT_OURS.name(), words.label(State.NOT_OURS), null));
        said.add(new Choice(State.DEAD.name(), words.label(State.DEAD), null));
        return Pages.render(
                "count/web/unit",
                Map.of(
                        "list", list,
                        "form", form,
                        "said", List.copyOf(said),
                        "yesNo", Choice.yesNo(words),
                        "seesPeople", access.allows(actor, Action.SEE_PERSON)));
    }

    private static @Nullable String said(Line line) {
        return switch (line.state()) {
            case NOT_OURS, NOT_HOMELESS, DEAD -> line.state().name();
            case REGISTER, CONFIRMED -> line.form() == null ? null : line.form().toString();
        };
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : value ? "yes" : "no";
    }

    private List<Choice> forms(Words words) {
        return reporting.forms().stream()
                .map(form -> {
                    var english = form.english();
                    return Choice.of(
                            form.id().toString(),
                            words.language().equals("en") && english != null
                                    ? english
                                    : form.swedish());
                })
                .toList();
    }

    @PostMapping(PATH)
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @RequestParam MultiValueMap<String, String> parameters) {
        access.require(actor, Action.REPORT_COUNT);
        var form = Form.of(parameters);
        var forms = reporting.forms().stream().map(ReportingPeople.FormChoice::id).toList();
        var answers = new ArrayList<Answer>();
        for (var report : form.uuids("report")) {
            answer(form, report, forms).ifPresent(answers::add);
        }
        reporting.answer(actor, id, unit, answers);
        return Pages.onward(address(id, unit), Notice.success("count.unit.saved", answers.size()));
    }

    private static java.util.Optional<Answer> answer(Form form, UUID report, List<UUID> forms) {
        var said = form.value("said-" + report);
        for (var state : List.of(State.NOT_OURS, State.NOT_HOMELESS, State.DEAD)) {
            if (state.name().equals(said)) {
                return java.util.Optional.of(new Answer(report, state, null, null, null));
            }
        }
        return form.uuid("said-" + report)
                .filter(forms::contains)
                .map(chosen ->
                        new Answer(
                                report,
                                State.CONFIRMED,
                                chosen,
                                form.yesNo("leaving-" + report).orElse(null),
                                form.yesNo("brief-" + report).orElse(null)));
    }

    @GetMapping(PATH + "/ny")
    ModelAndView missing(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID unit) {
        access.require(actor, Action.REPORT_COUNT);
        return missing(actor, request, id, unit, Form.empty());
    }

    private ModelAndView missing(
            Actor actor, HttpServletRequest request, UUID id, UUID unit, Form form) {
        var words = frames.words(request);
        var model = new HashMap<String, Object>();
        model.put("round", rounds.round(actor, id));
        model.put("unit", unit);
        model.put("form", form);
        model.put("forms", forms(words));
        model.put("sexes", Choice.all(CountSplit.Sex.class, words));
        model.put("yesNo", Choice.yesNo(words));
        return Pages.render("count/web/unit-add", model);
    }

    @PostMapping(PATH + "/ny")
    ModelAndView add(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @RequestParam MultiValueMap<String, String> parameters) {
        access.require(actor, Action.REPORT_COUNT);
        var form = Form.of(parameters);
        var today = HouseClock.today(clock);
        var written = form.text("number", 20);
        var number = written.flatMap(text -> IdentityNumber.read(text, today));
        if (written.isPresent() && number.isEmpty()) {
            form.error("number", "count.unit.number.wrong");
        }
        var birth = form.date("birth", today);
        var housing = form.requiredUuid("housing", "count.unit.housing.missing");
        if (housing.isPresent()
                && reporting.forms().stream().noneMatch(f -> f.id().equals(housing.get()))) {
            form.error("housing", "count.unit.housing.missing");
        }
        var sex = form.choice("sex", CountSplit.Sex.class);
        var about = form.wholeNumber("about", 0, OLDEST);
        var adults = form.wholeNumber("adults", 0, FAMILY);
        var children = form.wholeNumber("children", 0, FAMILY);
        var given = form.text("given", LONGEST);
        var family = form.text("family", LONGEST);
        if (form.hasErrors()) {
            return missing(actor, request, id, unit, form);
        }
        commands.once(
                Action.REPORT_COUNT,
                form.commandKey(),
                () -> {
                    reporting.add(
                            actor,
                            id,
                            unit,
                            new ReportingPeople.Missing(
                                    number.orElse(null),
                                    given.orElse(null),
                                    family.orElse(null),
                                    birth.orElse(null),
                                    about.orElse(null),
                                    sex.orElseGet(() ->
                                            number.map(n ->
                                                            n.isFemale()
                                                                    ? CountSplit.Sex.FEMALE
                                                                    : CountSplit.Sex.MALE)
                                                    .orElse(null)),
                                    housing.orElseThrow(),
                                    form.yesNo("leaving").orElse(null),
                                    form.yesNo("brief").orElse(null),
                                    adults.orElse(1),
                                    children.orElse(0)));
                    return "";
                });
        return Pages.onward(address(id, unit), Notice.success("count.unit.added"));
    }

    @PostMapping(PATH + "/klar")
    ModelAndView sendIn(Actor actor, @PathVariable UUID id, @PathVariable UUID unit) {
        access.require(actor, Action.REPORT_COUNT);
        var left = reporting.sendIn(actor, id, unit);
        return left == 0
                ? Pages.onward(CountRoundsPage.PATH, Notice.success("count.unit.sent"))
                : Pages.onward(address(id, unit), Notice.warning("count.unit.left", left));
    }

    private static String address(UUID id, UUID unit) {
        return CountRoundsPage.PATH + "/" + id + "/enhet/" + unit;
    }
}
