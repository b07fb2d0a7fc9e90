package se.bofast.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Answers what the law says of a threatened home, rule by rule.
///
/// Pure and safe for many threads: the same facts give the same findings on any day.
///
/// [impl->req~deadline.clock~1]
public final class LegalClock {

    private static final Comparator<RuledFinding> MOST_PRESSING_FIRST =
            Comparator.comparingInt((RuledFinding found) -> rank(found.finding()))
                    .thenComparing(found -> dayOf(found.finding()))
                    .thenComparing(found -> found.rule().severity())
                    .thenComparing(found -> found.rule().id());

    private final WorkingDays days;
    private final Map<RuleId, List<Rule>> rules = new TreeMap<>();

    public LegalClock(WorkingDays days) {
        this(days, Rules.ALL);
    }

    LegalClock(WorkingDays days, List<Rule> rules) {
        this.days = days;
        for (var rule : rules) {
            this.rules.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
        }
        this.rules.values().forEach(each -> each.sort(Comparator.comparingInt(Rule::version)));
    }

    /// One finding a rule: days that run (the nearest first, then the gravest), missing facts,
    /// flags, what is done, what does not apply.
    public List<RuledFinding> findings(Facts facts) {
        return rules.keySet().stream()
                .map(id -> finding(id, facts))
                .sorted(MOST_PRESSING_FIRST)
                .toList();
    }

    /// What one rule says, in the version in force on the event's day.
    ///
    /// @throws IllegalArgumentException when there is no such rule
    public RuledFinding finding(RuleId id, Facts facts) {
        var versions = rules.get(id);
        if (versions == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        var rule = versions.getLast();
        var event = eventDay(rule, facts);
        for (var version : versions) {
            var day = eventDay(version, facts);
            if (day != null && version.inForce().includes(day)) {
                rule = version;
                event = day;
            }
        }
        var applies = event == null || rule.inForce().includes(event);
        return new RuledFinding(
                rule,
                applies
                        ? rule.apply(facts, days)
                        : Finding.NotApplicable.because(
                                Remark.of(
                                        RemarkCode.BEFORE_THE_RULE,
                                        versions.getFirst().inForceFrom())),
                facts);
    }

    private static @Nullable LocalDate eventDay(Rule rule, Facts facts) {
        for (var kind : rule.events()) {
            var day = facts.latest(kind);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.Runs runs -> 0;
            case Finding.NotRunning waits -> 1;
            case Finding.Flag flag -> 2;
            case Finding.Done done -> 3;
            case Finding.NotApplicable not -> 4;
        };
    }

    private static LocalDate dayOf(Finding finding) {
        return switch (finding) {
            case Finding.Runs runs -> runs.day();
            case Finding.Done done -> done.doneOn();
            case Finding.NotRunning waits -> LocalDate.MIN;
            case Finding.Flag flag -> LocalDate.MIN;
            case Finding.NotApplicable not -> LocalDate.MIN;
        };
    }
}
