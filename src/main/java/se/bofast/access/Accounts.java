package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;

/// Local accounts. Single sign-on will stand beside this, in {@code access.web.LogInConfiguration}.
@Component
public class Accounts {

    static final int ATTEMPTS = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private record Credential(
            EmployeeId id, String hash, int failedAttempts, @Nullable Instant lockedUntil) {}

    private final JdbcClient db;
    private final Clock clock;
    // OWASP's first choice: Argon2id, 19 MiB, two passes, one lane.
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodysHash = encoder.encode(UUID.randomUUID().toString());

    Accounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Checks a log-in. Unknown, wrong, disabled and locked all give the same empty answer, after
    /// the same work. Five wrong in a row lock the account for fifteen minutes.
    @Transactional
    public Optional<EmployeeId> authenticate(String login, String password) {
        var found = credential(login);
        var fits = encoder.matches(password, found.map(Credential::hash).orElse(nobodysHash));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var credential = found.get();
        var now = clock.instant();
        var locked = credential.lockedUntil() != null && credential.lockedUntil().isAfter(now);
        if (locked) {
            return Optional.empty();
        }
        if (!fits) {
            var failures = credential.failedAttempts() + 1;
            db.sql(
                            """
                            update access.credential
                            set failed_attempts = :failures, locked_until = :until
                            where account_id = :id
                            """)
                    .param("failures", failures >= ATTEMPTS ? 0 : failures)
                    .param("until", failures >= ATTEMPTS ? Timestamp.from(now.plus(LOCKED)) : null)
                    .param("id", credential.id().value())
                    .update();
            return Optional.empty();
        }
        db.sql(
                        """
                        update access.credential set failed_attempts = 0, locked_until = null
                        where account_id = :id and (failed_attempts > 0 or locked_until is not null)
                        """)
                .param("id", credential.id().value())
                .update();
        return Optional.of(credential.id());
    }

    /// True if it is the account's password, for what is signed with it. Wrong ones count as at
    /// log-in.
    @Transactional
    public boolean confirms(EmployeeId employee, String password) {
        return db.sql("select login from access.account where id = :id")
                .param("id", employee.value())
                .query(String.class)
                .optional()
                .flatMap(login -> authenticate(login, password))
                .filter(employee::equals)
                .isPresent();
    }

    /// Adds an account.
    ///
    /// @param password at least twelve characters; checked where it is typed
    @Transactional
    public EmployeeId add(
            String login, String name, Locale locale, String password, boolean mustChange) {
        var id = new EmployeeId(NewId.at(clock));
        var now = Timestamp.from(clock.instant());
        db.sql(
                        """
                        insert into access.account (id, login, display_name, locale, created_at)
                        values (:id, lower(:login), :name, :locale, :now)
                        """)
                .param("id", id.value())
                .param("login", login)
                .param("name", name)
                .param("locale", locale.getLanguage())
                .param("now", now)
                .update();
        db.sql(
                        """
                        insert into access.credential (account_id, password_hash, failed_attempts, changed_at, must_change)
                        values (:id, :hash, 0, :now, :must)
                        """)
                .param("id", id.value())
                .param("hash", encoder.encode(password))
                .param("now", now)
                .param("must", mustChange)
                .update();
        return id;
    }

    /// True if the log-in name is in use, also by a disabled account.
    @Transactional(readOnly = true)
    public boolean isTaken(String login) {
        return db.sql("select count(*) from access.account where login = lower(:login)")
                        .param("login", login.strip())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// True if the account's password was given by someone else and must be changed first.
    @Transactional(readOnly = true)
    public boolean mustChange(EmployeeId employee) {
        return db.sql("select must_change from access.credential where account_id = :id")
                .param("id", employee.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Gives the account a new password and opens its lock.
    @Transactional
    void setPassword(EmployeeId employee, String password, boolean mustChange) {
        db.sql(
                        """
                        update access.credential
                        set password_hash = :hash, changed_at = :now, must_change = :must,
                            failed_attempts = 0, locked_until = null
                        where account_id = :id
                        """)
                .param("hash", encoder.encode(password))
                .param("now", Timestamp.from(clock.instant()))
                .param("must", mustChange)
                .param("id", employee.value())
                .update();
    }

    private Optional<Credential> credential(String login) {
        return db.sql(
                        """
                        select c.account_id, c.password_hash, c.failed_attempts, c.locked_until
                        from access.credential c
                        join access.account a on a.id = c.account_id
                        where a.login = lower(:login) and a.disabled_at is null
                        for update of c
                        """)
                .param("login", login.strip())
                .query((rs, n) -> {
                    var until = rs.getTimestamp("locked_until");
                    return new Credential(
                            new EmployeeId(rs.getObject("account_id", UUID.class)),
                            rs.getString("password_hash"),
                            rs.getInt("failed_attempts"),
                            until == null ? null : until.toInstant());
                })
                .optional();
    }
}
