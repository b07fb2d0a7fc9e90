package se.bofast.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;

/// Which logs there are in the house.
@Component
public class Logs {

    private final JdbcClient db;

    Logs(JdbcClient db) {
        this.db = db;
    }

    /// The reach of the house itself into each board and area with a log.
    public List<Reach> all() {
        return db.sql("select board_id, area_id from audit.logs()")
                .query((rs, n) ->
                        Reach.ofHouse(
                                new BoardId(rs.getObject("board_id", UUID.class)),
                                new AreaId(rs.getObject("area_id", UUID.class))))
                .list();
    }
}
