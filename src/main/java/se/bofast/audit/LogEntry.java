package se.bofast.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// One thing done: an action upon a subject, touching these people.
///
/// @param action the stable name of the action, such as SEE_CASE
/// @param reason why, in the actor's words or as a code; never another's free text
/// @param persons everyone whose data was read or written; may be empty (an empty search)
/// @param before the changed fields as they were
/// @param after the changed fields as they are
public record LogEntry(
        String action,
        @Nullable String reason,
        @Nullable String subjectKind,
        @Nullable UUID subjectId,
        List<PersonId> persons,
        Map<String, String> before,
        Map<String, String> after) {

    public LogEntry {
        persons = List.copyOf(persons);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public static LogEntry of(Enum<?> action) {
        return new LogEntry(action.name(), null, null, null, List.of(), Map.of(), Map.of());
    }

    public LogEntry about(String kind, UUID id) {
        return new LogEntry(action, reason, kind, id, persons, before, after);
    }

    public LogEntry touching(Collection<PersonId> people) {
        return new LogEntry(
                action, reason, subjectKind, subjectId, List.copyOf(people), before, after);
    }

    public LogEntry touching(@Nullable PersonId person) {
        return touching(person == null ? List.of() : List.of(person));
    }

    public LogEntry because(@Nullable String why) {
        return new LogEntry(action, why, subjectKind, subjectId, persons, before, after);
    }

    public LogEntry changing(Map<String, String> was, Map<String, String> is) {
        return new LogEntry(action, reason, subjectKind, subjectId, persons, was, is);
    }
}
