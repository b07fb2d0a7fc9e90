package se.bofast.count;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// What units reported of somebody goes with the file. The row of a frozen count stays without whom
/// it was about: a published number can be reckoned again.
@Component
class ErasingReports implements Retained {

    private final JdbcClient db;

    ErasingReports(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Storey storey() {
        return Storey.CASES;
    }

    @Override
    public void loosen(ErasedIds ids) {
        db.sql(
                        """
                        update count.counted set person_id = null
                        where board_id = framework.board_id() and person_id = any (:persons)
                        """)
                .param("persons", ids.persons().toArray(UUID[]::new))
                .update();
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from count.ruling t
                        where t.board_id = framework.board_id() and t.report_id in (
                            select r.id from count.report r
                            where r.board_id = framework.board_id() and r.person_id = any (:persons))
                        """),
                Kept.of(
                        """
                        delete from count.report_fact t
                        where t.board_id = framework.board_id() and t.report_id in (
                            select r.id from count.report r
                            where r.board_id = framework.board_id() and r.person_id = any (:persons))
                        """),
                Kept.of(
                        """
                        delete from count.report t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
