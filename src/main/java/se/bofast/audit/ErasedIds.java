package se.bofast.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Whose data goes: people, their cases, the notices in them, and received lists.
public record ErasedIds(
        List<UUID> persons, List<UUID> cases, List<UUID> signals, List<UUID> files) {

    public ErasedIds {
        persons = List.copyOf(persons);
        cases = List.copyOf(cases);
        signals = List.copyOf(signals);
        files = List.copyOf(files);
    }

    /// All of them, each once, in order.
    public List<UUID> all() {
        return Stream.of(persons, cases, signals, files)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
