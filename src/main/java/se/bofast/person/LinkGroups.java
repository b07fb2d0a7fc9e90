package se.bofast.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who is linked to whom, and who has been told apart. A new link must not make one human of two
/// whom a person has told apart, not even through a third.
final class LinkGroups {

    private final Map<UUID, Set<UUID>> together = new HashMap<>();
    private final Map<UUID, Set<UUID>> apart = new HashMap<>();

    void apart(UUID one, UUID other) {
        apart.computeIfAbsent(one, id -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    }

    boolean areApart(UUID one, UUID other) {
        return apart.getOrDefault(one, Set.of()).contains(other);
    }

    boolean mayLink(UUID one, UUID other) {
        var others = group(other);
        for (var member : group(one)) {
            for (var enemy : apart.getOrDefault(member, Set.of())) {
                if (others.contains(enemy)) {
                    return false;
                }
            }
        }
        return true;
    }

    void link(UUID one, UUID other) {
        var joined = new HashSet<>(group(one));
        joined.addAll(group(other));
        joined.forEach(member -> together.put(member, joined));
    }

    boolean areTogether(UUID one, UUID other) {
        return group(one).contains(other);
    }

    private Set<UUID> group(UUID one) {
        return together.getOrDefault(one, Set.of(one));
    }
}
