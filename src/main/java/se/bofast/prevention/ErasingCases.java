package se.bofast.prevention;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// Cases and what was noted, decided and reached in them.
@Component
class ErasingCases implements Retained {

    private final JdbcClient db;

    ErasingCases(JdbcClient db) {
        this.db = db;
    }

    /// Whoever writes a row that points here waits, and then finds nothing to point at.
    @Override
    public void lock(ErasedIds ids) {
        db.sql(
                        """
                        select id from prevention.prevention_case
                        where board_id = framework.board_id() and id = any (:ids)
                        order by id for update
                        """)
                .param("ids", ids.cases().toArray(UUID[]::new))
                .query(rs -> {});
    }

    @Override
    public Storey storey() {
        return Storey.CASES;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from prevention.case_letter t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.of(
                        """
                        delete from prevention.close_proposal t
                        where t.board_id = framework.board_id() and (t.case_id = any (:cases) or t.signal_id = any (:signals))
                        """),
                Kept.of(
                        """
                        delete from prevention.participation t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.of(
                        """
                        delete from prevention.lost_home_step t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.of(
                        """
                        delete from prevention.outcome_child t
                        where t.board_id = framework.board_id() and t.outcome_id in (
                            select o.id from prevention.outcome o
                            where o.board_id = framework.board_id() and o.case_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from prevention.outcome t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.of(
                        """
                        delete from prevention.decision t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.daily(
                        """
                        delete from prevention.clock_day t
                        where t.board_id = framework.board_id() and (t.case_id = any (:cases) or t.signal_id = any (:signals))
                        """),
                Kept.of(
                        """
                        delete from prevention.case_fact t
                        where t.board_id = framework.board_id() and t.case_id = any (:cases)
                        """),
                Kept.daily(
                        """
                        delete from prevention.case_signal t
                        where t.board_id = framework.board_id() and (t.case_id = any (:cases) or t.signal_id = any (:signals))
                        """),
                Kept.of(
                        """
                        delete from prevention.prevention_case t
                        where t.board_id = framework.board_id() and t.id = any (:cases)
                        """));
    }
}
