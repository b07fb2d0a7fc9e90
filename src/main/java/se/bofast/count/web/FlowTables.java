package se.bofast.count.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.bofast.count.Flow;
import se.bofast.count.Step;
import se.bofast.kernel.Money;
import se.bofast.page.Address;
import se.bofast.page.Form;
import se.bofast.page.Words;
import tools.jackson.databind.json.JsonMapper;

/// The flow in words: its tables, and what the script draws.
///
/// @param before the period it is held against; null: none
public record FlowTables(Words words, Form form, Flow now, @Nullable Flow before, boolean drills) {

    private static final List<String> PARAMETERS = List.of("from", "to", "unit", "group");

    /// A row; an earlier one tells of the period before, below the row it belongs to.
    ///
    /// @param cases where the people behind the number are listed; blank for none
    public record Row(String name, boolean earlier, List<String> cells, String cases) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A move from step to step; a cell a period.
    public record Move(String from, String to, String way, List<String> people, String cases) {

        public Move {
            people = List.copyOf(people);
        }
    }

    public String sentence() {
        return words.t(
                "count.flow.sentence",
                number(now.moves(Step.Way.FORWARD)),
                number(now.moves(Step.Way.BACK)));
    }

    /// `1 januari 2025 till 31 december 2025`.
    public String period(Flow flow) {
        return words.t(
                "count.flow.period",
                words.longDay(flow.selection().from()),
                words.longDay(flow.selection().to()));
    }

    /// `2025-01-01 – 2025-12-31`, where there is little room.
    public String span(Flow flow) {
        return flow.selection().from() + " – " + flow.selection().to();
    }

    /// Numbers of their own: moves each way, shelters, leases, apartments.
    public List<Row> figures() {
        var rows = new ArrayList<Row>();
        for (var way : Step.Way.values()) {
            rows.add(row(words.label(way), "", flow -> number(flow.moves(way))));
        }
        rows.add(
                row(
                        words.t("count.flow.shelter.users"),
                        cases("shelter", "yes"),
                        flow -> number(flow.shelterUsers())));
        rows.add(
                row(
                        words.t("count.flow.shelter.nights"),
                        "",
                        flow -> number(flow.shelterNights())));
        for (var cause : Flow.LeaseEnd.values()) {
            rows.add(
                    row(
                            words.label(cause),
                            cases("lease", cause.name()),
                            flow -> number(flow.leases(cause))));
        }
        rows.add(row("count.flow.apartments", flow -> words.number(flow.apartments())));
        rows.add(row("count.flow.vacant", flow -> words.number(flow.days())));
        rows.add(row("count.flow.vacant.cost", flow -> words.money(flow.cost())));
        rows.add(row("count.flow.vacant.unpriced", flow -> words.number(flow.unpriced())));
        return rows;
    }

    private Row row(String key, Function<Flow.Vacancy, String> part) {
        return row(
                words.t(key),
                "",
                flow -> {
                    var vacancy = flow.vacancy();
                    return vacancy == null ? words.t("count.flow.noGroup") : part.apply(vacancy);
                });
    }

    private Row row(String name, String cases, Function<Flow, String> part) {
        var cells = new ArrayList<String>();
        cells.add(part.apply(now));
        if (before != null) {
            cells.add(part.apply(before));
        }
        return new Row(name, false, cells, cases);
    }

    public List<Row> stocks() {
        return rows(
                Flow::stocks,
                Flow.Stock::step,
                stock ->
                        List.of(
                                number(stock.before()),
                                number(stock.began()),
                                number(stock.ended()),
                                number(stock.last())),
                step -> cases("living", step.name()));
    }

    public List<Row> lengths() {
        return rows(
                Flow::lengths,
                Flow.Length::step,
                length ->
                        List.of(
                                number(length.stays()),
                                number(length.ended()),
                                nights(length, length.quarter()),
                                nights(length, length.median()),
                                nights(length, length.threeQuarters())),
                step -> "");
    }

    public List<Row> costs() {
        return rows(
                Flow::costs,
                Flow.Cost::step,
                cost ->
                        List.of(
                                number(cost.nights()),
                                number(cost.priced()),
                                money(cost.cost()),
                                perNight(cost)),
                step -> "");
    }

    /// What all steps cost together; blank if some of it is hidden.
    public String cost() {
        var sum = Money.ZERO;
        for (var cost : now.costs()) {
            var one = cost.cost();
            if (one == null) {
                return "";
            }
            sum = sum.plus(one);
        }
        return words.money(sum);
    }

    /// A step's row now, and below it the row of the period before.
    private <T> List<Row> rows(
            Function<Flow, List<T>> of,
            Function<T, Step> step,
            Function<T, List<String>> cells,
            Function<Step, String> cases) {
        var rows = new ArrayList<Row>();
        var here = bySteps(of.apply(now), step);
        var there = before == null ? Map.<Step, T>of() : bySteps(of.apply(before), step);
        for (var each : Step.values()) {
            var one = here.get(each);
            var then = there.get(each);
            if (one != null) {
                rows.add(new Row(words.label(each), false, cells.apply(one), cases.apply(each)));
            }
            if (then != null && before != null) {
                rows.add(
                        new Row(
                                words.t("count.flow.then", words.label(each), span(before)),
                                true,
                                cells.apply(then),
                                ""));
            }
        }
        return rows;
    }

    private static <T> Map<Step, T> bySteps(List<T> all, Function<T, Step> step) {
        var found = new LinkedHashMap<Step, T>();
        all.forEach(one -> found.put(step.apply(one), one));
        return found;
    }

    private record Between(@Nullable Step from, @Nullable Step to) {}

    public List<Move> moves() {
        var all = new LinkedHashSet<Between>();
        now.moves().forEach(move -> all.add(new Between(move.from(), move.to())));
        if (before != null) {
            before.moves().forEach(move -> all.add(new Between(move.from(), move.to())));
        }
        return all.stream()
                .map(move -> {
                    var people = new ArrayList<String>();
                    people.add(number(now.moves(move.from(), move.to())));
                    if (before != null) {
                        people.add(number(before.moves(move.from(), move.to())));
                    }
                    return new Move(
                            step(words, move.from()),
                            step(words, move.to()),
                            words.label(new Flow.Move(move.from(), move.to(), null).way()),
                            people,
                            drills
                                    ? address()
                                            .with("step", code(move.from()))
                                            .with("next", code(move.to()))
                                            .toString()
                                    : "");
                })
                .toList();
    }

    private Address address() {
        var address = Address.of(FlowPage.PATH + "/personer");
        for (var name : PARAMETERS) {
            var value = form.value(name);
            address = value.isBlank() ? address : address.with(name, value);
        }
        return address;
    }

    private String cases(String name, String value) {
        return drills ? address().with(name, value).toString() : "";
    }

    private String number(@Nullable Integer number) {
        return number == null ? words.t("count.round.hidden") : words.number(number);
    }

    private String money(@Nullable Money money) {
        return money == null ? words.t("count.round.hidden") : words.money(whole(money));
    }

    /// To the krona: nobody plans by öre.
    private static Money whole(Money money) {
        return new Money(Math.floorDiv(money.ore() + 50, 100L) * 100);
    }

    private String perNight(Flow.Cost cost) {
        var priced = cost.priced();
        var money = cost.cost();
        if (priced == null || money == null) {
            return words.t("count.round.hidden");
        }
        return priced == 0
                ? words.t("count.flow.noPrice")
                : words.money(whole(new Money(money.ore() / priced)));
    }

    private String nights(Flow.Length length, @Nullable Integer nights) {
        if (length.stays() == null) {
            return words.t("count.round.hidden");
        }
        return nights == null ? words.t("count.flow.notYet") : words.number(nights);
    }

    private static String code(@Nullable Step step) {
        return step == null ? "OUTSIDE" : step.name();
    }

    static String step(Words words, @Nullable Step step) {
        return step == null ? words.t("count.flow.outside") : words.label(step);
    }

    /// What the script draws: the same moves, from a step at the left to one at the right.
    public String chart() {
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
        if (links.isEmpty()) {
            return "";
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

    /// The night before the period.
    public LocalDate nightBefore() {
        return now.selection().from().minusDays(1);
    }
}
