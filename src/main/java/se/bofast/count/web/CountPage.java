package se.bofast.count.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.access.Paced;
import se.bofast.count.CountSheet;
import se.bofast.count.CountWords;
import se.bofast.count.Counted;
import se.bofast.count.Counting;
import se.bofast.count.Figure;
import se.bofast.count.Figures;
import se.bofast.count.Grouping;
import se.bofast.count.Value;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Pages;
import se.bofast.page.Tab;
import se.bofast.page.Words;
import tools.jackson.databind.json.JsonMapper;

/// Uppföljning: the figures of the board, split, by month, and what each means.
@Controller
class CountPage {

    static final String PATH = "/uppfoljning";
    static final String CASES_PATH = PATH + "/arenden";
    static final String FIGURE_PATH = PATH + "/matt/";

    private static final List<Figure> HEADLINES =
            List.of(
                    Figures.PEOPLE_THREATENED,
                    Figures.REACHED,
                    Figures.DAYS_TO_CONTACT,
                    Figures.HOMES_KEPT,
                    Figures.EVICTIONS_EXECUTED,
                    Figures.CHILDREN_EVICTED);
    private static final List<Figure> SPLIT =
            List.of(
                    Figures.SIGNALS,
                    Figures.CASES,
                    Figures.REACHED,
                    Figures.OUTCOMES,
                    Figures.SETTLED_ALONE,
                    Figures.HOMES_KEPT,
                    Figures.EVICTIONS_EXECUTED);
    private static final List<Figure> MONTHS =
            List.of(
                    Figures.THREATS,
                    Figures.REACHED,
                    Figures.HOMES_KEPT,
                    Figures.EVICTIONS_DECIDED,
                    Figures.EVICTIONS_EXECUTED);

    private final Counting counting;
    private final Access access;
    private final Frames frames;
    private final Clock clock;

    CountPage(Counting counting, Access access, Frames frames, Clock clock) {
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
        var form = Form.of(query);
        var filter = CountFilter.read(form, HouseClock.today(clock));
        var words = frames.words(request);
        var counted = counting.of(actor, filter.selection());
        var before =
                filter.compare()
                        ? Optional.of(counting.of(actor, filter.selection().yearBefore()))
                        : Optional.<Counted>empty();
        var drills = access.allows(actor, Action.DRILL_STATISTICS);
        var shown = new LinkedHashMap<String, ShownFigure>();
        for (var figure : counted.figures()) {
            shown.put(figure.key(), shown(words, form, figure, counted, before, drills));
        }
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("presets", Choice.all(CountFilter.Preset.class, words));
        model.put("narrow", filter.isNarrow());
        model.put("from", filter.selection().from());
        model.put("to", filter.selection().to());
        model.put("units", counting.units());
        model.put("landlords", counting.landlords());
        model.put("sentences", sentences(words, counted));
        model.put("headlines", HEADLINES.stream().map(f -> shown.get(f.key())).toList());
        model.put("figures", List.copyOf(shown.values()));
        model.put("compared", filter.compare());
        model.put("splitLabel", words.label(filter.split()));
        model.put("splitHeads", heads(words, SPLIT));
        model.put("splitLines", lines(words, counted, filter.split(), SPLIT));
        model.put("tabs", tabs(words, form, filter.split()));
        model.put("monthHeads", heads(words, MONTHS));
        model.put("monthLines", lines(words, counted, Grouping.MONTH, MONTHS));
        model.put("chart", chart(words, counted));
        model.put("hidden", counted.hidden());
        model.put(
                "exports",
                access.allows(actor, Action.EXPORT_STATISTICS)
                        ? List.of(
                                CountFilter.address(PATH + "/fil.csv", form).toString(),
                                CountFilter.address(PATH + "/fil.xlsx", form).toString())
                        : List.<String>of());
        return Pages.render("count/web/count", model);
    }

    /// What a figure means.
    @GetMapping(FIGURE_PATH + "{key}")
    ModelAndView figure(Actor actor, @PathVariable String key) {
        access.require(actor, Action.SEE_STATISTICS);
        var figure = Figures.of(key).orElseThrow(NotFound::new);
        return Pages.render("count/web/figure", Map.of("figure", figure, "all", Figures.ALL));
    }

    /// The cases behind a figure.
    @GetMapping(CASES_PATH)
    ModelAndView cases(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.DRILL_STATISTICS);
        var form = Form.of(query);
        var filter = CountFilter.read(form, HouseClock.today(clock));
        var figure = Figures.of(form.value("matt")).orElseThrow(NotFound::new);
        return Pages.render(
                "count/web/cases",
                Map.of(
                        "figure", figure,
                        "from", filter.selection().from(),
                        "to", filter.selection().to(),
                        "cases", counting.behind(actor, figure, filter.selection()),
                        "back", CountFilter.address(PATH, form).toString()));
    }

    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/fil.csv")
    ResponseEntity<byte[]> csv(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.EXPORT_STATISTICS);
        var counted = forFile(actor, query);
        return file(
                "text/csv;charset=UTF-8",
                name(counted, "csv"),
                CountSheet.csv(counted, frames.words(request)));
    }

    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/fil.xlsx")
    ResponseEntity<byte[]> xlsx(
            Actor actor,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.EXPORT_STATISTICS);
        var counted = forFile(actor, query);
        return file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name(counted, "xlsx"),
                CountSheet.xlsx(counted, frames.words(request)));
    }

    private Counted forFile(Actor actor, MultiValueMap<String, String> query) {
        var filter = CountFilter.read(Form.of(query), HouseClock.today(clock));
        return counting.forFile(actor, filter.selection());
    }

    private static String name(Counted counted, String ending) {
        return "bofast-%s-%s.%s"
                .formatted(counted.selection().from(), counted.selection().to(), ending);
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static ShownFigure shown(
            Words words,
            Form form,
            Figure figure,
            Counted counted,
            Optional<Counted> before,
            boolean drills) {
        var value = counted.value(figure);
        return new ShownFigure(
                figure.key(),
                words.t(figure.nameKey()),
                CountWords.number(words, figure, value, counted),
                CountWords.share(words, figure, value),
                before.map(earlier -> both(words, figure, earlier.value(figure))).orElse(null),
                FIGURE_PATH + figure.key(),
                drills && value.part() > 0
                        ? CountFilter.address(CASES_PATH, form)
                                .with("matt", figure.key())
                                .toString()
                        : null);
    }

    private static String both(Words words, Figure figure, Value value) {
        var share = CountWords.share(words, figure, value);
        return share.isEmpty() || figure.measure().isDays()
                ? CountWords.number(words, figure, value)
                : share;
    }

    private static List<String> sentences(Words words, Counted counted) {
        var sentences = new ArrayList<String>();
        sentences.add(
                words.t(
                        "count.sentence.people",
                        number(words, Figures.PEOPLE_THREATENED, counted),
                        number(words, Figures.CASES, counted),
                        number(words, Figures.REACHED, counted)));
        sentences.add(
                words.t(
                        "count.sentence.homes",
                        number(words, Figures.HOMES_KEPT, counted),
                        number(words, Figures.EVICTIONS_EXECUTED, counted)));
        var children = counted.value(Figures.CHILDREN_EVICTED);
        sentences.add(
                !children.hidden() && children.part() == 0
                        ? words.t("count.sentence.noChild")
                        : words.t(
                                "count.sentence.children",
                                number(words, Figures.CHILDREN_EVICTED, counted)));
        return sentences;
    }

    private static String number(Words words, Figure figure, Counted counted) {
        return CountWords.number(words, figure, counted.value(figure));
    }

    private static List<String> heads(Words words, List<Figure> figures) {
        return figures.stream().map(figure -> words.t(figure.nameKey())).toList();
    }

    private static List<SplitLine> lines(
            Words words, Counted counted, Grouping grouping, List<Figure> figures) {
        return counted.by(grouping).stream()
                .map(line ->
                        new SplitLine(
                                CountWords.group(words, grouping, line),
                                figures.stream()
                                        .map(figure -> both(words, figure, line.value(figure)))
                                        .toList()))
                .toList();
    }

    private static List<Tab> tabs(Words words, Form form, Grouping open) {
        return Arrays.stream(Grouping.values())
                .filter(grouping -> grouping != Grouping.MONTH)
                .map(grouping ->
                        new Tab(
                                words.label(grouping),
                                CountFilter.address(PATH, form)
                                                .with("split", grouping.name())
                                                .toString()
                                        + "#split",
                                grouping == open))
                .toList();
    }

    /// What the script draws; a hidden number is a gap.
    private static String chart(Words words, Counted counted) {
        var months = counted.by(Grouping.MONTH);
        var series =
                MONTHS.stream()
                        .map(figure -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("name", words.t(figure.nameKey()));
                            one.put(
                                    "data",
                                    months.stream()
                                            .map(line -> line.value(figure))
                                            .map(value ->
                                                    value.hidden() ? "-" : (Object) value.part())
                                            .toList());
                            return one;
                        })
                        .toList();
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "language",
                                words.language(),
                                "months",
                                months.stream()
                                        .map(line -> CountWords.group(words, Grouping.MONTH, line))
                                        .toList(),
                                "series",
                                series));
    }
}
