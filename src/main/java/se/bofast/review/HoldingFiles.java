package se.bofast.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.RetentionHold;
import se.bofast.audit.RetentionHolds;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Holds a person's file from being erased: for a while, or for ever by a fact on record. Call
/// within the actor's reach.
@Component
public class HoldingFiles {

    private final RetentionHolds holds;
    private final ReadingRetention reading;
    private final Access access;
    private final Log log;

    HoldingFiles(RetentionHolds holds, ReadingRetention reading, Access access, Log log) {
        this.holds = holds;
        this.reading = reading;
        this.access = access;
        this.log = log;
    }

    /// @param untilOn needed unless the ground is for ever
    /// @throws NotFound if the plan has no such person
    @Transactional
    public void hold(
            Actor actor,
            PersonId person,
            RetentionHold.Ground ground,
            @Nullable String note,
            @Nullable LocalDate untilOn) {
        access.require(actor, Action.HOLD_RETENTION);
        reading.one(actor, person.value());
        holds.add(person, ground, note, ground.isForEver() ? null : untilOn);
        log.record(
                LogEntry.of(Action.HOLD_RETENTION)
                        .about("person", person.value())
                        .because(ground.name())
                        .touching(person));
    }

    /// @return whose file it held
    /// @throws NotFound if there is no such hold
    @Transactional
    public PersonId end(Actor actor, UUID hold) {
        access.require(actor, Action.HOLD_RETENTION);
        var person = holds.end(hold).orElseThrow(NotFound::new);
        log.record(
                LogEntry.of(Action.HOLD_RETENTION)
                        .about("person", person.value())
                        .because("ENDED")
                        .touching(person));
        return person;
    }
}
