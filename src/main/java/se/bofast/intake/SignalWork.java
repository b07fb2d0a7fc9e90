package se.bofast.intake;

import java.util.Collection;
import java.util.Set;

/// Who has worked on signals. The room that handles them offers a bean.
public interface SignalWork {

    /// Those of the signals that somebody has worked on, so that they can no longer be taken back
    /// as if they had never come. Within a transaction.
    Set<SignalId> worked(Collection<SignalId> signals);
}
