package se.bofast.person;

import java.util.List;
import se.bofast.access.Actor;

/// Counterparts to choose from when a consent or a disclosure is written down: a room that knows
/// both people and landlords offers a bean of it. Without one, the name is typed.
public interface CounterpartSource {

    /// In the order they are to be shown. Only what the actor may see.
    List<Counterpart> counterparts(Actor actor);
}
