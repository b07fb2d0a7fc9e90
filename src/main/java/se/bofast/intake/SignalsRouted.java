package se.bofast.intake;

import java.util.List;

/// Signals have been taken in, matched and routed. One per batch, in the same transaction.
public record SignalsRouted(List<SignalId> signals) {

    public SignalsRouted {
        signals = List.copyOf(signals);
    }
}
