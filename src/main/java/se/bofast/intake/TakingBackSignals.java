package se.bofast.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.PersonId;

/// Takes signals back that should not have come in, with the reason. Nothing is deleted: they stay,
/// marked as withdrawn.
@Component
class TakingBackSignals {

    /// What the reason for a match says when a person has decided it.
    static final String DECIDED = "DECIDED";

    private final JdbcClient db;
    private final List<SignalWork> work;
    private final Log log;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HouseEyes eyes;

    TakingBackSignals(
            JdbcClient db,
            List<SignalWork> work,
            Log log,
            Clock clock,
            ApplicationEventPublisher events,
            HouseEyes eyes) {
        this.db = db;
        this.work = List.copyOf(work);
        this.log = log;
        this.clock = clock;
        this.events = events;
        this.eyes = eyes;
    }

    /// Those somebody has worked on: answered whom they are about, corrected, or handled.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Set<SignalId> worked(Collection<SignalId> signals) {
        var worked = new HashSet<SignalId>();
        db.sql(
                        """
                        select s.id from intake.signal s
                        where s.board_id = framework.board_id() and s.id = any(:ids)
                          and (s.match_reason = :decided
                               or exists (select 1 from intake.signal_fact f
                                          where f.board_id = s.board_id and f.signal_id = s.id and f.reason <> 'NOTICE'))
                        """)
                .param("ids", ids(signals))
                .param("decided", DECIDED)
                .query((rs, n) -> new SignalId(rs.getObject("id", UUID.class)))
                .list()
                .forEach(worked::add);
        work.forEach(room -> worked.addAll(room.worked(signals)));
        return worked;
    }

    /// The caller has required the action, and asked that nobody has worked on them.
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Action action, Collection<SignalId> signals, String reason) {
        eyes.open(() -> {
            withdraw(action, signals, reason);
            return signals;
        });
    }

    private void withdraw(Action action, Collection<SignalId> signals, String reason) {
        var withdrawn = new ArrayList<SignalId>();
        var people = new ArrayList<PersonId>();
        db.sql(
                        """
                        update intake.signal set withdrawn_at = :at, withdrawn_reason = :reason
                        where board_id = framework.board_id() and id = any(:ids) and withdrawn_at is null
                        returning id, person_id
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("ids", ids(signals))
                .query(rs -> {
                    withdrawn.add(new SignalId(rs.getObject("id", UUID.class)));
                    Optional.ofNullable(rs.getObject("person_id", UUID.class))
                            .map(PersonId::new)
                            .ifPresent(people::add);
                });
        if (withdrawn.isEmpty()) {
            return;
        }
        events.publishEvent(new SignalsWithdrawn(withdrawn));
        var entry = LogEntry.of(action).because("WITHDRAWN").touching(people);
        log.record(
                withdrawn.size() == 1
                        ? entry.about(SignalRelations.KIND, withdrawn.getFirst().value())
                        : entry);
    }

    private static UUID[] ids(Collection<SignalId> signals) {
        return signals.stream().map(SignalId::value).toArray(UUID[]::new);
    }
}
