package se.bofast.support;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.bofast.access.Subject;
import se.bofast.kernel.NotFound;

/// Asks every room that owns matters.
@Component
public class MatterBook {

    private final ObjectProvider<Matters> rooms;

    MatterBook(ObjectProvider<Matters> rooms) {
        this.rooms = rooms;
    }

    /// @throws NotFound if no room has such a matter within reach
    public Matters.Matter get(UUID id) {
        return Optional.ofNullable(find(Set.of(id)).get(id)).orElseThrow(NotFound::new);
    }

    Matters.Matter get(Subject subject) {
        var found = get(subject.id());
        if (!found.subject().equals(subject)) {
            throw new NotFound();
        }
        return found;
    }

    Map<UUID, Matters.Matter> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, Matters.Matter>();
        if (!ids.isEmpty()) {
            var asked = List.copyOf(Set.copyOf(ids));
            rooms.forEach(room -> found.putAll(room.find(asked)));
        }
        return found;
    }
}
