package se.bofast.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes pressing twice make one, also when the first answer was lost on the way.
@Component
public class Commands {

    private final JdbcClient db;
    private final Clock clock;

    Commands(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Runs the work once per form: the key's second coming gets the first one's result.
    ///
    /// The key is claimed in the work's own transaction, so a second press waits for the first and
    /// a failed first leaves the key free.
    ///
    /// @param action what is done; the same key may be used for different actions
    /// @param work gives the id or code that the answer is made from; never a person's data
    @Transactional
    public String once(Enum<?> action, UUID key, Supplier<String> work) {
        var claimed =
                db.sql(
                                """
                                insert into page.command (board_id, area_id, account_id, action, key, result, at)
                                values (framework.board_id(), (framework.area_ids())[1], framework.account_id(),
                                    :action, :key, '', :at)
                                on conflict do nothing
                                """)
                        .param("action", action.name())
                        .param("key", key)
                        .param("at", Timestamp.from(clock.instant()))
                        .update();
        if (claimed == 0) {
            return db.sql(
                            """
                            select result from page.command
                            where board_id = framework.board_id() and account_id = framework.account_id()
                              and action = :action and key = :key
                            """)
                    .param("action", action.name())
                    .param("key", key)
                    .query(String.class)
                    .single();
        }
        var result = work.get();
        db.sql(
                        """
                        update page.command set result = :result
                        where board_id = framework.board_id() and account_id = framework.account_id()
                          and action = :action and key = :key
                        """)
                .param("result", result)
                .param("action", action.name())
                .param("key", key)
                .update();
        return result;
    }
}
