package se.bofast.prevention;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.BreakingGlass;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.PersonId;

/// Nödöppning of a case: by its number, for who knows it and may break glass. Call within the
/// actor's reach.
@Component
public class OpeningInEmergency {

    /// What came of it.
    public sealed interface Answer {

        /// Open until then.
        record Opened(CaseId id, Instant until) implements Answer {}

        /// Within one's reach anyway: nothing was broken.
        record WithinReach(CaseId id) implements Answer {}

        /// There is no case with the number that the actor could ever see.
        record NoSuchCase() implements Answer {}
    }

    /// A case that is open to the actor for a while.
    public record OpenCase(UUID id, CaseId caseId, String number, Instant until) {}

    private final Cases cases;
    private final CaseReach reach;
    private final BreakingGlass glass;
    private final Access access;
    private final Log log;

    OpeningInEmergency(Cases cases, CaseReach reach, BreakingGlass glass, Access access, Log log) {
        this.cases = cases;
        this.reach = reach;
        this.glass = glass;
        this.access = access;
        this.log = log;
    }

    /// Opens the case with the number. That somebody tried a number that leads nowhere is on record
    /// too.
    @Transactional
    public Answer open(Actor actor, String number, String reason, Duration length) {
        access.require(actor, Action.BREAK_GLASS);
        var id = cases.byNumber(number);
        var subject = id.map(CaseId::subject);
        if (id.isEmpty() || subject.flatMap(s -> reach.between(actor, s)).isEmpty()) {
            log.record(LogEntry.of(Action.BREAK_GLASS).because("NO_SUCH_CASE"));
            return new Answer.NoSuchCase();
        }
        if (access.allows(actor, Action.SEE_CASE, subject.orElseThrow())) {
            return new Answer.WithinReach(id.get());
        }
        var opened = glass.open(actor, subject.get(), persons(id.get()), reason, length);
        return new Answer.Opened(id.get(), opened.endsAt());
    }

    private Collection<PersonId> persons(CaseId id) {
        return cases.find(id).flatMap(c -> Optional.ofNullable(c.person())).stream().toList();
    }

    /// The cases the actor has open now.
    @Transactional(readOnly = true)
    public List<OpenCase> mine(Actor actor) {
        access.require(actor, Action.BREAK_GLASS);
        return glass.mine(actor).stream()
                .filter(o -> o.subject().kind().equals(CaseId.KIND))
                .flatMap(o -> {
                    var id = new CaseId(o.subject().id());
                    return cases
                            .find(id)
                            .map(c -> new OpenCase(o.id(), id, c.number(), o.endsAt()))
                            .stream();
                })
                .toList();
    }

    /// Until when the case is open to the actor through a nödöppning.
    @Transactional(readOnly = true)
    public Optional<Instant> until(Actor actor, CaseId id) {
        return glass.mine(actor).stream()
                .filter(o -> o.subject().equals(id.subject()))
                .map(BreakingGlass.Opened::endsAt)
                .max(Instant::compareTo);
    }

    /// Closes a nödöppning before its time is out.
    @Transactional
    public void close(Actor actor, UUID id) {
        glass.close(actor, id);
    }
}
