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
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.NotFound;

/// Asks every room that owns matters.
@Component
public class MatterBook {

    private final ObjectProvider<Matters> rooms;

    private final Access access;

    MatterBook(ObjectProvider<Matters> rooms, Access access) {
        this.rooms = rooms;
        this.access = access;
    }

    /// The matter, for writing down what one does in it.
    ///
    /// @throws NotFound if there is none the actor may work in
    @Transactional(readOnly = true)
    public Matters.Matter forWork(Actor actor, UUID id) {
        var matter = get(id);
        access.require(actor, Action.LOG_CONTACT, matter.subject());
        return matter;
    }

    /// @throws NotFound if no room has such a matter within reach
    @Transactional(readOnly = true)
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
