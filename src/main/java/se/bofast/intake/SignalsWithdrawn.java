package se.bofast.intake;

import java.util.List;

/// Signals have been taken back: they were read in by mistake. One per batch, in the same
/// transaction.
public record SignalsWithdrawn(List<SignalId> signals) {

    public SignalsWithdrawn {
        signals = List.copyOf(signals);
    }
}
