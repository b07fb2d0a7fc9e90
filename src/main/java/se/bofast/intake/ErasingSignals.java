package se.bofast.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// Notices, what they state, and whom they may be about.
@Component
class ErasingSignals implements Retained {

    private final JdbcClient db;

    ErasingSignals(JdbcClient db) {
        this.db = db;
    }

    /// Whoever writes a row that points here waits, and then finds nothing to point at.
    @Override
    public void lock(ErasedIds ids) {
        db.sql(
                        """
                        select id from intake.signal
                        where board_id = framework.board_id() and id = any (:ids)
                        order by id for update
                        """)
                .param("ids", ids.signals().toArray(UUID[]::new))
                .query(rs -> {});
    }

    @Override
    public Storey storey() {
        return Storey.SIGNALS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.daily(
                        """
                        delete from intake.candidate t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.signal_id = any (:signals))
                        """),
                Kept.of(
                        """
                        delete from intake.signal_fact t
                        where t.board_id = framework.board_id() and t.signal_id = any (:signals)
                        """),
                Kept.of(
                        """
                        delete from intake.signal t
                        where t.board_id = framework.board_id() and t.id = any (:signals)
                        """));
    }
}
