package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.PersonId;

/// How people move along the housing chain in a period. A move is of where somebody lives: a night
/// away while the home is kept is none.
@Component
public class CountingFlow {

    /// So many behind a number are listed at most.
    public static final int LISTED = 200;

    /// Nights in night shelters, and how many different people had them.
    public record Shelter(int users, int nights) {}

    /// Somebody behind a number, without a name, and the day it is about.
    public record Behind(UUID person, LocalDate day) {}

    private final FlowRows rows;
    private final Access access;
    private final HouseEyes eyes;
    private final Log log;

    CountingFlow(FlowRows rows, Access access, HouseEyes eyes, Log log) {
        this.rows = rows;
        this.access = access;
        this.eyes = eyes;
        this.log = log;
    }

    /// Whole numbers for who may see behind them; everybody else gets no small ones.
    @Transactional
    public Flow of(Actor actor, Flow.Selection selection) {
        access.require(actor, Action.SEE_STATISTICS);
        var whole = access.allows(actor, Action.DRILL_STATISTICS);
        return eyes.open(() -> new Counted(selection).flow(whole));
    }

    /// @param unit that answers for the stay; null for all
    @Transactional(readOnly = true)
    public Shelter shelter(Actor actor, LocalDate from, LocalDate to, @Nullable UUID unit) {
        access.require(actor, Action.DRILL_STATISTICS);
        return eyes.open(
                () -> rows.shelter(new Flow.Selection(from, to, unit, Flow.Group.EVERYBODY)));
    }

    /// Who is behind a number, at most {@link #LISTED}; on record.
    @Transactional
    public List<Behind> behind(Actor actor, Flow.Selection selection, Flow.Behind number) {
        if (access.require(actor, Action.DRILL_STATISTICS) != Scope.BOARD) {
            throw new Forbidden();
        }
        var found = rows.behind(selection, number, LISTED);
        log.record(
                LogEntry.of(Action.DRILL_STATISTICS)
                        .touching(found.stream().map(Behind::person).map(PersonId::new).toList()));
        return found;
    }

    /// The numbers of a selection, and which of them hang together.
    private final class Counted {

        private final Flow.Selection selection;
        private final Map<Step, FlowRows.Stock> stocks;
        private final TreeMap<String, Integer> moves;
        private final Map<Step, List<KaplanMeier.Span>> spans;
        private final Shelter shelter;
        private final Map<Flow.LeaseEnd, Integer> leases;
        private final List<FlowRows.Cost> costs;
        private final TreeMap<String, Integer> numbers = new TreeMap<>();
        private final List<List<String>> sums = new ArrayList<>();

        Counted(Flow.Selection selection) {
            this.selection = selection;
            this.stocks = rows.stocks(selection);
            this.moves = rows.moves(selection);
            this.spans = rows.spans(selection);
            this.shelter = rows.shelter(selection);
            this.leases = rows.leases(selection);
            this.costs = rows.costs(selection);
            stocks.forEach(this::stock);
            moves.forEach((move, people) -> numbers.put("move " + move, people));
            spans.forEach((step, all) -> {
                numbers.put("stays " + step, all.size());
                numbers.put("over " + step, over(all));
                numbers.put("going on " + step, all.size() - over(all));
                sums.add(List.of("stays " + step, "over " + step, "going on " + step));
            });
            numbers.put("users", shelter.users());
            leases.forEach((cause, ended) -> numbers.put("lease " + cause, ended));
            for (var cost : costs) {
                numbers.put("people " + cost.step(), cost.people());
                numbers.put("priced " + cost.step(), cost.pricedPeople());
                numbers.put("unpriced " + cost.step(), cost.people() - cost.pricedPeople());
                sums.add(
                        List.of(
                                "people " + cost.step(),
                                "priced " + cost.step(),
                                "unpriced " + cost.step()));
            }
        }

        /// Before and begun are together as many as ended and the last night; without a unit, begun
        /// are the moves to the step, and ended those from it.
        private void stock(Step step, FlowRows.Stock stock) {
            numbers.put("before " + step, stock.before());
            numbers.put("began " + step, stock.began());
            numbers.put("ended " + step, stock.ended());
            numbers.put("last " + step, stock.last());
            numbers.put("sum " + step, stock.before() + stock.began());
            sums.add(List.of("sum " + step, "before " + step, "began " + step));
            sums.add(List.of("sum " + step, "ended " + step, "last " + step));
            if (selection.unit() == null) {
                sums.add(moves("began " + step, ">" + step, ""));
                sums.add(moves("ended " + step, "", step + ">"));
            }
        }

        private List<String> moves(String sum, String to, String from) {
            var parts = new ArrayList<String>();
            parts.add(sum);
            moves.keySet().stream()
                    .filter(move -> move.endsWith(to) && move.startsWith(from))
                    .forEach(move -> parts.add("move " + move));
            return parts;
        }

        Flow flow(boolean whole) {
            Set<String> hidden = whole ? Set.of() : HidingCells.hidden(numbers, sums);
            return new Flow(
                    selection,
                    stocks.keySet().stream().map(step -> stock(step, hidden)).toList(),
                    moves.keySet().stream()
                            .map(move ->
                                    new Flow.Move(
                                            step(move.substring(0, move.indexOf('>'))),
                                            step(move.substring(move.indexOf('>') + 1)),
                                            shown(hidden, "move " + move)))
                            .sorted(
                                    java.util.Comparator.comparing(
                                                    (Flow.Move move) -> order(move.from()))
                                            .thenComparing(move -> order(move.to())))
                            .toList(),
                    spans.keySet().stream().map(step -> length(step, hidden)).toList(),
                    shown(hidden, "users"),
                    hidden.contains("users") ? null : Integer.valueOf(shelter.nights()),
                    Arrays.stream(Flow.LeaseEnd.values())
                            .filter(leases::containsKey)
                            .map(cause -> new Flow.Ended(cause, shown(hidden, "lease " + cause)))
                            .toList(),
                    selection.group() == Flow.Group.EVERYBODY ? rows.vacancy(selection) : null,
                    costs.stream().map(cost -> cost(cost, hidden)).toList(),
                    !hidden.isEmpty());
        }

        private Flow.Stock stock(Step step, Set<String> hidden) {
            return new Flow.Stock(
                    step,
                    shown(hidden, "before " + step),
                    shown(hidden, "began " + step),
                    shown(hidden, "ended " + step),
                    shown(hidden, "last " + step));
        }

        private Flow.Length length(Step step, Set<String> hidden) {
            if (hidden.contains("stays " + step)
                    || hidden.contains("over " + step)
                    || hidden.contains("going on " + step)) {
                return new Flow.Length(step, null, null, null, null, null);
            }
            var all = spans.getOrDefault(step, List.of());
            var estimate = new KaplanMeier(all);
            return new Flow.Length(
                    step,
                    all.size(),
                    over(all),
                    estimate.quantile(0.25),
                    estimate.quantile(0.5),
                    estimate.quantile(0.75));
        }

        private Flow.Cost cost(FlowRows.Cost cost, Set<String> hidden) {
            if (hidden.contains("people " + cost.step())) {
                return new Flow.Cost(cost.step(), null, null, null);
            }
            var few =
                    hidden.contains("priced " + cost.step())
                            || hidden.contains("unpriced " + cost.step());
            return few
                    ? new Flow.Cost(cost.step(), cost.nights(), null, null)
                    : new Flow.Cost(cost.step(), cost.nights(), cost.priced(), cost.cost());
        }

        private @Nullable Integer shown(Set<String> hidden, String key) {
            return hidden.contains(key) ? null : numbers.get(key);
        }
    }

    private static int over(List<KaplanMeier.Span> spans) {
        return (int) spans.stream().filter(KaplanMeier.Span::ended).count();
    }

    private static @Nullable Step step(String code) {
        return code.isEmpty() ? null : Step.valueOf(code);
    }

    private static int order(@Nullable Step step) {
        return step == null ? -1 : step.ordinal();
    }
}
