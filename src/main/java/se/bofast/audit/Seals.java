package se.bofast.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;

/// The seals of the log of the board and area one works in. Whoever calls has required the action.
@Component
public class Seals {

    /// @param entries how many entries it is over
    /// @param fingerprint as it is told, to note elsewhere
    public record Seal(long number, long entries, Instant at, String fingerprint) {}

    /// @param latest the newest first
    /// @param sealed entries under seals
    /// @param open entries that came after the last seal
    public record Chain(long seals, long sealed, long open, List<Seal> latest) {

        public @Nullable Seal last() {
            return latest.isEmpty() ? null : latest.getFirst();
        }
    }

    private final JdbcClient db;
    private final DataSource database;

    Seals(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /// @param atMost how many of the latest seals
    @Transactional(propagation = Propagation.MANDATORY)
    public Chain chain(int atMost) {
        var area = Reach.current().homeArea().value();
        var latest =
                db.sql(
                                """
                                select number, entries, sealed_at, hash from audit.seal
                                where board_id = framework.board_id() and area_id = :area
                                order by number desc
                                limit :most
                                """)
                        .param("area", area)
                        .param("most", atMost)
                        .query((rs, n) ->
                                new Seal(
                                        rs.getLong("number"),
                                        rs.getLong("entries"),
                                        rs.getTimestamp("sealed_at").toInstant(),
                                        se.bofast.audit.Chain.written(rs.getBytes("hash"))))
                        .list();
        var sealed =
                db.sql(
                                """
                                select coalesce(sum(entries), 0) from audit.seal
                                where board_id = framework.board_id() and area_id = :area
                                """)
                        .param("area", area)
                        .query(Long.class)
                        .single();
        return new Chain(
                latest.isEmpty() ? 0 : latest.getFirst().number(), sealed, open(area), latest);
    }

    private long open(UUID area) {
        return db.sql(
                        """
                        select count(*) from audit.entry e
                        where e.board_id = framework.board_id() and e.area_id = :area
                          and e.tx >= coalesce((select max(s.below_tx) from audit.seal s
                                                where s.board_id = framework.board_id() and s.area_id = :area),
                                               cast('0' as xid8))
                        """)
                .param("area", area)
                .query(Long.class)
                .single();
    }

    /// Reckons every seal anew, from what the entries say now.
    @Transactional(propagation = Propagation.MANDATORY)
    public LogVerification.Verified verify() {
        var reach = Reach.current();
        var connection = DataSourceUtils.getConnection(database);
        try {
            return new LogVerification(connection)
                    .log(reach.requiredBoard().value(), reach.homeArea().value());
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
