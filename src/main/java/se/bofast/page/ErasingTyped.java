package se.bofast.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// What colleagues typed and have not saved, and what their presses came to, where it names
/// somebody erased.
@Component
class ErasingTyped implements Retained {

    private final JdbcClient db;
    private final Clock clock;

    ErasingTyped(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Storey storey() {
        return Storey.GROUND;
    }

    /// The rows are others' own or the runner's; a procedure takes them, and only of whom two have
    /// decided so.
    @Override
    public List<Kept> tables() {
        return List.of();
    }

    @Override
    public void loosen(ErasedIds ids) {
        db.sql("call page.erase_mentions(:ids, :before)")
                .param("ids", ids.all().toArray(UUID[]::new))
                .param("before", Timestamp.from(clock.instant().minus(Searches.KEPT)))
                .update();
    }
}
