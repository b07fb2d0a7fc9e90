package se.bofast.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;

/// Accounts by what their owners type at log-in.
@Component
public class Logins {

    private final JdbcClient db;

    Logins(JdbcClient db) {
        this.db = db;
    }

    /// @throws NotFound if there is no such account
    @Transactional(readOnly = true)
    public EmployeeId find(String login) {
        return db.sql("select id from access.account where login = lower(:login)")
                .param("login", login)
                .query((rs, n) -> new EmployeeId(rs.getObject("id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
