package se.bofast.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// What became of one signal that was handed in.
public sealed interface Taken {

    SignalId id();

    /// A new signal.
    ///
    /// @param person null while it is not known whom it is about
    /// @param linkedTo the earlier notice with the same fingerprint but other content
    record New(
            SignalId id, MatchState match, @Nullable PersonId person, @Nullable SignalId linkedTo)
            implements Taken {}

    /// The very same notice came before: same receipt.
    record SameReceipt(SignalId id) implements Taken {}

    /// What stands on the receipt.
    default String receipt() {
        return receiptOf(id().value());
    }

    static String receiptOf(UUID id) {
        return id.toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }
}
