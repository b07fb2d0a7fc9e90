package se.bofast.placement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.bofast.access.Actor;
import se.bofast.kernel.PersonId;

/// What another room knows is to come for people on the chain: a control point of a lease, a follow
/// up. Offer a bean of it.
public interface ChainFact {

    /// Something to come.
    ///
    /// @param key message key of what it is, with `{0}` for the number
    /// @param number of months
    /// @param on the day; may have passed
    /// @param href where one does it
    record Coming(String key, int number, LocalDate on, String href) {}

    /// The next of each person, asked for all at once; nobody of whom there is nothing, or nothing
    /// this actor may see. Called within the reach of the actor and in the page's transaction; logs
    /// what it reads itself.
    Map<PersonId, List<Coming>> coming(Actor actor, Collection<PersonId> people);
}
