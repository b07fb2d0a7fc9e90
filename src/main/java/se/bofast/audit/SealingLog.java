package se.bofast.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;

/// Seals what has come into the log of a board and area since its last seal.
@Component
class SealingLog {

    private static final Logger LOG = LoggerFactory.getLogger(SealingLog.class);

    /// A seal as it was set.
    ///
    /// @param entries how many entries it is over
    /// @param written its hash, as it is told
    record Seal(long number, long entries, String written) {}

    private record Last(long number, String belowTx, byte @Nullable [] hash) {}

    private record Segment(long entries, byte[] sum) {}

    private final JdbcClient db;
    private final Clock clock;

    SealingLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Within the reach of the board and area. Nothing new is no seal.
    @Transactional
    Optional<Seal> seal() {
        var reach = Reach.current();
        var board = reach.requiredBoard().toString();
        var area = reach.homeArea().toString();
        // Two houses on one database must not set the same seal.
        db.sql("select pg_advisory_xact_lock(hashtextextended(:area, 1))")
                .param("area", area)
                .query(rs -> {});
        // What runs now may still add to the log; what began before it has ended.
        var below =
                db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single();
        var last =
                db.sql(
                                """
                                select number, below_tx::text as below_tx, hash from audit.seal
                                where board_id = framework.board_id() and area_id = cast(:area as uuid)
                                order by number desc limit 1
                                """)
                        .param("area", area)
                        .query((rs, n) ->
                                new Last(
                                        rs.getLong("number"),
                                        rs.getString("below_tx"),
                                        rs.getBytes("hash")))
                        .optional()
                        .orElse(new Last(0, Chain.BEGINNING, null));
        var segment =
                db.sql(Chain.SEGMENT)
                        .params(board, area, last.belowTx(), below)
                        .query((rs, n) -> new Segment(rs.getLong("entries"), rs.getBytes("sum")))
                        .single();
        if (segment.entries() == 0) {
            return Optional.empty();
        }
        var number = last.number() + 1;
        var hash = Chain.hash(last.hash(), number, below, segment.entries(), segment.sum());
        db.sql(
                        """
                        insert into audit.seal (board_id, area_id, number, below_tx, entries, hash, sealed_at)
                        values (framework.board_id(), cast(:area as uuid), :number, cast(:below as xid8), :entries, :hash, :at)
                        """)
                .param("area", area)
                .param("number", number)
                .param("below", below)
                .param("entries", segment.entries())
                .param("hash", hash)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        // Noted where the database does not reach: a chain made anew would not fit it.
        LOG.info(
                "The log of board {} area {} is sealed: seal {} over {} entries, {}",
                board,
                area,
                number,
                segment.entries(),
                Chain.written(hash));
        return Optional.of(new Seal(number, segment.entries(), Chain.written(hash)));
    }
}
