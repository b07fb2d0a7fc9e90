package se.bofast.prevention;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.bofast.kernel.HouseClock;
import se.bofast.letter.KeptLetter;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.StopReason;
import se.bofast.letter.TemplateCode;
import se.bofast.support.Appointments;

/// Stops letters that are no longer right, whether they wait in a run or stand in a file (req A11),
/// and gives the times they proposed back.
@Component
class StoppingLetters {

    /// Letters that ask a person to come. Those the law demands go out all the same.
    private static final Set<TemplateCode> ASKING =
            Set.of(TemplateCode.INVITATION, TemplateCode.REMINDER);

    private final KeptLetters kept;
    private final CaseLetterLinks links;
    private final Appointments appointments;
    private final Clock clock;

    StoppingLetters(
            KeptLetters kept, CaseLetterLinks links, Appointments appointments, Clock clock) {
        this.kept = kept;
        this.links = links;
        this.appointments = appointments;
        this.clock = clock;
    }

    /// Stops what has not gone out to the people of the cases.
    void ofCases(Collection<UUID> cases, StopReason reason) {
        if (cases.isEmpty()) {
            return;
        }
        stop(
                kept.lockUnsent(CaseId.KIND, cases).stream()
                        .filter(letter -> ASKING.contains(letter.template()))
                        .toList(),
                reason);
    }

    void stop(List<KeptLetter> letters, StopReason reason) {
        if (letters.isEmpty()) {
            return;
        }
        var ids = letters.stream().map(KeptLetter::id).toList();
        kept.become(ids, se.bofast.letter.LetterState.STOPPED, reason, HouseClock.today(clock));
        appointments.letterStopped(
                links.of(ids).values().stream()
                        .map(CaseLetterLinks.Link::appointment)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }
}
