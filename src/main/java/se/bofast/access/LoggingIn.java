package se.bofast.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// Puts on record that an employee came and went. Call within the actor's reach.
@Component
public class LoggingIn {

    private final Log log;

    LoggingIn(Log log) {
        this.log = log;
    }

    @Transactional
    public void came(Actor actor) {
        log.record(LogEntry.of(Action.LOG_IN).about("account", actor.id().value()));
    }

    @Transactional
    public void went(Actor actor) {
        log.record(LogEntry.of(Action.LOG_OUT).about("account", actor.id().value()));
    }
}
