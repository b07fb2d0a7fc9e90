package se.bofast.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.NewId;

/// Keeps the words of a search, so that an address can name the search instead of holding a name or
/// a number. Only who searched can read them, and only for a day.
@Component
public class Searches {

    static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    Searches(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Keeps the words and forgets one's searches of days past.
    @Transactional
    public UUID keep(String words) {
        db.sql(
                        """
                        delete from page.search
                        where board_id = framework.board_id() and account_id = framework.account_id() and at < :old
                        """)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into page.search (board_id, area_id, id, account_id, words, at)
                        values (framework.board_id(), (framework.area_ids())[1], :id, framework.account_id(), :words, :at)
                        """)
                .param("id", id)
                .param("words", words)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// The words of one's own search; empty when it is forgotten, or another's.
    @Transactional(readOnly = true)
    public Optional<String> words(UUID search) {
        return db.sql(
                        """
                        select words from page.search
                        where board_id = framework.board_id() and account_id = framework.account_id() and id = :id
                          and at >= :old
                        """)
                .param("id", search)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .query(String.class)
                .optional();
    }
}
