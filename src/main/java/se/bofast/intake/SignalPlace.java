package se.bofast.intake;

import java.util.Optional;

/// Where a signal is handled. The room that handles it offers a bean.
public interface SignalPlace {

    /// The page of what the signal belongs to. Within a transaction.
    Optional<String> hrefOf(SignalId signal);
}
