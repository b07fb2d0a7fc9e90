package se.bofast.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import se.bofast.kernel.EmployeeId;

/// The browsers an account is logged in with.
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// Logs the account out everywhere but in the session, if one is given.
    void endOthers(EmployeeId employee, @Nullable String kept) {
        sessions.findByPrincipalName(employee.toString()).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(sessions::deleteById);
    }
}
