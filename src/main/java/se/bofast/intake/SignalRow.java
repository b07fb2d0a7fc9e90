package se.bofast.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.kernel.PersonId;

/// A signal ready to be written.
record SignalRow(
        SignalId id,
        NewSignal signal,
        Fingerprint print,
        @Nullable SignalId earlier,
        @Nullable PersonId person,
        MatchState state,
        @Nullable Integer score,
        @Nullable String reason,
        List<Matching.Candidate> candidates,
        Routing.Routed routed,
        List<Fact> facts) {

    SignalRow about(PersonId other) {
        return new SignalRow(
                id, signal, print, earlier, other, state, score, reason, candidates, routed, facts);
    }
}
