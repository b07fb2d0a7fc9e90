package se.bofast.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.Reach;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.person.Comparison.Band;
import se.bofast.person.DoublePair.State;
import se.bofast.person.DoublePairs.Kept;
import se.bofast.person.DoublePairs.Suggestion;

/// Looks for doubles among everybody in the register. Reads in one transaction, compares in none,
/// and writes all of what it found in one: run twice, it finds the search done and does nothing.
@Component
class LookingForDoubles implements JobKind {

    private static final int STEPS = 3;

    private final LinkRegister register;
    private final DoublePairs pairs;
    private final DoubleSearches searches;
    private final TransactionTemplate transaction;
    private final Log log;
    private final Clock clock;

    LookingForDoubles(
            LinkRegister register,
            DoublePairs pairs,
            DoubleSearches searches,
            TransactionTemplate transaction,
            Log log,
            Clock clock) {
        this.register = register;
        this.pairs = pairs;
        this.searches = searches;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String code() {
        return DoubleSearches.KIND;
    }

    @Override
    public void run(JobRun run) {
        var search = run.uuid(DoubleSearches.SEARCH);
        var reach = Reach.current();
        // The house looks by itself from then on, whoever leaves.
        Reach.ofHouse(reach.requiredBoard(), reach.homeArea())
                .within(() -> {
                    searches.orderNextNight();
                    return null;
                });
        var began = System.nanoTime();
        var read = register.read();
        run.progress(1, STEPS);
        var found = new FindingDoubles(LinkWeights.CURRENT).among(read.records());
        run.progress(2, STEPS);
        transaction.executeWithoutResult(status -> write(search, read, found, began));
        run.progress(STEPS, STEPS);
    }

    private void write(
            UUID search, LinkRegister.Register read, FindingDoubles.Found found, long began) {
        if (searches.isDone(search)) {
            return;
        }
        var written =
                pairs.suggest(
                        suggestions(read, found),
                        search,
                        LinkWeights.CURRENT.version(),
                        clock.instant());
        pairs.lapseAllBut(search);
        var linked = written.stream().filter(pair -> pair.state() == State.LINKED).toList();
        pairs.linkedBySearch(
                linked.stream().map(pair -> NewId.at(clock)).toList(),
                linked.stream().map(Kept::id).toList(),
                clock.instant());
        for (var pair : linked) {
            log.record(
                    LogEntry.of(Action.DECIDE_LINK)
                            .because("AUTOMATIC")
                            .about(DoublePair.KIND, pair.id().value())
                            .touching(List.of(pair.first(), pair.second())));
        }
        var seen = new LinkedHashSet<PersonId>();
        written.forEach(pair -> {
            seen.add(pair.first());
            seen.add(pair.second());
        });
        log.record(
                LogEntry.of(Action.LOOK_FOR_DOUBLES)
                        .about(DoubleSearches.SUBJECT, search)
                        .touching(seen));
        searches.done(
                search,
                read.records().size(),
                linked.size(),
                written.size() - linked.size(),
                (System.nanoTime() - began) / 1_000_000);
    }

    /// All but what a person has told apart. Linked at once: what is sure, concerns no protected
    /// person, and contradicts nothing that was decided.
    private List<Suggestion> suggestions(LinkRegister.Register read, FindingDoubles.Found found) {
        var groups = new LinkGroups();
        for (var pair : pairs.decided()) {
            if (pair.state() == State.APART) {
                groups.apart(pair.first().value(), pair.second().value());
            } else {
                groups.link(pair.first().value(), pair.second().value());
            }
        }
        var clusters = new HashMap<Integer, Integer>();
        for (var cluster : found.clusters()) {
            cluster.forEach(row -> clusters.put(row, cluster.getFirst()));
        }
        var suggestions = new ArrayList<Suggestion>();
        for (var pair : found.pairs()) {
            var one = read.records().get(pair.first()).id();
            var other = read.records().get(pair.second()).id();
            if (groups.areApart(one, other)) {
                continue;
            }
            var sure =
                    pair.comparison().band() == Band.AUTOMATIC
                            && clusters.containsKey(pair.first())
                            && clusters.get(pair.first()).equals(clusters.get(pair.second()))
                            && !read.hidden().contains(one)
                            && !read.hidden().contains(other)
                            && groups.mayLink(one, other);
            if (sure) {
                groups.link(one, other);
            }
            // The database orders ids as they are written.
            var inOrder = one.toString().compareTo(other.toString()) < 0;
            suggestions.add(
                    new Suggestion(
                            NewId.at(clock),
                            inOrder ? one : other,
                            inOrder ? other : one,
                            sure ? State.LINKED : State.WAITING,
                            pair.comparison()));
        }
        // Linked through others already: nothing to ask.
        suggestions.removeIf(each ->
                each.state() == State.WAITING && groups.areTogether(each.first(), each.second()));
        return suggestions;
    }
}
