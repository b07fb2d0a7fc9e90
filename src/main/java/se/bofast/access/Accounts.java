package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /// How long a password that someone else gave opens the door.
    static final Duration ONE_TIME = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private record Credential(
            EmployeeId id,
            String hash,
            int failedAttempts,
            @Nullable Instant lockedUntil,
            Instant changedAt,
            boolean mustChange) {

        boolean isOutOfDate(Instant now) {
            return mustChange && changedAt.plus(ONE_TIME).isBefore(now);
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    // OWASP's first choice: Argon2id, 19 MiB, two passes, one lane.
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodysHash = encoder.encode(UUID.randomUUID().toString());

    Accounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Checks a log-in. Unknown, wrong, disabled, locked and a one-time password out of date all
    /// give the same empty answer, after the same work. Five wrong in a row lock the account for
    /// fifteen minutes.
    @Transactional
    public Optional<EmployeeId> authenticate(String login, String password) {
        var found = credential(login);
        var fits = encoder.matches(password, found.map(Credential::hash).orElse(nobodysHash));
        if (found.isEmpty()) {
            // Here and below: ids only, never what was typed.
            LOG.warn("log-in refused: no such account, or a closed one");
            return Optional.empty();
        }
        var credential = found.get();
        var now = clock.instant();
        var locked = credential.lockedUntil() != null && credential.lockedUntil().isAfter(now);
        if (locked) {
            LOG.warn("log-in refused: account {} is locked", credential.id());
            return Optional.empty();
        }
        if (!fits) {
            var failures = credential.failedAttempts() + 1;
            LOG.warn(
                    "log-in refused: wrong password for account {}{}",
                    credential.id(),
                    failures >= ATTEMPTS ? ", which is locked now" : "");
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
        if (credential.isOutOfDate(now)) {
            LOG.warn(
                    "log-in refused: the one-time password of account {} is out of date",
                    credential.id());
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
                        select c.account_id, c.password_hash, c.failed_attempts, c.locked_until, c.changed_at, c.must_change
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
                            until == null ? null : until.toInstant(),
                            rs.getTimestamp("changed_at").toInstant(),
                            rs.getBoolean("must_change"));
                })
                .optional();
    }
}
