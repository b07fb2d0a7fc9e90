package se.bofast.job;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// Work that is over and names somebody erased.
@Component
class ErasingWork implements Retained {

    private final JdbcClient db;

    ErasingWork(JdbcClient db) {
        this.db = db;
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
        db.sql("call job.erase_mentions(:ids)")
                .param("ids", ids.all().toArray(UUID[]::new))
                .update();
    }
}
