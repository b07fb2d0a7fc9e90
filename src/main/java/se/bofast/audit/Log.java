package se.bofast.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;
import se.bofast.kernel.NewId;
import tools.jackson.databind.json.JsonMapper;

/// The log (SoLPuL 10 §: access is documented so that it can be checked).
@Component
public class Log {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;

    Log(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Records in the caller's transaction: what is not on record did not happen.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(LogEntry entry) {
        var reach = Reach.current();
        db.sql(
                        """
                        insert into audit.entry (board_id, area_id, id, at, account_id, unit_id, role,
                            action, reason, subject_kind, subject_id, person_ids, change, tx)
                        values (:board, :area, :id, :at, :account, :unit, :role,
                            :action, :reason, :kind, :subject, :persons, cast(:change as jsonb), pg_current_xact_id())
                        """)
                .param("board", reach.requiredBoard().value())
                .param("area", reach.homeArea().value())
                .param("id", NewId.at(clock))
                .param("at", Timestamp.from(clock.instant()))
                .param("account", reach.employee() == null ? null : reach.employee().value())
                .param("unit", reach.unit() == null ? null : reach.unit().value())
                .param("role", reach.role())
                .param("action", entry.action())
                .param("reason", entry.reason())
                .param("kind", entry.subjectKind())
                .param("subject", entry.subjectId())
                .param(
                        "persons",
                        entry.persons().stream()
                                .map(p -> p.value())
                                .distinct()
                                .toArray(UUID[]::new))
                .param("change", change(entry))
                .update();
    }

    private static @Nullable String change(LogEntry entry) {
        if (entry.before().isEmpty() && entry.after().isEmpty()) {
            return null;
        }
        return JSON.writeValueAsString(Map.of("before", entry.before(), "after", entry.after()));
    }
}
