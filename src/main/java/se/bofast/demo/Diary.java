package se.bofast.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;

/// Who does what when: gathers work and hands it out as steps, in the order of time.
final class Diary {

    /// Something an employee does.
    interface Work {
        void by(Actor actor);
    }

    /// A piece that is played whole or not at all, or again without harm.
    sealed interface Step {

        Instant at();

        /// Done by one employee at one moment, in one transaction.
        record Together(Instant at, String login, List<Work> works) implements Step {}

        /// A list read in: several transactions, each of which knows what has been done before.
        record Listed(Instant at, String login, DemoList list) implements Step {}

        /// The round is written to: likewise.
        ///
        /// @param from the first day of the times that are proposed
        record Printed(Instant at, String login, List<Threat> round, LocalDate from)
                implements Step {}
    }

    private final TreeMap<Instant, SequencedMap<String, List<Work>>> works = new TreeMap<>();
    private final TreeMap<Instant, List<Step>> spread = new TreeMap<>();

    void add(LocalDate day, LocalTime time, String login, Work work) {
        works.computeIfAbsent(moment(day, time), at -> new LinkedHashMap<>())
                .computeIfAbsent(login, who -> new ArrayList<>())
                .add(work);
    }

    void add(String login, DemoList list) {
        add(new Step.Listed(list.at(), login, list));
    }

    /// Those of the round who have got no invitation get one.
    void print(LocalDate day, LocalTime time, String login, List<Threat> round, LocalDate from) {
        add(new Step.Printed(moment(day, time), login, round, from));
    }

    private void add(Step step) {
        spread.computeIfAbsent(step.at(), at -> new ArrayList<>()).add(step);
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(HouseClock.ZONE).toInstant();
    }

    /// All steps in order; what comes at the same moment in the order it was added, what takes
    /// several transactions first.
    List<Step> steps() {
        var moments = new TreeMap<Instant, List<Step>>();
        spread.forEach(
                (at, step) -> moments.computeIfAbsent(at, m -> new ArrayList<>()).addAll(step));
        works.forEach((at, byLogin) -> {
            var here = moments.computeIfAbsent(at, m -> new ArrayList<>());
            for (Map.Entry<String, List<Work>> entry : byLogin.entrySet()) {
                here.add(new Step.Together(at, entry.getKey(), List.copyOf(entry.getValue())));
            }
        });
        return moments.values().stream().flatMap(List::stream).toList();
    }
}
