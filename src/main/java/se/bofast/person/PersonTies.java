package se.bofast.person;

import java.util.Set;
import se.bofast.access.Actor;
import se.bofast.kernel.PersonId;

/// Says which people an employee's work is about, where a role does not need the whole board: who
/// rents of the board, who waits for an apartment, whom one carries. Offer a bean of it.
public interface PersonTies {

    /// Those tied to the actor's work today.
    Set<PersonId> of(Actor actor);
}
