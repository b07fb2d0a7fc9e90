package se.bofast.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// What everyone may change of their own account. Call within the actor's reach.
@Component
public class OwnSettings {

    /// The shortest password one may choose.
    public static final int SHORTEST_PASSWORD = 12;

    /// What became of changing the password.
    public enum PasswordChange {
        CHANGED,
        /// The current password was wrong (or the account locked); counted as a failed log-in.
        WRONG_CURRENT,
        TOO_SHORT,
        /// The new one is the current one, or contains the log-in name.
        TOO_EASY,
        /// It would soon be guessed; see {@link EasyPasswords}.
        GUESSABLE
    }

    private final JdbcClient db;
    private final Accounts accounts;
    private final Access access;
    private final Log log;

    OwnSettings(JdbcClient db, Accounts accounts, Access access, Log log) {
        this.db = db;
        this.accounts = accounts;
        this.access = access;
        this.log = log;
    }

    /// What the actor types at log-in.
    @Transactional(readOnly = true)
    public String login(Actor actor) {
        return db.sql("select login from access.account where id = :id")
                .param("id", actor.id().value())
                .query(String.class)
                .single();
    }

    private List<String> known(Actor actor) {
        return db.sql(
                        """
                        select array[a.login, a.display_name, b.name, b.municipality]
                        from access.account a
                        join access.board b on b.id = framework.board_id()
                        where a.id = :id
                        """)
                .param("id", actor.id().value())
                .query((rs, n) -> List.of((String[]) rs.getArray(1).getArray()))
                .single();
    }

    /// @param language Swedish or English
    @Transactional
    public void changeLanguage(Actor actor, Locale language) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        db.sql("update access.account set locale = :locale where id = :id")
                .param("locale", language.getLanguage())
                .param("id", actor.id().value())
                .update();
        log.record(
                LogEntry.of(Action.CHANGE_OWN_SETTINGS)
                        .about(ManagingEmployees.KIND, actor.id().value())
                        .changing(
                                Map.of("locale", actor.locale().getLanguage()),
                                Map.of("locale", language.getLanguage())));
    }

    /// Changes the password, if the current one is right and the new one long enough.
    @Transactional
    public PasswordChange changePassword(Actor actor, String current, String next) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        var login = login(actor);
        if (accounts.authenticate(login, current).isEmpty()) {
            return PasswordChange.WRONG_CURRENT;
        }
        if (next.codePointCount(0, next.length()) < SHORTEST_PASSWORD) {
            return PasswordChange.TOO_SHORT;
        }
        if (next.equals(current) || next.toLowerCase(Locale.ROOT).contains(login)) {
            return PasswordChange.TOO_EASY;
        }
        if (EasyPasswords.has(next, known(actor))) {
            return PasswordChange.GUESSABLE;
        }
        accounts.setPassword(actor.id(), next, false);
        log.record(
                LogEntry.of(Action.CHANGE_OWN_SETTINGS)
                        .about(ManagingEmployees.KIND, actor.id().value())
                        .because("PASSWORD"));
        return PasswordChange.CHANGED;
    }
}
