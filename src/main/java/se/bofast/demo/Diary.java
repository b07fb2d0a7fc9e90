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
    }

    private final TreeMap<Instant, SequencedMap<String, List<Work>>> works = new TreeMap<>();
    private final TreeMap<Instant, List<Step>> lists = new TreeMap<>();

    void add(LocalDate day, LocalTime time, String login, Work work) {
        works.computeIfAbsent(
                        day.atTime(time).atZone(HouseClock.ZONE).toInstant(),
                        at -> new LinkedHashMap<>())
                .computeIfAbsent(login, who -> new ArrayList<>())
                .add(work);
    }

    void add(String login, DemoList list) {
        lists.computeIfAbsent(list.at(), at -> new ArrayList<>())
                .add(new Step.Listed(list.at(), login, list));
    }

    /// All steps in order; what comes at the same moment in the order it was added, lists first.
    List<Step> steps() {
        var moments = new TreeMap<Instant, List<Step>>();
        lists.forEach(
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
