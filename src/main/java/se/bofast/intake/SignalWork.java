package se.bofast.intake;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import se.bofast.access.Actor;
import se.bofast.access.Scope;

/// Who has worked on signals. The room that handles them offers a bean.
public interface SignalWork {

    /// Those of the signals that somebody has worked on, so that they can no longer be taken back
    /// as if they had never come. Within a transaction.
    Set<SignalId> worked(Collection<SignalId> signals);

    /// What the actor has to do with the matter the signal led to; empty if it led to none. Whoever
    /// works on the matter may see what it began with.
    Optional<Scope> reach(Actor actor, SignalId signal);
}
