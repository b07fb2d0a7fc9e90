package se.bofast.access;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.PersonId;

/// Puts on record what was tried and not let through.
@Component
class Attempts {

    private static final String PERSON = "person";

    private final Log log;

    Attempts(Log log) {
        this.log = log;
    }

    /// In a transaction of its own: that of the refused work is rolled back.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refused(Action action, Subject subject) {
        log.record(
                LogEntry.of(Action.REFUSED)
                        .because(action.name())
                        .about(subject.kind(), subject.id())
                        .touching(
                                subject.kind().equals(PERSON)
                                        ? List.of(new PersonId(subject.id()))
                                        : List.of()));
    }
}
