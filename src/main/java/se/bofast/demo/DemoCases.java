package se.bofast.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.intake.ReadingSignals;
import se.bofast.intake.SignalId;
import se.bofast.kernel.PersonId;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.support.MatterBook;

/// Finds what the threats of the plan became, by the number the sender gave.
@Component
class DemoCases {

    private final ReadingSignals signals;
    private final CaseLists cases;
    private final MatterBook matters;

    DemoCases(ReadingSignals signals, CaseLists cases, MatterBook matters) {
        this.signals = signals;
        this.cases = cases;
        this.matters = matters;
    }

    Map<Threat, CaseId> of(Collection<Threat> threats) {
        var found = new HashMap<Threat, CaseId>();
        var bySignal = signals(threats);
        var byCase = cases.ofSignals(bySignal.values());
        bySignal.forEach((threat, signal) -> {
            var id = byCase.get(signal);
            if (id != null) {
                found.put(threat, id);
            }
        });
        return found;
    }

    CaseId of(Threat threat) {
        return Optional.ofNullable(of(List.of(threat)).get(threat)).orElseThrow();
    }

    SignalId signal(Threat threat) {
        return Optional.ofNullable(signals(List.of(threat)).get(threat)).orElseThrow();
    }

    private Map<Threat, SignalId> signals(Collection<Threat> threats) {
        var found = new HashMap<Threat, SignalId>();
        var byReference = signals.byReference(threats.stream().map(Threat::reference).toList());
        threats.forEach(threat -> {
            var signal = byReference.get(threat.reference());
            if (signal != null) {
                found.put(threat, signal);
            }
        });
        return found;
    }

    String number(Threat threat) {
        return matters.get(of(threat).value()).number();
    }

    /// Whom the case is about; null while nobody knows.
    @Nullable PersonId person(CaseId id) {
        return matters.get(id.value()).person();
    }
}
