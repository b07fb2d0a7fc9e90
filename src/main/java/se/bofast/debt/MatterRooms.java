package se.bofast.debt;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.kernel.NotFound;

/// The rooms that have matters with debts.
@Component
class MatterRooms {

    private final ObjectProvider<Matters> rooms;

    MatterRooms(ObjectProvider<Matters> rooms) {
        this.rooms = rooms;
    }

    /// Turns away a kind nobody answers for, before the guard is asked about it.
    ///
    /// @throws NotFound if no room has matters of the kind
    Subject known(Subject subject) {
        of(subject.kind());
        return subject;
    }

    /// @throws NotFound if there is no such matter
    Matters.Matter find(Subject subject) {
        var found = of(subject.kind()).find(List.of(subject.id())).get(subject.id());
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    /// All of the matters that are known, by their kind and id.
    Map<Subject, Matters.Matter> find(Collection<Subject> subjects) {
        return byKind(subjects).entrySet().stream()
                .flatMap(kind ->
                        of(kind.getKey()).find(kind.getValue()).entrySet().stream()
                                .map(m ->
                                        Map.entry(
                                                new Subject(kind.getKey(), m.getKey()),
                                                m.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<Subject> within(Actor actor, Scope scope, Collection<Subject> subjects) {
        var within = new HashSet<Subject>();
        byKind(subjects)
                .forEach((kind, ids) ->
                        of(kind).within(actor, scope, ids)
                                .forEach(id -> within.add(new Subject(kind, id))));
        return within;
    }

    private static Map<String, Set<UUID>> byKind(Collection<Subject> subjects) {
        return subjects.stream()
                .collect(
                        Collectors.groupingBy(
                                Subject::kind,
                                Collectors.mapping(Subject::id, Collectors.toSet())));
    }

    private Matters of(String kind) {
        return rooms.stream()
                .filter(room -> room.kind().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
