package se.bofast.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The way into an empty database: a link that works once, for a day, and makes the first board and
/// its administrator.
@Component
public class FirstAdministrator {

    static final Duration VALID = Duration.ofHours(24);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The first board and who will run it.
    ///
    /// @param neutralName what the outside of an envelope may say instead of the board's name
    /// @param login see {@link ManagingEmployees#isLogin}
    /// @param password at least {@link OwnSettings#SHORTEST_PASSWORD} characters
    public record Founding(
            String municipality,
            String county,
            String boardName,
            String neutralName,
            String name,
            String login,
            String password) {

        /// Without the password and the names.
        @Override
        public String toString() {
            return "Founding";
        }
    }

    /// What the two first units are called, in the language of the one who founds.
    public record UnitNames(String housing, String staff) {}

    private final JdbcClient db;
    private final FoundingBoard founding;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            JdbcClient db,
            FoundingBoard founding,
            Accounts accounts,
            Log log,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.founding = founding;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes a new token if no board stands in the database; earlier ones are then dead.
    ///
    /// @return what follows `/start/` in the link; kept nowhere but in the answer
    @Transactional
    public Optional<String> newToken() {
        if (!founding.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        db.sql("update access.setup_link set used_at = :now where used_at is null")
                .param("now", Timestamp.from(now))
                .update();
        db.sql(
                        """
                        insert into access.setup_link (id, token_hash, made_at, valid_until)
                        values (:id, :hash, :now, :until)
                        """)
                .param("id", NewId.at(clock))
                .param("hash", hash(token))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(VALID)))
                .update();
        return Optional.of(token);
    }

    /// True if the token opens the page: known, unused, within its day.
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return db.sql(
                                """
                                select count(*) from access.setup_link
                                where token_hash = :hash and used_at is null and valid_until > :now
                                """)
                        .param("hash", hash(token))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Makes the board, its units for housing and for staff, and its administrator, who is also
    /// head of unit until there are others. All or nothing; the link is dead afterwards.
    ///
    /// @throws NotFound if the token does not open the page (any more)
    public void found(String token, Founding first, UnitNames names) {
        var board = founding.next();
        board.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status -> {
                        use(token);
                        founding.found(
                                board,
                                first.boardName(),
                                first.municipality(),
                                first.county(),
                                first.neutralName());
                        var housing =
                                founding.addUnit(
                                        board, FoundingBoard.UnitKind.HOUSING, names.housing());
                        var staff =
                                founding.addUnit(
                                        board, FoundingBoard.UnitKind.STAFF, names.staff());
                        var account =
                                accounts.add(
                                        first.login(),
                                        first.name(),
                                        Locale.of("sv"),
                                        first.password(),
                                        false);
                        founding.appoint(board, account, Role.ADMINISTRATOR, staff);
                        founding.appoint(board, account, Role.UNIT_HEAD, housing);
                        log.record(
                                LogEntry.of(Action.MANAGE_BOARD)
                                        .about("board", board.board().value())
                                        .changing(
                                                Map.of(),
                                                Map.of("administrator", account.toString())));
                    });
                    return null;
                });
    }

    private void use(String token) {
        var used =
                db.sql(
                                """
                                update access.setup_link set used_at = :now
                                where token_hash = :hash and used_at is null and valid_until > :now
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", hash(token))
                        .update();
        if (used != 1) {
            throw new NotFound();
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
