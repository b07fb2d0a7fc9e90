package se.bofast.person;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.kernel.PersonId;

/// Whom an employee's work is about, as all rooms together say.
@Component
class Tied {

    private final List<PersonTies> rooms;

    Tied(List<PersonTies> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /// True for who sees people of the whole board: their ties are not asked for.
    static boolean seesAll(Actor actor, Action action) {
        return Permissions.of(actor.roles(), action) == Scope.BOARD;
    }

    @Transactional(readOnly = true)
    public Set<PersonId> to(Actor actor) {
        var people = new HashSet<PersonId>();
        rooms.forEach(room -> people.addAll(room.of(actor)));
        return people;
    }
}
